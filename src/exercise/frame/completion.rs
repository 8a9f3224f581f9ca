//! Combines a plain line with the bare form of its step into a long form.

use super::names::{GivenNames, without_brackets};
use super::phrase::{in_quotes, is_a_name, items, status_first};
use crate::exercise::bare::{BareArrows, BareForm, NameShape, first_word, status_behind};
use crate::record::Kind;
use crate::record::lexicon::Keyword;
use crate::record::long_form::{ArrowLink, LongForm, in_tail, one_name};

/// Words before a colon that name the sentence, not the people who say it.
const NO_SIDES: [&str; 8] = ["hope", "worry", "fear", "rumour", "my hope", "my worry", "my fear", "question"];

/// Verbs behind the name of the people who speak.
const SAYS: [&str; 12] =
    [" hears", " hear", " says", " say", " asks", " ask", " thinks", " think", " said", " asked", " feels", " feel"];

/// The maximum number of words in the name of the people before the colon.
const LONGEST_SIDE: usize = 4;

impl BareForm {
    /// Returns the long form of a line; `None` when the line does not fit the form. `unit` is the speaker's.
    pub(super) fn completed(&self, said: &str, unit: Option<&str>) -> Option<LongForm> {
        if let BareForm::Status { of } = self {
            let (status, words) = status_first(said)?;
            return Some(LongForm::Is { names: of.clone(), status, words: in_quotes(words) });
        }
        if !self.needs_whose() {
            return self.made_of(said);
        }
        let unit = || unit.map(|unit| (format!("@{}", one_name(unit)), said));
        match side(said).map(|(whose, rest)| (whose.to_owned(), rest)).or_else(unit) {
            Some((whose, rest)) => self.of(&whose).made_of(rest),
            None => self.says().then(|| voice(said)),
        }
    }

    /// Returns the long form of a choice from a list: the chosen labels, and the words after them.
    pub(super) fn chosen(&self, labels: &[&str], words: &str) -> Option<LongForm> {
        let words = in_quotes(words);
        let names = || labels.iter().map(|label| one_name(label)).collect::<Vec<_>>();
        let list = || names().join(", ");
        Some(match self {
            BareForm::Arrows(arrows) => {
                let mut to = names();
                if let NameShape::Whole(_) = arrows.names {
                    to = labels.iter().map(|label| arrows.names.around(&without_brackets(label))).collect();
                } else if let Some(first) = to.first_mut() {
                    *first = arrows.names.around(first);
                }
                arrows.drawn(to, arrows.tail.clone(), words)
            }
            BareForm::Named(kind) => LongForm::Named { kind: *kind, names: format!("{}{words}", list()) },
            BareForm::Chosen { behind } => match status_behind(behind) {
                Some(status) => LongForm::Is { names: list(), status, words },
                None => LongForm::Line(format!("{}{words}", self.around(&list()))),
            },
            BareForm::Line { behind: None, .. } => return None,
            _ => LongForm::Line(format!("{}{words}", self.around(&list()))),
        })
    }

    fn made_of(&self, said: &str) -> Option<LongForm> {
        let text = || said.to_owned();
        Some(match self {
            BareForm::Status { .. } | BareForm::Chosen { .. } => return None,
            BareForm::Said { who } => LongForm::Said { who: who.clone(), text: text() },
            BareForm::Asked { behind } => LongForm::Asked { text: question(said, behind) },
            BareForm::Named(kind) => {
                let named = *kind == Kind::Purpose || items(said).into_iter().all(is_a_name);
                LongForm::Named { kind: *kind, names: named.then(text)? }
            }
            BareForm::Arrows(arrows) => {
                let given = GivenNames::read(said, arrows.names, arrows.link == ArrowLink::Right, &arrows.tail)?;
                arrows.drawn(given.names, given.tail, given.words)
            }
            BareForm::Promised { .. } => LongForm::Line(line(&self.around(""), "", said)?),
            BareForm::Line { before, behind } => {
                let behind = behind.as_ref()?;
                LongForm::Line(if self.takes_sentences() {
                    sentence(before, behind, said)
                } else {
                    line(before, behind, said)?
                })
            }
        })
    }
}

impl BareArrows {
    fn drawn(&self, to: Vec<String>, tail: String, words: String) -> LongForm {
        LongForm::Drawn { from: self.from.clone(), link: self.link, to, tail, words }
    }
}

/// Returns the question; a line that is already a question gets no text after it.
fn question(said: &str, behind: &str) -> String {
    let own = said.contains(':') || said.ends_with('?') || !is_a_name(said);
    if own { said.to_owned() } else { format!("{said}{behind}") }
}

fn sentence(before: &str, behind: &str, said: &str) -> String {
    let said = if before.starts_with("? ") { question(said, behind) } else { format!("{said}{behind}") };
    format!("{before}{said}")
}

/// Puts the names of a line into a form that has no variant of its own.
fn line(before: &str, behind: &str, said: &str) -> Option<String> {
    if before.chars().count() == 1 {
        return items(said).into_iter().all(is_a_name).then(|| format!("{before}{said}{behind}"));
    }
    // "Time from order to gate, down" says behind a comma which way the thing is wanted.
    let wanted =
        [", up", ", down"].iter().find_map(|turn| Some((said.strip_suffix(turn)?, turn.trim_start_matches(','))));
    if let Some((name, turn)) =
        wanted.filter(|(name, _)| first_word(before) == Some(Keyword::Want.as_ref()) && is_a_name(name))
    {
        return Some(format!("{before}{name}{turn}{behind}"));
    }
    let (closing, own) = behind.split_once(" : ").unwrap_or((behind, ""));
    let less = before.strip_suffix("less ");
    let sigil =
        before.chars().next_back().and_then(|sigil| Some((before.strip_suffix(sigil)?, Kind::from_sigil(sigil)?)));
    let (lead, shape) = match (less, sigil) {
        (Some(lead), _) if lead.ends_with("-> ") => (lead, NameShape::Less),
        (Some(lead), _) => (lead, NameShape::Plain),
        (None, Some((lead, kind))) => (lead, NameShape::Sorted(kind)),
        (None, None) => (before, NameShape::Plain),
    };
    let given = if before.ends_with('[') {
        let given = GivenNames::read(said, NameShape::Whole(Kind::Unknown), false, own)?;
        let names = given.names.iter().map(|name| name.trim_matches(['[', ']']).to_owned()).collect();
        GivenNames { names, ..given }
    } else {
        GivenNames::read(said, shape, lead.ends_with("-> "), own)?
    };
    Some(format!("{lead}{}{closing}{}{}", given.names.join(", "), in_tail(&given.tail), given.words))
}

/// Splits a line into the people before the colon and their sentence: "Claims handlers: we are tired".
fn side(said: &str) -> Option<(&str, &str)> {
    let (whose, rest) = said.split_once(':')?;
    let (whose, rest) = (whose.trim(), rest.trim());
    // "Compliance hears: ..." is about Compliance.
    let whose = SAYS.iter().find_map(|verb| whose.strip_suffix(verb)).map_or(whose, str::trim_end);
    let named = is_a_name(whose) && (1..=LONGEST_SIDE).contains(&whose.split_whitespace().count());
    let is_side = named && !rest.is_empty() && !NO_SIDES.contains(&whose.to_lowercase().as_str());
    is_side.then_some((whose, rest))
}

/// Returns the long form of a sentence whose speaker nobody knows.
fn voice(said: &str) -> LongForm {
    match said.rsplit_once(" re ") {
        Some((text, about)) => LongForm::Line(format!("&[{}] covers {about}", without_brackets(text))),
        None => LongForm::Named { kind: Kind::Voice, names: said.to_owned() },
    }
}
