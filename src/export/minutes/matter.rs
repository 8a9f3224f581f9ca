use super::notes::Notes;
use crate::export::markdown::foreign;
use crate::export::wording::day;
use crate::record::{Due, Fact, Outcome};

/// The outcome of something parked, asked or promised.
#[derive(Clone, Copy)]
pub(super) struct Settled<'a> {
    pub(super) outcome: Outcome,
    due: Option<Due>,
    words: Option<&'a str>,
}

impl<'a> Settled<'a> {
    /// The latest outcome of the event with this number; `None` while it is open.
    pub(super) fn find(notes: &'a Notes<'_>, seq: u64) -> Option<Self> {
        settled(notes.settled(seq)?)
    }

    /// Whether nothing remains to be done.
    pub(super) fn is_over(self) -> bool {
        self.outcome != Outcome::Moved
    }

    /// The day it was moved to.
    pub(super) fn moved_to(self) -> Option<Due> {
        self.due.filter(|_| self.outcome == Outcome::Moved)
    }

    /// " - done", " - moved to 4 December 2026: “too early”".
    pub(super) fn told(self, notes: &Notes<'_>) -> String {
        let became = match (self.outcome, self.moved_to()) {
            (Outcome::Moved, Some(due)) => format!("moved to {}", day(notes.due(due))),
            (Outcome::Moved, None) => "moved to another day".to_owned(),
            (outcome, _) => outcome.name().to_owned(),
        };
        let words = self.words.map(|words| format!(": “{}”", foreign(words))).unwrap_or_default();
        format!(" - {became}{words}")
    }
}

fn settled(fact: &Fact) -> Option<Settled<'_>> {
    let Fact::Settled { outcome, due, words, .. } = fact else { return None };
    Some(Settled { outcome: *outcome, due: *due, words: words.as_deref() })
}

/// The outcome at the end of an item; empty while it is open.
pub(super) fn outcome(notes: &Notes<'_>, seq: u64) -> String {
    Settled::find(notes, seq).map(|settled| settled.told(notes)).unwrap_or_default()
}
