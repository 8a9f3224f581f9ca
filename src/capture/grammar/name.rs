use crate::record::lexicon::{LEADING_AMOUNTS, PHRASAL, TRAILING_AMOUNTS, amount_word, leading_amount};
use crate::record::long_form::one_name;
use crate::record::text::{LABEL_LIMIT, clip, single_spaced};
use crate::record::{Attribute, Kind, Sign, Strength};

use super::attribute::attribute;
use super::normal::normal;
use super::scrap::Scrap;
use super::shelter::{Sheltered, words};

/// The maximum number of names in one line.
pub(crate) const NAMES_LIMIT: usize = 100;

/// One name as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TypedName {
    /// The label without the sigil, the attributes, and a word that says a sign.
    pub(crate) label: String,
    /// The label with the word that says a sign, if this word may be part of the name.
    pub(crate) whole: Option<String>,
    /// The sign that this word says.
    pub(crate) turn: Option<Sign>,
    /// How clearly it is said: "twice as many". It counts if no sign was typed.
    pub(crate) strength: Option<Strength>,
    /// The kind that was typed as a sigil.
    pub(crate) sigil: Option<Kind>,
    /// The attributes typed in parentheses.
    pub(crate) attributes: Vec<Attribute>,
    /// Whether the name was typed in brackets, so that its start and end are certain.
    pub(crate) bracketed: bool,
    /// The text beyond the maximum length of a label.
    pub(crate) overflow: Option<String>,
}

impl TypedName {
    /// Reads one name; an empty one is a scrap.
    pub(crate) fn read(text: &str) -> Result<Self, Scrap> {
        let (text, attributes) = without_attributes(text.trim());
        let (sigil, text) = without_sigil(text);
        let bracketed = Sheltered::new(text).whole();
        let may_turn = sigil.is_none_or(|kind| kind == Kind::Factor);
        let turned = may_turn.then(|| turned(text)).flatten();
        let mut name = Self::of_parts(sigil, text, bracketed, attributes)?;
        if let Some((sign, rest)) = turned {
            name.take_turn(sign, rest);
        }
        Ok(name)
    }

    /// Reads one name in which no word says a sign; an empty one is a scrap.
    pub(crate) fn plain(text: &str) -> Result<Self, Scrap> {
        let (text, attributes) = without_attributes(text.trim());
        let (sigil, text) = without_sigil(text);
        Self::of_parts(sigil, text, Sheltered::new(text).whole(), attributes)
    }

    fn of_parts(
        sigil: Option<Kind>,
        text: &str,
        bracketed: Option<&str>,
        attributes: Vec<Attribute>,
    ) -> Result<Self, Scrap> {
        let (full, overflow) = label(bracketed.unwrap_or(text));
        if full.is_empty() {
            return Err(Scrap::NameMissing);
        }
        let bracketed = bracketed.is_some();
        Ok(Self { label: full, whole: None, turn: None, strength: None, sigil, attributes, bracketed, overflow })
    }

    fn take_turn(&mut self, sign: Sign, rest: &str) {
        let (kind, rest) = without_sigil(rest);
        let (label, _) = label(Sheltered::new(rest).whole().unwrap_or(rest));
        if label.is_empty() {
            return;
        }
        let whole = std::mem::replace(&mut self.label, label);
        self.whole = (kind.is_none() && self.sigil.is_none()).then_some(whole);
        self.sigil = kind.or(self.sigil);
        self.turn = Some(sign);
    }

    /// Returns the label with the word that says a sign, if it has one.
    pub(crate) fn full(&self) -> &str {
        self.whole.as_deref().unwrap_or(&self.label)
    }

    /// Reads a label as one name, whatever characters it holds.
    pub(crate) fn of_label(label: &str) -> Result<Self, Scrap> {
        Self::read(&normal(&one_name(label)))
    }

    /// Reads names separated by commas.
    pub(crate) fn list(text: &str) -> Result<Vec<Self>, Scrap> {
        let pieces: Vec<&str> = Sheltered::new(text).split(',').into_iter().flat_map(apart).collect();
        if pieces.len() > NAMES_LIMIT {
            return Err(Scrap::TooMuch(NAMES_LIMIT));
        }
        pieces.into_iter().map(TypedName::read).collect()
    }
}

/// Splits "less queueing and more trust" into two names: each part begins with a word that says its sign.
fn apart(text: &str) -> Vec<&str> {
    const AND: &str = " and ";
    let second = |at: &usize| text.get(at + AND.len()..).is_some_and(|rest| leading_amount(rest).is_some());
    let Some(at) = leading_amount(text.trim()).and_then(|_| Sheltered::new(text).finds(AND).find(second)) else {
        return vec![text];
    };
    let (first, rest) = text.split_at(at);
    let mut names = vec![first];
    names.extend(apart(rest.get(AND.len()..).unwrap_or_default()));
    names
}

/// Returns the label as it is shown, and the text beyond its maximum length. A full stop at the end of a sentence is
/// dropped.
fn label(text: &str) -> (String, Option<String>) {
    let text = single_spaced(text);
    let text = without_stop(&text);
    let label = clip(text, LABEL_LIMIT);
    let overflow = text.get(label.len()..).map(str::trim).filter(|rest| !rest.is_empty());
    (label.trim_end().to_owned(), overflow.map(str::to_owned))
}

fn without_stop(text: &str) -> &str {
    let sentence = |rest: &&str| {
        let last = rest.rsplit(' ').next().unwrap_or_default();
        !rest.contains('.') && last.chars().count() > 3 && last.chars().all(char::is_alphabetic)
    };
    text.strip_suffix('.').filter(sentence).unwrap_or(text)
}

fn without_sigil(text: &str) -> (Option<Kind>, &str) {
    let sigil = text.chars().next().and_then(|c| Some((c, Kind::from_sigil(c)?)));
    match sigil {
        Some((c, kind)) => (Some(kind), text.get(c.len_utf8()..).unwrap_or_default().trim()),
        None => (None, text),
    }
}

fn without_attributes(mut text: &str) -> (&str, Vec<Attribute>) {
    let mut attributes = Vec::new();
    while let Some((before, found)) = last_attribute(text) {
        attributes.insert(0, found);
        text = before;
    }
    (text, attributes)
}

fn last_attribute(text: &str) -> Option<(&str, Attribute)> {
    let inner = text.strip_suffix(')')?;
    let at = inner.rfind('(')?;
    let found = Sheltered::new(text).is_open(at).then(|| attribute(inner.get(at + 1..)?)).flatten()?;
    Some((inner.get(..at)?.trim_end(), found))
}

/// Returns the sign that the first or last word says, and the name without this word.
fn turned(text: &str) -> Option<(Sign, &str)> {
    let words = words(text);
    let (first, rest) = words.split_first()?;
    let (last, front) = words.split_last()?;
    if let (Some(sign), Some(next)) = (amount_word(&LEADING_AMOUNTS, first.text), rest.first()) {
        return Some((sign, text.get(next.start..)?));
    }
    let sign = amount_word(&TRAILING_AMOUNTS, last.text)?;
    let phrasal = matches!(front, [only] if PHRASAL.iter().any(|word| only.text.eq_ignore_ascii_case(word)));
    let end = front.last().filter(|_| !phrasal)?.end;
    Some((sign, text.get(..end)?))
}
