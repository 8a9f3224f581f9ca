use std::borrow::Cow;
use std::ops::Range;

use crate::capture::lexicon::{Lexicon, Phrase, Sense, VerbEntry, Words};

use super::token::{LineToken, TokenKind, tokens};

/// A run of tokens, by their places in the line.
pub(crate) type Span = Range<usize>;

/// A line with its tokens, and with what the lexicon says of each.
#[derive(Debug)]
pub(crate) struct TaggedLine<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: &'a Words,
    pub(crate) tokens: Vec<LineToken<'a>>,
    /// For each token, the phrases that begin with it: the number of words, and the phrase.
    phrases: Vec<(usize, usize, &'a Phrase)>,
    /// For each token, the place of its first phrase in `phrases`.
    first: Vec<usize>,
}

impl<'a> TaggedLine<'a> {
    /// Tags a line in the language that most of its words belong to.
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        let words = language_of(text, lexicon);
        let tokens = tokens(text, words);
        let mut line = Self { text, words, tokens, phrases: Vec::new(), first: Vec::new() };
        line.tag();
        line
    }

    fn tag(&mut self) {
        let shouted = !self.text.chars().any(char::is_lowercase);
        for at in 0..self.tokens.len() {
            self.first.push(self.phrases.len());
            let Some(token) = self.tokens.get(at).filter(|token| token.kind == TokenKind::Word) else { continue };
            // "IT" is a department and no pronoun; "US" is a country.
            let typed = self.slice(at..at + 1);
            let letters = typed.chars().filter(|c| c.is_alphabetic()).count();
            let acronym = !shouted && letters > 1 && !typed.chars().any(char::is_lowercase);
            // Behind a sigil stands a name: "*Nobody loses the job".
            if acronym || !typed.starts_with(|c: char| c.is_alphanumeric() || c == '~') {
                continue;
            }
            for phrase in self.words.beginning(&token.word) {
                if self.matches(&phrase.words, at) {
                    self.phrases.push((at, phrase.words.len(), phrase));
                } else if let Some(length) = self.around_adverb(phrase, at) {
                    self.phrases.push((at, length, phrase));
                }
            }
        }
        self.first.push(self.phrases.len());
    }

    /// Returns the length of a verb of several words with an adverb between them: "a *fortement* réduit", "es causado
    /// *sobre todo* por".
    fn around_adverb(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        if !matches!(phrase.sense, Sense::Verb(_)) {
            return None;
        }
        let same =
            phrase.words.iter().enumerate().take_while(|(offset, word)| self.word(at + offset) == &***word).count();
        let (_, rest) =
            phrase.words.split_at_checked(same).filter(|(one, rest)| !one.is_empty() && !rest.is_empty())?;
        let place = at + same;
        let adverb = |sense| matches!(sense, Sense::Adverb | Sense::Clearly | Sense::Intensifier);
        let known = self.words.beginning(self.word(place)).iter().filter(|known| adverb(known.sense));
        let skipped = known.filter(|known| self.matches(&known.words, place)).map(|known| known.words.len()).max()?;
        self.matches(rest, place + skipped).then_some(phrase.words.len() + skipped)
    }

    /// Whether these words stand at this place.
    pub(crate) fn matches(&self, words: &[Box<str>], at: usize) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.word(at + offset) == &**word)
    }

    /// Returns the word at a place; empty for a mark and behind the end.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).filter(|token| matches!(token.kind, TokenKind::Word)).map_or("", |token| &token.word)
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(crate) fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.kind(at) == Some(kind)
    }

    /// Returns all tokens.
    pub(crate) fn all(&self) -> Span {
        0..self.tokens.len()
    }

    /// Returns the text of a run of tokens, as typed.
    pub(crate) fn slice(&self, span: Span) -> &'a str {
        let start = self.tokens.get(span.start).map(|token| token.start);
        let end = span.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map(|token| token.end);
        match (start, end) {
            (Some(start), Some(end)) if span.start < span.end => self.text.get(start..end).unwrap_or_default().trim(),
            _ => "",
        }
    }

    /// Returns the phrases that begin at a place, the longest first: the number of words, and the phrase.
    pub(crate) fn phrases(&self, at: usize) -> impl Iterator<Item = (usize, &'a Phrase)> + '_ {
        let from = self.first.get(at).copied().unwrap_or_default();
        let to = self.first.get(at + 1).copied().unwrap_or(from);
        self.phrases.get(from..to).unwrap_or_default().iter().map(|(_, length, phrase)| (*length, *phrase))
    }

    /// Returns the longest phrase at a place whose sense the test takes, with what the test makes of it.
    pub(crate) fn sense<T>(&self, at: usize, takes: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        self.phrases(at)
            .filter(|(_, phrase)| phrase.behind.is_none())
            .find_map(|(length, phrase)| Some((length, takes(phrase.sense)?)))
    }

    /// Whether a phrase begins at a place whose sense the test takes.
    pub(crate) fn has_any(&self, at: usize, takes: impl Fn(Sense) -> bool) -> bool {
        self.sense(at, |sense| takes(sense).then_some(())).is_some()
    }

    /// Returns the number of words of the longest phrase of this sense at a place.
    pub(crate) fn length_of(&self, at: usize, sense: Sense) -> Option<usize> {
        self.sense(at, |found| (found == sense).then_some(())).map(|(length, ())| length)
    }

    /// Whether a phrase of this sense begins at a place.
    pub(crate) fn has(&self, at: usize, sense: Sense) -> bool {
        self.length_of(at, sense).is_some()
    }

    /// Whether a noun of this sense stands at a place. Where nouns are run together, the end of the word counts:
    /// `Wartezeit` is a `Zeit`.
    pub(crate) fn has_noun(&self, at: usize, sense: Sense) -> bool {
        self.has(at, sense) || (self.words.file.joined_nouns && self.words.ends_in(self.word(at), sense))
    }

    /// Returns the number of words of a phrase of this sense that ends right before `end` and begins at or after
    /// `start`; of several the longest.
    pub(crate) fn ending(&self, span: &Span, sense: Sense) -> Option<usize> {
        self.ending_with(span, |found| (found == sense).then_some(())).map(|(length, ())| length)
    }

    /// Returns the longest phrase that ends with the span and whose sense the test takes.
    pub(crate) fn ending_with<T>(&self, span: &Span, takes: impl Fn(Sense) -> Option<T>) -> Option<(usize, T)> {
        const LONGEST: usize = 8;
        let first = span.start.max(span.end.saturating_sub(LONGEST));
        (first..span.end).find_map(|at| {
            let fits = |(length, phrase): &(usize, &Phrase)| at + length == span.end && phrase.behind.is_none();
            self.phrases(at).filter(fits).find_map(|(length, phrase)| Some((length, takes(phrase.sense)?)))
        })
    }

    /// Whether a span holds words of this sense alone.
    pub(crate) fn all_of(&self, span: &Span, sense: Sense) -> bool {
        let mut at = span.start;
        while at < span.end {
            match self.length_of(at, sense) {
                Some(length) => at += length,
                None => return false,
            }
        }
        true
    }

    /// Returns the entry of a verb.
    pub(crate) fn verb(&self, place: u16) -> Option<&'a VerbEntry> {
        self.words.file.verbs.get(usize::from(place))
    }

    /// Returns the places in a span at which a token of this kind stands.
    pub(crate) fn places(&self, span: &Span, kind: TokenKind) -> Vec<usize> {
        span.clone().filter(|at| self.is(*at, kind)).collect()
    }

    /// Returns a span without the commas, semicolons, dashes and full stops at both ends.
    pub(crate) fn trimmed(&self, mut span: Span) -> Span {
        use TokenKind::{Comma, Dash, Semicolon, Stop};
        let loose = |at: usize| matches!(self.kind(at), Some(Comma | Semicolon | Stop | Dash));
        while span.start < span.end && loose(span.start) {
            span.start += 1;
        }
        while span.start < span.end && loose(span.end - 1) {
            span.end -= 1;
        }
        span
    }
}

/// Returns the language that most words of a line belong to; among equals the first of the session.
fn language_of<'a>(text: &str, lexicon: &'a Lexicon) -> &'a Words {
    static NONE: std::sync::LazyLock<Words> = std::sync::LazyLock::new(Words::default);
    let mut best: Option<(usize, &Words)> = None;
    let [first, ..] = lexicon.languages() else { return &NONE };
    if lexicon.languages().len() == 1 {
        return first;
    }
    let typed: Vec<Cow<'_, str>> = rough_words(text).collect();
    for language in lexicon.languages() {
        let known = typed.iter().filter(|word| language.has_word(word)).count();
        if best.is_none_or(|(most, _)| known > most) {
            best = Some((known, language));
        }
    }
    best.map_or(first, |(_, words)| words)
}

fn rough_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|word| !word.is_empty());
    words.map(
        |word| if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) },
    )
}
