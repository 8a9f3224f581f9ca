use std::collections::BTreeMap;

use super::{Marker, MarkerKind, Playhead, Still, Timeline};
use crate::lens::{Finding, Milestone, State};

/// A finding is told again when its severity has grown by at least this.
const GROWN: u8 = 20;

/// All looks together weigh at most this many things and sayings before looks become rarer. The longest workshop of a day
/// stays below it.
const AT_FIRST: usize = 200_000;

/// This many more for every event, so that a session of ten times the events takes about ten times as long.
const PER_EVENT: usize = 1;

/// Walks through a session and tells what shows for the first time, and what no longer shows.
///
/// One step weighs the map once, so whoever calls it does so beside the screen, and may stop after any step. In a long
/// session with a large map it is weighed after some of the events only, and always after the last.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    heard: usize,
    /// Something was said since the last look.
    pending: bool,
    /// How many events were heard at the last look.
    looked: usize,
    /// How much was weighed in the last look, and in all of them.
    weight: usize,
    weighed: usize,
    shown: BTreeMap<String, Finding>,
}

/// What one step of a scan has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sighting {
    /// Where it stands after the event.
    pub markers: Vec<Marker>,
    /// Before the first event: the findings that showed already in what the session builds on.
    pub already: Vec<Finding>,
    /// How many events before this one were passed over since the last look: what shows may have come with any of them.
    pub passed: usize,
    /// The findings that show for the first time, heaviest first.
    pub new: Vec<Finding>,
    /// Those that weigh much more than before.
    pub grown: Vec<Finding>,
    /// Those that say, weigh or stand otherwise than before.
    pub changed: Vec<Finding>,
    /// Those that no longer show.
    pub gone: Vec<Finding>,
}

impl Scan {
    /// From the beginning.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many events were looked at.
    pub const fn heard(&self) -> usize {
        self.heard
    }

    /// Looks at the next event; nothing once all that was recorded so far was looked at.
    pub fn step(&mut self, timeline: &mut Timeline) -> Option<Sighting> {
        let event = timeline.events().get(self.heard)?;
        let counts = event.facts.iter().any(|fact| fact.is_content() || fact.is_undo_or_redo());
        let mut already = Vec::new();
        if self.heard == 0 {
            self.shown = self.look(timeline, Timeline::start());
            already.extend(self.shown.values().cloned());
        }
        self.heard += 1;
        self.pending |= counts;
        let is_last = self.heard == timeline.events().len();
        if !self.pending || !(self.may_look() || is_last) {
            self.looked += usize::from(!self.pending);
            return Some(Sighting { already, ..Sighting::default() });
        }
        self.pending = false;
        let position = timeline.after(self.heard);
        let now = self.look(timeline, position);
        let passed = self.heard - 1 - std::mem::replace(&mut self.looked, self.heard);
        let gone: Vec<Finding> =
            self.shown.iter().filter(|(key, _)| !now.contains_key(*key)).map(|(_, gone)| gone.clone()).collect();
        let grown = now.iter().filter(|(key, finding)| {
            self.shown.get(*key).is_some_and(|known| finding.severity >= known.severity.saturating_add(GROWN))
        });
        let grown = grown.map(|(_, finding)| finding.clone()).collect();
        let other = |finding: &Finding, known: &Finding| {
            (&finding.says, finding.severity, finding.state) != (&known.says, known.severity, known.state)
        };
        let changed =
            now.iter().filter(|(key, finding)| self.shown.get(*key).is_some_and(|known| other(finding, known)));
        let changed = changed.map(|(_, finding)| finding.clone()).collect();
        let mut new: Vec<Finding> =
            now.iter().filter(|(key, _)| !self.shown.contains_key(*key)).map(|(_, found)| found.clone()).collect();
        new.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let vanishes =
            gone.iter().map(|finding| Marker { position, kind: MarkerKind::Gone, says: finding.says.clone() });
        let appears = new.iter().map(|finding| Marker { position, kind: kind(finding), says: finding.says.clone() });
        let markers = vanishes.chain(appears).collect();
        self.shown = now;
        Some(Sighting { markers, already, passed, new, grown, changed, gone })
    }

    /// Whether one more look is within what may be weighed until here.
    const fn may_look(&self) -> bool {
        self.weighed + self.weight <= AT_FIRST + PER_EVENT * self.heard
    }

    /// What shows at a moment; weighs everything that was said until then.
    fn look(&mut self, timeline: &mut Timeline, position: Playhead) -> BTreeMap<String, Finding> {
        let still = timeline.look(position);
        self.weight = still.graph().counts().things + still.ledger().sayings();
        self.weighed += self.weight;
        shown(&still)
    }
}

/// What shows in a session as it stood.
fn shown(still: &Still) -> BTreeMap<String, Finding> {
    let found = still.readings().findings.iter().filter(|finding| finding.state != State::Gone);
    found.map(|finding| (finding.key(), finding.clone())).collect()
}

fn kind(finding: &Finding) -> MarkerKind {
    match finding.treatment().milestone {
        Some(Milestone::Loop) => MarkerKind::Loop,
        Some(Milestone::Dispute) => MarkerKind::Dispute,
        None => MarkerKind::Appears,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_become_rarer_in_a_long_session_so_that_ten_times_the_events_take_about_ten_times_the_work() {
        // A map that grows with every event: weighed after each of them it would be the square.
        let looks = |events: usize| {
            let mut scan = Scan::new();
            let mut looks = 0;
            while scan.heard < events {
                scan.heard += 1;
                if scan.may_look() {
                    scan.weight = 2 * scan.heard;
                    scan.weighed += scan.weight;
                    looks += 1;
                }
            }
            (looks, scan.weighed)
        };
        assert_eq!(looks(400).0, 400);
        for events in [5_000, 50_000, 500_000] {
            let (looks, weighed) = looks(events);
            assert!(looks > 400 && weighed <= AT_FIRST + 4 * events, "{looks} looks, {weighed} weighed");
        }
    }
}
