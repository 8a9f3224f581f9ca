//! Work that takes too long for one key press; the shell does it in a thread.

use std::mem;

use crate::record::spoken::clock;
use crate::record::{Session, SessionId};
use crate::replay::compare::{ComparedSide, Scope, compare};
use crate::replay::{Playhead, Scan, Sighting, Timeline};

/// The number of events that are scanned between two reports.
const BATCH: usize = 16;

/// A session to scan for findings.
#[derive(Clone, Debug)]
pub struct ScanOrder {
    pub(super) scan: Scan,
    pub(super) timeline: Timeline,
}

/// Two orders about one session are equal when they begin at the same event.
impl PartialEq for ScanOrder {
    fn eq(&self, other: &Self) -> bool {
        let id = |order: &Self| order.timeline.session().header().id.clone();
        (id(self), self.scan.heard()) == (id(other), other.scan.heard())
    }
}

/// The findings of a batch of events.
#[derive(Clone, Debug)]
pub struct Scanned {
    /// The session's id.
    pub session: SessionId,
    /// Each sighting, with the number of events after which it was made.
    pub seen: Vec<(usize, Sighting)>,
    /// The scan, to be continued when more was recorded; `None` in every report but the last.
    pub rest: Option<Scan>,
}

impl ScanOrder {
    /// Scans the session and reports the findings in batches, until `tell` returns `false`.
    pub fn run(mut self, mut tell: impl FnMut(Scanned) -> bool) {
        let session = self.timeline.session().header().id.clone();
        let mut seen = Vec::new();
        while let Some(sighting) = self.scan.step(&mut self.timeline) {
            seen.push((self.scan.heard(), sighting));
            if seen.len() >= BATCH
                && !tell(Scanned { session: session.clone(), seen: mem::take(&mut seen), rest: None })
            {
                return;
            }
        }
        tell(Scanned { session, seen, rest: Some(self.scan) });
    }
}

/// Two moments of a session to compare.
#[derive(Clone, Debug)]
pub struct CompareOrder {
    pub(super) timeline: Timeline,
    pub(super) moments: [Playhead; 2],
}

impl PartialEq for CompareOrder {
    fn eq(&self, other: &Self) -> bool {
        let id = |order: &Self| order.timeline.session().header().id.clone();
        (id(self), self.moments) == (id(other), other.moments)
    }
}

/// The changes between two moments, as shown in a popup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The title, which names the two moments.
    pub title: String,
    /// Headings, each with its lines.
    pub sections: Vec<(String, Vec<String>)>,
    /// The index of the first line shown.
    pub scroll: u16,
}

impl CompareOrder {
    /// Returns the changes from the earlier moment to the later one.
    pub fn run(mut self) -> Changes {
        self.moments.sort();
        let [before, after] = self.moments.map(|moment| self.side(moment));
        let session = self.timeline.session();
        let [from, to] = self.moments.map(|moment| clock(session.time_within(moment.at)));
        let sections = compare(&before, &after, Scope::OneStory).sections();
        Changes { title: format!("what changed from {from} to {to}"), sections, scroll: 0 }
    }

    fn side(&self, moment: Playhead) -> ComparedSide {
        let session = session_at(&self.timeline, moment);
        ComparedSide::new(self.timeline.clone().ledger(moment.heard), [&session])
    }
}

/// Returns a session as it stood at a moment.
pub(super) fn session_at(timeline: &Timeline, moment: Playhead) -> Session {
    let whole = timeline.session();
    Session::fold(whole.header().clone(), whole.events().iter().take(moment.heard).cloned())
}
