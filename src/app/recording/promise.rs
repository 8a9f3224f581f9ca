use super::Recording;
use super::gist::SaidPromise;
use crate::exercise::ASKING_VERBS;
use crate::graph::Owner;
use crate::record::spoken::capitalised;
use crate::record::{Due, Kind, Mode};

/// Words that end the name of the person who is asked.
const BEHIND: [&str; 12] =
    [",", ":", "?", "(", " about ", " what ", " how ", " in ", " for ", " whether ", " if ", " to "];

/// Words that refer to a person without a name.
const NO_NAMES: [&str; 12] =
    ["my", "the", "a", "an", "some", "somebody", "someone", "anybody", "their", "his", "her", "them"];

/// The parts of the last promise that a prompt uses.
#[derive(Debug, Default)]
pub(super) struct Promised {
    /// The owner of the promise.
    pub(super) who: Option<String>,
    /// The due day in words: "by 4 December".
    pub(super) due: Option<String>,
    /// The person to be asked, if the promise names one.
    pub(super) whom: Option<String>,
    /// The party that the promise names, such as that of the person who is asked.
    pub(super) party: Option<String>,
}

impl Promised {
    /// Returns the parts of a promise in words.
    pub(super) fn of(recording: &Recording, promise: Option<&SaidPromise>) -> Self {
        let Some(promise) = promise else { return Self::default() };
        let (session, who) = (recording.session(), promise.who.as_deref());
        let who = who.and_then(|who| match session.mode() {
            // In a session of one person the prompt uses the facilitator's name for the owner.
            Mode::Solo => Some(recording.called(who).to_owned()),
            Mode::Live => Owner::of(session, recording.ledger(), who).called(),
        });
        Self {
            who,
            due: promise.due.map(|due| by(recording, due)),
            whom: whom(&promise.text),
            party: party(recording, &promise.text),
        }
    }
}

/// Returns the party that a promise of somebody alone names: "Retention" for "ask Priya in Retention".
fn party(recording: &Recording, text: &str) -> Option<String> {
    if recording.session().mode() != Mode::Solo {
        return None;
    }
    let text = format!(" {} ", text.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " "));
    let known = recording.ledger().things().filter(|thing| thing.kind == Kind::Party);
    let named = known.filter(|thing| text.contains(&format!(" {} ", thing.label.to_lowercase())));
    named.max_by_key(|thing| thing.label.len()).map(|thing| thing.label.to_owned())
}

/// Returns the due day in words, without the year where that is the session's.
fn by(recording: &Recording, due: Due) -> String {
    let year = recording.session().day().year();
    let words = crate::capture::due_in_words(due);
    words.strip_suffix(&format!(" {year}")).map_or_else(|| words.clone(), str::to_owned)
}

/// Returns the person whom a promise asks: "Priya" for "ask priya about the calls".
fn whom(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let verb = ASKING_VERBS.iter().find(|verb| lower.starts_with(**verb))?;
    let rest = text.get(verb.len()..)?;
    let end = BEHIND.iter().filter_map(|word| rest.find(word)).min().unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    let first = name.split_whitespace().next()?;
    let named = name.split_whitespace().count() <= 2 && !NO_NAMES.contains(&first.to_lowercase().as_str());
    named.then(|| capitalised(name))
}
