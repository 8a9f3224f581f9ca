use super::notes::Notes;
use crate::export::markdown::foreign;
use crate::record::spoken::weekday_in_words;
use crate::record::{Due, Fact, Outcome};

/// The outcome of a parked item, a question or a promise.
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

    /// Whether the matter needs nothing more to be done.
    pub(super) fn is_over(self) -> bool {
        self.outcome != Outcome::Moved
    }

    /// The day to which the matter was moved; `None` if it was not moved.
    pub(super) fn moved_to(self) -> Option<Due> {
        self.due.filter(|_| self.outcome == Outcome::Moved)
    }

    /// The outcome in words, such as " - done" or " - moved to 4 December 2026: “too early”".
    pub(super) fn told(self, notes: &Notes<'_>) -> String {
        let became = match (self.outcome, self.moved_to()) {
            (Outcome::Moved, Some(due)) => format!("moved to {}", weekday_in_words(notes.due(due))),
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

/// The outcome, as the end of a list item; empty while the matter is open.
pub(super) fn outcome(notes: &Notes<'_>, seq: u64) -> String {
    Settled::find(notes, seq).map(|settled| settled.told(notes)).unwrap_or_default()
}
