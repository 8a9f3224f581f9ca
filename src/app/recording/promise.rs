use super::Recording;
use super::gist::SaidPromise;
use crate::exercise::ASKING_VERBS;
use crate::graph::Owner;
use crate::record::spoken::capitalised;
use crate::record::{Due, Mode};

/// Words behind whomever one turns to.
const BEHIND: [&str; 12] =
    [",", ":", "?", "(", " about ", " what ", " how ", " in ", " for ", " whether ", " if ", " to "];

/// Words that describe somebody without a name.
const NO_NAMES: [&str; 12] =
    ["my", "the", "a", "an", "some", "somebody", "someone", "anybody", "their", "his", "her", "them"];

/// The last promise of a session, as a prompt speaks of it.
#[derive(Debug, Default)]
pub(super) struct Promised {
    /// Whose it is.
    pub(super) who: Option<String>,
    /// By when: "by 4 December".
    pub(super) due: Option<String>,
    /// Whom it asks, when it names somebody.
    pub(super) whom: Option<String>,
}

impl Promised {
    /// How a prompt speaks of a promise.
    pub(super) fn of(recording: &Recording, promise: Option<&SaidPromise>) -> Self {
        let Some(promise) = promise else { return Self::default() };
        let (session, who) = (recording.session(), promise.who.as_deref());
        let who = who.and_then(|who| match session.mode() {
            // A message that one person writes names whom they ask.
            Mode::Solo => Some(recording.called(who).to_owned()),
            Mode::Live => Owner::of(session, recording.ledger(), who).called(),
        });
        Self { who, due: promise.due.map(|due| by(recording, due)), whom: whom(&promise.text) }
    }
}

/// The due day in words; the year is left out where it is the session's.
fn by(recording: &Recording, due: Due) -> String {
    let year = recording.session().day().year();
    let words = crate::capture::due_in_words(due);
    words.strip_suffix(&format!(" {year}")).map_or_else(|| words.clone(), str::to_owned)
}

/// "ask priya about the calls": Priya.
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
