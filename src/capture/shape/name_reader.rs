use crate::capture::grammar::TypedName;
use crate::capture::lexicon::{ComparedMeasure, Sense};
use crate::record::{Sign, Strength};

use super::adjunct::{is_clearly, share_at};
use super::judged::{is_factor, is_measured, judged};
use super::known::KnownNames;
use super::name_phrase::{NameDoubt, NamePhrase, NotAName};
use super::noun_phrase::head;
use super::tagged::{Span, TaggedLine};
use super::token::TokenKind;

/// Takes the marks, the articles and the words of a direction off a name, and remembers what they say.
pub(crate) struct NameReader<'l, 'a> {
    line: &'l TaggedLine<'a>,
    known: &'l dyn KnownNames,
    whole: Span,
    /// What is left of the name.
    pub(crate) span: Span,
    sign: Option<Sign>,
    strength: Option<Strength>,
    judged: Option<String>,
    absent: bool,
    guess: bool,
    /// What the name is a measure of: "speed of {}".
    measure: Option<String>,
    because: Vec<String>,
}

impl<'l, 'a> NameReader<'l, 'a> {
    pub(crate) fn new(line: &'l TaggedLine<'a>, span: Span, known: &'l dyn KnownNames) -> Self {
        let whole = Span { start: span.start, end: span.end };
        Self {
            line,
            known,
            whole,
            span,
            sign: None,
            strength: None,
            judged: None,
            absent: false,
            guess: false,
            measure: None,
            because: Vec::new(),
        }
    }

    pub(crate) fn finish(self, doubt: Option<NameDoubt>) -> Result<NamePhrase, NotAName> {
        let text = self.line.slice(self.span.clone());
        let plain = || TypedName::plain(text).map_err(|_| NotAName::Empty);
        let mut name = plain()?;
        if let Some(template) = &self.measure {
            name.label = template.replace("{}", &name.label);
        }
        let words = (self.whole.start..self.span.start).chain(self.span.end..self.whole.end);
        let by_word = words.into_iter().any(|at| self.line.is(at, TokenKind::Word));
        if (self.sign.is_some() || self.judged.is_some()) && by_word && name.sigil.is_none() && !name.bracketed {
            name.whole = Some(self.without_articles());
        }
        name.turn = self.sign;
        name.strength = self.strength;
        let NameReader { sign, strength, judged, absent, guess, because, .. } = self;
        Ok(NamePhrase { name, sign, strength, judged, absent, guess, doubt, because })
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
        self.sign = Some(self.sign.map_or(sign, |before| before.then(sign)));
    }

    fn clearly(&mut self) {
        self.strength = Some(Strength::Clear);
    }

    /// Takes the marks at both ends: `+ wrong turns`, `-theft`, `errors ↑↑`, `disputes?`, `queue jumpers++`.
    pub(crate) fn marks(&mut self) {
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
    pub(crate) fn question(&mut self) {
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
    pub(crate) fn direction(&mut self) {
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
        if let Some(share) = share_at(line, place) {
            clearly |= is_clearly(share);
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
        if let Some((length, sign)) = line.sense(place, Sense::amount).filter(|(length, _)| place - at + length < left)
        {
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
        self.because.push(format!("`{}` is {}", self.line.slice(span.clone()), <&str>::from(sign)));
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
        let found = line.ending_with(&self.span, Sense::amount_behind);
        let Some((length, sign)) = found.filter(|(length, _)| *length < self.span.len()) else { return };
        let rest = self.span.start..self.span.end - length;
        let compound = line.ending(&self.span, Sense::Compound).is_some();
        let state = sign == Sign::Minus && rest.end.checked_sub(1).is_some_and(|at| line.has_noun(at, Sense::State));
        if compound || state {
            return;
        }
        self.because.push(format!("`{}` is {}", line.slice(rest.end..self.span.end), <&str>::from(sign)));
        self.span = line.trimmed(rest);
        self.share();
        self.turn(sign);
    }

    /// Takes the share off the front, where the direction stands behind: "*15 % d'*erreurs en moins".
    fn share(&mut self) {
        let line = self.line;
        let Some(share) = share_at(line, self.span.start).filter(|_| self.span.len() > 1) else { return };
        if is_clearly(share) {
            self.clearly();
        }
        let of = usize::from(line.has(self.span.start + 1, Sense::Preposition) && self.span.len() > 2);
        self.span.start += 1 + of;
    }

    /// Takes a comparative: "faster approval", "notes plus rapides".
    fn compared(&mut self) {
        let line = self.line;
        let at = self.span.start;
        let before =
            line.sense(at, Sense::comparative).filter(|(length, _)| *length < self.span.len() && !self.is_proper(at));
        if let Some((length, (measure, sign))) = before {
            self.because.push(format!("`{}` is {}", line.slice(at..at + length), measured_in_words(measure, sign)));
            self.span.start += length;
            return self.measured((measure, sign), line.slice(at..at + length), false);
        }
        let behind = self.compared_behind();
        if let Some((length, (measure, sign))) = behind {
            let end = self.span.end - length;
            let said = line.slice(end..self.span.end);
            self.because.push(format!("`{said}` is {}", measured_in_words(measure, sign)));
            self.span.end = end;
            self.measured((measure, sign), said, false);
        }
    }

    /// Returns the comparative at the end: a word for more or less and an adjective, or a comparative alone.
    fn compared_behind(&self) -> Option<(usize, (ComparedMeasure, Sign))> {
        let line = self.line;
        let adjective = line.ending_with(&self.span, Sense::compared_adjective);
        if let Some((length, (measure, sign))) = adjective {
            let rest = self.span.start..self.span.end - length;
            let comparing = line.ending_with(&rest, Sense::comparing);
            if let Some((more, turn)) = comparing.filter(|(more, _)| more + length < self.span.len()) {
                return Some((more + length, (measure, turn.then(sign))));
            }
        }
        let alone = line.ending_with(&self.span, Sense::comparative);
        alone.filter(|(length, _)| *length < self.span.len())
    }

    /// Turns a comparative (`said`) into a thing and a sign. A noun that names the quantity already is the thing itself.
    /// A comparative behind a verb (`told`) tells of the thing itself more often: "calls get worse".
    pub(crate) fn measured(&mut self, (measure, sign): (ComparedMeasure, Sign), said: &str, told: bool) {
        while let Some(length) =
            self.line.length_of(self.span.start, Sense::Article).filter(|length| *length < self.span.len())
        {
            self.span.start += length;
        }
        if measure == ComparedMeasure::Quality && self.takes_judgement(sign, said, told) {
            return;
        }
        let head = head(self.line, &self.span);
        let is = |sense| head.is_some_and(|at| self.line.has_noun(at, sense));
        let (duration, quantity, wait) = (is(Sense::Duration), is(Sense::Quantity), is(Sense::Wait));
        let sign = if duration && measure == ComparedMeasure::Speed { sign.then(Sign::Minus) } else { sign };
        let itself = duration || quantity || (wait && measure == ComparedMeasure::Length);
        if !itself {
            let templates = &self.line.words.file.measures;
            self.measure = templates.iter().find(|(known, _)| *known == measure).map(|(_, template)| template.clone());
        }
        self.turn(sign);
    }

    /// Takes better and worse of what there is more or less of. Whether a better one is more is known of some things
    /// alone; of the others the direction stays open.
    fn takes_judgement(&mut self, direction: Sign, said: &str, told: bool) -> bool {
        let (label, words) = (self.line.slice(self.span.clone()), self.line.words);
        let wanted = self.known.wanted(label).is_some();
        if !(wanted || is_measured(label, words) || (told && is_factor(label, words))) {
            return false;
        }
        match judged(direction, label, words, self.known) {
            Some(sign) => self.turn(sign),
            None => self.judged = Some(said.to_owned()),
        }
        true
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

/// Says a direction of what a comparative measures: "less speed".
fn measured_in_words(measure: ComparedMeasure, sign: Sign) -> String {
    let quantity = match measure {
        ComparedMeasure::Speed => "speed",
        ComparedMeasure::Quality => "quality",
        ComparedMeasure::Cost => "cost",
        ComparedMeasure::Effort => "effort",
        ComparedMeasure::Risk => "risk",
        ComparedMeasure::Lateness => "lateness",
        ComparedMeasure::Length => "length",
    };
    format!("{} {quantity}", <&str>::from(sign))
}
