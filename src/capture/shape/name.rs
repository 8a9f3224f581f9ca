use crate::capture::grammar::TypedName;
use crate::capture::lexicon::{ComparedMeasure, Sense};
use crate::record::{Kind, Sign, Strength};

use super::adjunct::{Adjuncts, value};
use super::known::KnownNames;
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// The maximum number of words of a name that nobody typed in brackets.
const LONGEST: usize = 10;

/// A noun phrase as a name: the label without article and direction, and the direction.
#[derive(Clone, Debug)]
pub(crate) struct NamePhrase {
    pub(crate) name: TypedName,
    /// The direction that words or marks say of it.
    pub(crate) sign: Option<Sign>,
    pub(crate) strength: Option<Strength>,
    /// Whether a word says that it is missing: "no training".
    pub(crate) absent: bool,
    /// Whether a question mark makes a guess of it.
    pub(crate) guess: bool,
    /// Why a reading with this name is only offered.
    pub(crate) doubt: Option<NameDoubt>,
    pub(crate) because: Vec<String>,
}

impl NamePhrase {
    /// Takes a name as it was typed, without a direction.
    pub(crate) const fn of(name: TypedName) -> Self {
        Self { name, sign: None, strength: None, absent: false, guess: false, doubt: None, because: Vec::new() }
    }
}

/// Why a text may be no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameDoubt {
    /// It holds a clause: "hours that examiners spend".
    Clause,
    /// A direction is left inside.
    Direction,
    /// It is very long.
    Long,
    /// It holds a verb behind a plural: "techs override alerts".
    Sentence,
    /// It holds a time or a length of time.
    Amount,
    /// Its parts may be several things: "letters and the handbook".
    Several,
}

impl NameDoubt {
    /// Says why a name makes a reading an offer.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Self::Clause => "a name holds a clause",
            Self::Direction => "a word in the middle says more or less",
            Self::Long => "a name is very long",
            Self::Sentence => "a name may be a sentence",
            Self::Amount => "a name holds a time",
            Self::Several => "it may be one thing or several",
        }
    }
}

/// Why a text is no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAName {
    Empty,
    /// It holds no letter and no digit.
    NoLetter,
    /// A finite verb makes a sentence of it.
    Sentence,
    Pronoun,
    Negated,
    /// It is a number, a date or a length of time.
    Number,
    /// It holds a mark that no name has.
    Mark,
    /// It begins or ends with a word that needs more beside it.
    Torn,
    Talk,
}

/// Reads a span as one name.
pub(crate) fn name(line: &TaggedLine<'_>, span: Span, known: &dyn KnownNames) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if span.is_empty() {
        return Err(NotAName::Empty);
    }
    let mut reader = NameReader::new(line, span.clone());
    if is_known_whole(line, &span, known) {
        reader.question();
        return reader.finish(None);
    }
    reader.marks();
    // A sigil other than that of a factor says that no direction belongs to the name.
    if !line.slice(span.start..span.start + 1).starts_with(['@', '!', '/', '$', '^', '#', '*', '&']) {
        reader.direction();
    }
    if reader.span.is_empty() {
        return Err(NotAName::Empty);
    }
    let label = line.slice(reader.span.clone());
    let doubt = if known.knows(label) { None } else { check(line, &reader.span)? };
    reader.finish(doubt)
}

/// Whether the whole span is the label of a known thing. A word that says a direction belongs to the label only if the
/// thing was typed with it as a word of its own.
fn is_known_whole(line: &TaggedLine<'_>, span: &Span, known: &dyn KnownNames) -> bool {
    let text = line.slice(span.clone());
    if !known.knows(text) {
        return false;
    }
    let last = span.end.saturating_sub(1);
    let mark = |at: usize| matches!(line.kind(at), Some(TokenKind::Mark(..)));
    let leads = line.sense(span.start, amount).is_some();
    let follows = line.ending_with(span, |sense| matches!(sense, Sense::AmountBehind(_)).then_some(())).is_some();
    let spelled = |at: usize| known.is_spelled_with(text, line.slice(at..at + 1));
    !mark(span.start) && !mark(last) && (!leads || spelled(span.start)) && (!follows || spelled(last))
}

struct NameReader<'l, 'a> {
    line: &'l TaggedLine<'a>,
    whole: Span,
    span: Span,
    sign: Option<Sign>,
    strength: Option<Strength>,
    absent: bool,
    guess: bool,
    /// What the name is a measure of: "speed of {}".
    measure: Option<String>,
    because: Vec<String>,
}

impl<'l, 'a> NameReader<'l, 'a> {
    const fn new(line: &'l TaggedLine<'a>, span: Span) -> Self {
        let whole = Span { start: span.start, end: span.end };
        Self {
            line,
            whole,
            span,
            sign: None,
            strength: None,
            absent: false,
            guess: false,
            measure: None,
            because: Vec::new(),
        }
    }

    fn finish(self, doubt: Option<NameDoubt>) -> Result<NamePhrase, NotAName> {
        let text = self.line.slice(self.span.clone());
        let plain = || TypedName::plain(text).map_err(|_| NotAName::Empty);
        let mut name = plain()?;
        if let Some(template) = &self.measure {
            name.label = template.replace("{}", &name.label);
        }
        let words = (self.whole.start..self.span.start).chain(self.span.end..self.whole.end);
        let by_word = words.into_iter().any(|at| self.line.is(at, TokenKind::Word));
        if self.sign.is_some() && by_word && name.sigil.is_none() && !name.bracketed {
            name.whole = Some(self.without_articles());
        }
        name.turn = self.sign;
        name.strength = self.strength;
        let NameReader { sign, strength, absent, guess, because, .. } = self;
        Ok(NamePhrase { name, sign, strength, absent, guess, doubt, because })
    }

    /// Returns the whole text without articles before it.
    fn without_articles(&self) -> String {
        let mut span = self.whole.clone();
        while let Some(length) = self.line.length_of(span.start, Sense::Article) {
            span.start += length;
        }
        self.line.slice(span).to_owned()
    }

    fn turn(&mut self, sign: Sign) {
        self.sign = Some(self.sign.map_or(sign, |before| times(before, sign)));
    }

    fn clearly(&mut self) {
        self.strength = Some(Strength::Clear);
    }

    /// Takes the marks at both ends: `+ wrong turns`, `-theft`, `errors ↑↑`, `disputes?`, `queue jumpers++`.
    fn marks(&mut self) {
        while let Some(TokenKind::Mark(sign, count)) = self.line.kind(self.span.start).filter(|_| self.span.len() > 1) {
            self.marked(sign, count);
            self.span.start += 1;
        }
        loop {
            let Some(last) = self.span.end.checked_sub(1).filter(|last| *last > self.span.start) else { return };
            match self.line.kind(last) {
                Some(TokenKind::Mark(sign, count)) => self.marked(sign, count),
                Some(TokenKind::Question) => self.guess = true,
                _ => return,
            }
            self.span.end = last;
        }
    }

    /// Takes a question mark at the end: the statement is a guess.
    fn question(&mut self) {
        let last = self.span.end.saturating_sub(1);
        if self.span.len() > 1 && self.line.is(last, TokenKind::Question) {
            self.guess = true;
            self.span.end = last;
        }
    }

    fn marked(&mut self, sign: Sign, count: u8) {
        self.sign = Some(sign);
        if count > 1 {
            self.strength = Some(Strength::from_marks(usize::from(count)));
        }
    }

    /// Takes the words that say more or less, and the articles, off both ends.
    fn direction(&mut self) {
        loop {
            let before = self.span.clone();
            self.front();
            if self.span == before {
                break;
            }
        }
        self.back();
        self.compared();
    }

    fn front(&mut self) {
        let (line, at) = (self.line, self.span.start);
        let left = self.span.len();
        let take = |sense| line.length_of(at, sense).filter(|length| *length < left);
        if let Some(length) = take(Sense::Article).or_else(|| take(Sense::Adverb)) {
            self.span.start += length;
            return;
        }
        if self.sign.is_none() && line.length_of(at, Sense::Compound).is_none() {
            self.amount(at, left);
        }
    }

    /// Takes a direction at the start: "much more", "10 % less", "twice as many", "no".
    fn amount(&mut self, at: usize, left: usize) {
        let line = self.line;
        let mut place = at;
        let mut clearly = false;
        if line.is(place, TokenKind::Number) && line.slice(place..place + 1).ends_with('%') {
            clearly |= value(line.slice(place..place + 1)).is_some_and(|share| share >= 20.0);
            place += 1;
        }
        while let Some((length, much)) = line.sense(place, intensifier) {
            clearly |= much;
            place += length;
        }
        if let Some(length) = line.length_of(place, Sense::Multiple).filter(|length| place - at + length < left) {
            self.clearly();
            return self.took(at..place + length, Sign::Plus);
        }
        if let Some((length, sign)) = line.sense(place, amount).filter(|(length, _)| place - at + length < left) {
            if !(self.is_proper(place) && place == at) {
                if clearly {
                    self.clearly();
                }
                self.took(at..place + length, sign);
            }
            return;
        }
        let unchanged = line.has(at, Sense::NoChange);
        let absence = line.length_of(at, Sense::Absence).filter(|length| *length < left && !unchanged);
        if let Some(length) = absence {
            self.absent = true;
            self.took(at..at + length, Sign::Minus);
        }
    }

    /// Whether a direction with a capital belongs to a proper name: "Lower Saxony".
    fn is_proper(&self, at: usize) -> bool {
        let capital = |at: usize| self.line.tokens.get(at).is_some_and(|token| token.capital);
        // "More Calls" is a name in capitals; "Lower" and "Greater" are parts of names of places.
        // Where every noun has a capital, it says nothing.
        !self.line.words.file.capital_nouns && self.line.word(at).ends_with("er") && capital(at) && capital(at + 1)
    }

    fn took(&mut self, span: Span, sign: Sign) {
        self.because.push(format!("`{}` is {}", self.line.slice(span.clone()), in_words(sign)));
        self.span.start = span.end;
        self.turn(sign);
    }

    /// Takes a direction at the end: "errors up", "time from order to gate, down", "waiting time down a lot".
    fn back(&mut self) {
        let line = self.line;
        if line.length_of(self.span.start, Sense::Compound).is_some_and(|length| length == self.span.len())
            || self.sign.is_some()
        {
            return;
        }
        let found = line.ending_with(&self.span, |sense| match sense {
            Sense::AmountBehind(sign) => Some(sign),
            _ => None,
        });
        let Some((length, sign)) = found.filter(|(length, _)| *length < self.span.len()) else { return };
        let rest = self.span.start..self.span.end - length;
        let compound = line.ending(&self.span, Sense::Compound).is_some();
        let state = sign == Sign::Minus && rest.end.checked_sub(1).is_some_and(|at| line.has_noun(at, Sense::State));
        if compound || state {
            return;
        }
        self.because.push(format!("`{}` is {}", line.slice(rest.end..self.span.end), in_words(sign)));
        self.span = line.trimmed(rest);
        self.share();
        self.turn(sign);
    }

    /// Takes the share off the front, where the direction stands behind: "*15 % d'*erreurs en moins".
    fn share(&mut self) {
        let line = self.line;
        let text = line.slice(self.span.start..self.span.start + 1);
        let share = value(text).filter(|_| line.is(self.span.start, TokenKind::Number) && text.ends_with('%'));
        let Some(share) = share.filter(|_| self.span.len() > 1) else { return };
        if share >= 20.0 {
            self.clearly();
        }
        let of = usize::from(line.has(self.span.start + 1, Sense::Preposition) && self.span.len() > 2);
        self.span.start += 1 + of;
    }

    /// Takes a comparative: "faster approval", "notes plus rapides".
    fn compared(&mut self) {
        let line = self.line;
        let at = self.span.start;
        let before = line.sense(at, comparative).filter(|(length, _)| *length < self.span.len() && !self.is_proper(at));
        if let Some((length, (measure, sign))) = before {
            self.because.push(format!("`{}` is {}", line.slice(at..at + length), measured_in_words(measure, sign)));
            self.span.start += length;
            return self.measured(measure, sign);
        }
        let behind = self.compared_behind();
        if let Some((length, (measure, sign))) = behind {
            let end = self.span.end - length;
            self.because.push(format!("`{}` is {}", line.slice(end..self.span.end), measured_in_words(measure, sign)));
            self.span.end = end;
            self.measured(measure, sign);
        }
    }

    /// Returns the comparative at the end: a word for more or less and an adjective, or a comparative alone.
    fn compared_behind(&self) -> Option<(usize, (ComparedMeasure, Sign))> {
        let line = self.line;
        let adjective = line.ending_with(&self.span, |sense| match sense {
            Sense::ComparedAdjective(measure, sign) => Some((measure, sign)),
            _ => None,
        });
        if let Some((length, (measure, sign))) = adjective {
            let rest = self.span.start..self.span.end - length;
            let comparing = line.ending_with(&rest, |sense| match sense {
                Sense::Comparing(sign) => Some(sign),
                _ => None,
            });
            if let Some((more, turn)) = comparing.filter(|(more, _)| more + length < self.span.len()) {
                return Some((more + length, (measure, times(turn, sign))));
            }
        }
        let alone = line.ending_with(&self.span, comparative);
        alone.filter(|(length, _)| *length < self.span.len())
    }

    /// Turns a comparative into a thing and a sign. A noun that names the quantity already is the thing itself.
    fn measured(&mut self, measure: ComparedMeasure, sign: Sign) {
        while let Some(length) =
            self.line.length_of(self.span.start, Sense::Article).filter(|length| *length < self.span.len())
        {
            self.span.start += length;
        }
        let head = head(self.line, &self.span);
        let is = |sense| head.is_some_and(|at| self.line.has_noun(at, sense));
        let (duration, quantity, wait) = (is(Sense::Duration), is(Sense::Quantity), is(Sense::Wait));
        let sign = if duration && measure == ComparedMeasure::Speed { times(sign, Sign::Minus) } else { sign };
        let itself = duration || quantity || (wait && measure == ComparedMeasure::Length);
        if !itself {
            let templates = &self.line.words.file.measures;
            self.measure = templates.iter().find(|(known, _)| *known == measure).map(|(_, template)| template.clone());
        }
        self.turn(sign);
    }
}

/// Reads a span as the name of what a comparative elsewhere in the line measures: "the training" of "makes the training
/// longer".
pub(crate) fn measured_name(
    line: &TaggedLine<'_>,
    span: Span,
    known: &dyn KnownNames,
    measure: ComparedMeasure,
    sign: Sign,
) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if span.is_empty() {
        return Err(NotAName::Empty);
    }
    let mut reader = NameReader::new(line, span);
    reader.direction();
    reader.measured(measure, sign);
    let doubt = if known.knows(line.slice(reader.span.clone())) { None } else { check(line, &reader.span)? };
    reader.finish(doubt)
}

/// Returns the place of the head of a name: its last word before the first preposition.
pub(crate) fn head(line: &TaggedLine<'_>, span: &Span) -> Option<usize> {
    let end = (span.start + 1..span.end).find(|at| line.has(*at, Sense::Preposition)).unwrap_or(span.end);
    end.checked_sub(1).filter(|at| *at >= span.start)
}

/// Checks that a span is a noun phrase; returns why a reading with it is only offered.
fn check(line: &TaggedLine<'_>, span: &Span) -> Result<Option<NameDoubt>, NotAName> {
    // A sigil says that everything behind it is one name, whatever it holds; a second sigil begins another one.
    let sigil = |at: usize| line.slice(at..at + 1).starts_with(|c: char| Kind::from_sigil(c).is_some());
    if sigil(span.start) && !span.clone().skip(1).any(sigil) {
        return Ok(None);
    }
    if span.len() == 1 && matches!(line.kind(span.start), Some(TokenKind::Bracketed)) {
        return Ok(None);
    }
    let bare = |at: usize| {
        matches!(
            line.kind(at),
            Some(TokenKind::Parenthesis | TokenKind::Other | TokenKind::Ampersand | TokenKind::Slash)
        )
    };
    if span.clone().all(bare) {
        let missing = line.is(span.start, TokenKind::Parenthesis) || line.slice(span.clone()).is_ascii();
        return Err(if missing { NotAName::Empty } else { NotAName::NoLetter });
    }
    if line.has(span.start, Sense::Fraction) {
        return Ok(Some(NameDoubt::Amount));
    }
    if is_torn(line, span) {
        return Err(NotAName::Torn);
    }
    let mut doubt = None;
    let mut lettered = false;
    let counted = span.clone().any(|at| is_count(line, at));
    let head = head(line, span).map_or(span.end, |head| head + 1);
    for at in span.clone() {
        doubt = doubt.or(check_word(line, span, at)?);
        lettered |= at < head && is_lettered(line, at, counted);
    }
    // One letter or one word alone is a name, also where it is an article: "A".
    let alone = span.len() == 1
        && line.is(span.start, TokenKind::Word)
        && (is_letter(line, span.start) || !line.has(span.start, Sense::Article));
    if !lettered && !alone {
        return Err(NotAName::Number);
    }
    doubt = doubt.or_else(|| (span.len() > 1 && lacks_noun(line, span)).then_some(NameDoubt::Sentence));
    Ok(doubt.or_else(|| (span.len() > LONGEST).then_some(NameDoubt::Long)))
}

/// Whether a span begins or ends with a word that needs more beside it, or is no more than such a word.
fn is_torn(line: &TaggedLine<'_>, span: &Span) -> bool {
    let opens = |at: usize| {
        [Sense::Preposition, Sense::And, Sense::Or, Sense::Article].iter().any(|sense| line.has(at, *sense))
    };
    if span.len() == 1 {
        let small = line.tokens.get(span.start).is_some_and(|token| !token.capital);
        let article = small && line.has(span.start, Sense::Article) && !is_letter(line, span.start);
        return article || is_direction_alone(line, span);
    }
    let factor = line.has(span.start, Sense::KindNoun(Kind::Factor));
    let leads = opens(span.start) && !factor && !is_letter(line, span.start);
    let closes = [Sense::Article, Sense::Preposition].iter().any(|sense| line.ending(span, *sense).is_some())
        && !is_letter(line, span.end - 1)
        && line.ending(span, Sense::Compound).is_none();
    leads || closes || is_direction_alone(line, span) || line.has(span.start, Sense::When)
}

/// Whether a span is no more than a direction: "kürzer", "no change in".
fn is_direction_alone(line: &TaggedLine<'_>, span: &Span) -> bool {
    let directs =
        |sense| matches!(sense, Sense::Comparative(..) | Sense::Amount(_) | Sense::AmountBehind(_)).then_some(());
    let whole = line.ending_with(span, directs).is_some_and(|(length, ())| length == span.len());
    whole || line.length_of(span.start, Sense::NoChange).is_some_and(|length| length < span.len())
}

/// Whether a word is written as a noun where nouns have capitals. At the start of the line every word has one; there an
/// infinitive is the noun made of it: "Fragen".
fn is_noun(line: &TaggedLine<'_>, at: usize) -> bool {
    line.tokens.get(at).is_some_and(|token| token.capital) && (at > 0 || line.word(at).ends_with("en"))
}

/// Whether nothing in a span can be a noun, where nouns are written with capitals and the line has some elsewhere.
fn lacks_noun(line: &TaggedLine<'_>, span: &Span) -> bool {
    let noun = |at: usize| {
        line.tokens.get(at).is_some_and(|token| {
            token.kind != TokenKind::Word || token.capital || token.word.contains(char::is_numeric)
        })
    };
    line.words.file.capital_nouns
        && !span.clone().any(noun)
        && (1..line.tokens.len()).any(|at| line.is(at, TokenKind::Word) && noun(at))
}

fn check_word(line: &TaggedLine<'_>, span: &Span, at: usize) -> Result<Option<NameDoubt>, NotAName> {
    match line.kind(at) {
        Some(
            TokenKind::Arrow(_)
            | TokenKind::Equals
            | TokenKind::Question
            | TokenKind::Stop
            | TokenKind::Semicolon
            | TokenKind::Mark(..),
        ) => {
            return Err(NotAName::Mark);
        }
        Some(TokenKind::Comma) => return Err(NotAName::Mark),
        Some(TokenKind::Word) => {}
        Some(TokenKind::Number) => return Ok(number_doubt(line, span, at)),
        _ => return Ok(None),
    }
    let first = at == span.start;
    let capital = line.words.file.capital_nouns && is_noun(line, at);
    if is_small_verb(line, at) {
        return Err(NotAName::Sentence);
    }
    for (length, phrase) in line.phrases(at) {
        match phrase.sense {
            // "Saw mill" is a name; "is live" and "will the bot" are none.
            Sense::Finite if first && may_be_a_noun(line, span, at + length) && !line.has(at, Sense::Auxiliary) => {}
            Sense::Finite | Sense::Auxiliary | Sense::Guessing | Sense::Aiming if !capital => {
                return Err(NotAName::Sentence);
            }
            // "Het" and "that" are articles before a noun.
            Sense::Pronoun if line.has(at, Sense::Article) && at + 1 < span.end => {}
            Sense::Pronoun | Sense::Nobody if !capital => return Err(NotAName::Pronoun),
            Sense::Negation => return Err(NotAName::Negated),
            Sense::Because => return Err(NotAName::Sentence),
            Sense::Talk if !capital => return Err(NotAName::Talk),
            Sense::But | Sense::So if !line.has(at, Sense::Preposition) => return Err(NotAName::Sentence),
            Sense::Subordinator if first && !line.has(at, Sense::Article) => return Err(NotAName::Sentence),
            Sense::Verb(_) if !capital && first && line.has(at + length, Sense::Article) && at + length < span.end => {
                return Err(NotAName::Sentence);
            }
            Sense::Subordinator if !first && at + length < span.end && !line.has(at, Sense::Article) => {
                return Ok(Some(NameDoubt::Clause));
            }
            Sense::Verb(place)
                if !capital
                    && !first
                    && !line.has(at - 1, Sense::Preposition)
                    && at + length < span.end
                    && phrase.behind.is_none()
                    && is_finite(line, place, at, length) =>
            {
                return Err(NotAName::Sentence);
            }
            Sense::BareVerb if at > span.start + 1 && is_done_by(line, at) => return Ok(Some(NameDoubt::Sentence)),
            Sense::BareVerb if !first && is_plural(line.word(at - 1)) => return Ok(Some(NameDoubt::Sentence)),
            Sense::Amount(_) if !first => return Ok(Some(NameDoubt::Direction)),
            Sense::AmountBehind(_) if !first && at + length == span.end => {}
            _ => {}
        }
    }
    // "Artists searches other houses": two plurals and more behind them are a sentence in bad grammar.
    let plurals = !first && is_plural(line.word(at - 1)) && is_plural(line.word(at)) && !capital;
    let more = at + 1 < span.end && (line.has(at + 1, Sense::Article) || line.word(at + 1) == "other");
    Ok((plurals && more && line.words.file.one_plural).then_some(NameDoubt::Sentence))
}

/// Whether a word in small letters is a verb, where nouns have capitals and the line has some. Forms in `-te` and `-ten`
/// are adjectives before a noun: "verbesserte Abläufe".
fn is_small_verb(line: &TaggedLine<'_>, at: usize) -> bool {
    let Some(token) = line.tokens.get(at).filter(|token| line.words.file.capital_nouns && !token.capital) else {
        return false;
    };
    let adjective = token.word.ends_with("te") || token.word.ends_with("ten");
    let capitals = || line.tokens.iter().skip(1).any(|token| token.capital);
    let verb = |(length, phrase): (usize, &crate::capture::lexicon::Phrase)| match phrase.sense {
        Sense::Finite => true,
        Sense::Verb(place) => length == 1 && phrase.behind.is_none() && line.verb(place).is_some_and(|verb| !verb.noun),
        _ => false,
    };
    !adjective && line.phrases(at).any(verb) && capitals()
}

/// Whether "to" and a verb say what somebody does: "the customer to complain". "Time to reply" is a name.
fn is_done_by(line: &TaggedLine<'_>, at: usize) -> bool {
    let noun = at - 2;
    let takes = [Sense::Duration, Sense::Quantity, Sense::Wait, Sense::KindNoun(Kind::Factor)];
    line.word(at - 1) == "to"
        && !takes.iter().any(|sense| line.has(noun, *sense))
        && !line.word(noun).ends_with(['y', 'e'])
}

/// Whether a verb at the start of a name, with the rest of it at this place, is a noun: alone, or before one word that opens
/// no clause.
fn may_be_a_noun(line: &TaggedLine<'_>, span: &Span, rest: usize) -> bool {
    let contracted = line.word(span.start).contains('\'');
    !contracted && span.len() <= 2 && !opens_a_clause(line, rest)
}

/// Whether an object of a verb begins at a place.
fn opens_a_clause(line: &TaggedLine<'_>, at: usize) -> bool {
    [Sense::Article, Sense::Pronoun, Sense::Preposition, Sense::Subordinator, Sense::Negation]
        .iter()
        .any(|sense| line.has(at, *sense))
}

/// Whether a word is one letter: "A" is a name where nothing else is beside it.
fn is_letter(line: &TaggedLine<'_>, at: usize) -> bool {
    line.slice(at..at + 1).chars().filter(|c| c.is_alphanumeric()).count() == 1
}

/// Whether a token is a number, in digits or in words.
fn is_count(line: &TaggedLine<'_>, at: usize) -> bool {
    let word = line.sense(at, |sense| matches!(sense, Sense::Number(_)).then_some(())).is_some();
    line.is(at, TokenKind::Number) || (word && !line.has(at, Sense::Article))
}

/// Whether a token makes a name of a span: a word that is no number, no date and, beside a number (`counted`), no unit.
fn is_lettered(line: &TaggedLine<'_>, at: usize, counted: bool) -> bool {
    let counts = |sense| match sense {
        Sense::Number(_)
        | Sense::About
        | Sense::Until
        | Sense::Percent
        | Sense::Article
        | Sense::Month(_)
        | Sense::Weekday(_) => Some(()),
        Sense::Unit(_) => counted.then_some(()),
        _ => None,
    };
    match line.kind(at) {
        Some(TokenKind::Bracketed | TokenKind::Quote) => true,
        Some(TokenKind::Word) => line.sense(at, counts).is_none(),
        _ => false,
    }
}

/// A time of the day and a length of time are no part of a name: "lunch 12:15", "back 2 hours by week". Behind a
/// preposition they are: "answered within 2 days".
fn number_doubt(line: &TaggedLine<'_>, span: &Span, at: usize) -> Option<NameDoubt> {
    let clock = line.slice(at..at + 1).contains(':');
    let unit = line.sense(at + 1, |sense| matches!(sense, Sense::Unit(_)).then_some(())).is_some() && at + 1 < span.end;
    let before = at.checked_sub(1).filter(|before| *before >= span.start);
    let placed = before.is_some_and(|before| {
        line.is(before, TokenKind::Compare) || line.has(before, Sense::Preposition) || line.has(before, Sense::About)
    });
    (clock || (unit && before.is_some() && !placed)).then_some(NameDoubt::Amount)
}

/// Whether a verb form at this place makes a sentence: a participle does not, and neither does one that is a noun.
fn is_finite(line: &TaggedLine<'_>, place: u16, at: usize, length: usize) -> bool {
    let word = line.word(at);
    let participle = length == 1 && (word.ends_with("ed") || word.ends_with("ing"));
    line.verb(place).is_some_and(|verb| !verb.noun) && !participle
}

fn is_plural(word: &str) -> bool {
    const PLURALS: [&str; 6] = ["people", "staff", "men", "women", "children", "police"];
    (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")) || PLURALS.contains(&word)
}

const fn amount(sense: Sense) -> Option<Sign> {
    match sense {
        Sense::Amount(sign) => Some(sign),
        _ => None,
    }
}

/// Returns whether an intensifier says that something is clearly so.
const fn intensifier(sense: Sense) -> Option<bool> {
    match sense {
        Sense::Intensifier => Some(false),
        Sense::Clearly => Some(true),
        _ => None,
    }
}

const fn comparative(sense: Sense) -> Option<(ComparedMeasure, Sign)> {
    match sense {
        Sense::Comparative(measure, sign) => Some((measure, sign)),
        _ => None,
    }
}

/// Multiplies two signs.
pub(crate) fn times(one: Sign, other: Sign) -> Sign {
    match (one, other) {
        (Sign::Minus, Sign::Minus) => Sign::Plus,
        (Sign::Plus, sign) | (sign, _) => sign,
    }
}

fn in_words(sign: Sign) -> &'static str {
    if sign == Sign::Minus { "less" } else { "more" }
}

fn measured_in_words(measure: ComparedMeasure, sign: Sign) -> &'static str {
    match (measure, sign) {
        (ComparedMeasure::Speed, Sign::Minus) => "less speed",
        (ComparedMeasure::Speed, _) => "more speed",
        (ComparedMeasure::Quality, Sign::Minus) => "less quality",
        (ComparedMeasure::Quality, _) => "more quality",
        (ComparedMeasure::Cost, Sign::Minus) => "less cost",
        (ComparedMeasure::Cost, _) => "more cost",
        (ComparedMeasure::Effort, Sign::Minus) => "less effort",
        (ComparedMeasure::Effort, _) => "more effort",
        (ComparedMeasure::Risk, Sign::Minus) => "less risk",
        (ComparedMeasure::Risk, _) => "more risk",
        (ComparedMeasure::Lateness, Sign::Minus) => "less lateness",
        (ComparedMeasure::Lateness, _) => "more lateness",
        (ComparedMeasure::Length, Sign::Minus) => "less length",
        (ComparedMeasure::Length, _) => "more length",
    }
}

/// Reads a span as one name with what stands beside it: a time, an amount, a hedge.
pub(crate) fn name_with(
    line: &TaggedLine<'_>,
    span: Span,
    known: &dyn KnownNames,
    adjuncts: &mut Adjuncts,
) -> Result<NamePhrase, NotAName> {
    let span = line.trimmed(span);
    if is_known_whole(line, &span, known) {
        return name(line, span, known);
    }
    let mut own = Adjuncts::default();
    let inner = own.peel(line, span);
    let found = name(line, inner, known)?;
    adjuncts.join(&own);
    adjuncts.strength = found.strength.or(adjuncts.strength);
    adjuncts.because.extend(found.because.iter().cloned());
    if found.guess {
        adjuncts.basis.get_or_insert(crate::record::Basis::Guess);
    }
    Ok(found)
}
