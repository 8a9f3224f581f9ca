use std::collections::BTreeMap;

use super::{Marker, MarkerKind, Playhead, Still, Timeline};
use crate::lens::{Finding, Milestone, State};

/// The minimum growth of the severity of a finding after which it is told again.
const GROWN: u8 = 20;

/// The maximum weight of all looks together before looks become rarer; a look weighs one for each thing and each saying
/// of the map. The longest workshop of a day stays below it.
const AT_FIRST: usize = 200_000;

/// How much the maximum grows with every event, so that a session with ten times the events takes about ten times as
/// long.
const PER_EVENT: usize = 1;

/// Walks through a session, event by event, and tells which findings appear, change and end.
///
/// One step reads the map at most once, so callers run it in the background; they may stop after any step. In a long
/// session with a large map, the map is read after some events only, but always after the last.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    heard: usize,
    /// Whether content was said, taken back or brought back since the last look.
    pending: bool,
    /// The number of events heard up to the last look; events without content are added to it.
    looked: usize,
    /// The weight of the last look, and then that of all looks: the number of things and sayings.
    weight: usize,
    weighed: usize,
    shown: FindingsByKey,
}

/// What one step of a scan has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sighting {
    /// The markers for the findings that appeared or ended, right after the event.
    pub markers: Vec<Marker>,
    /// At the first event only: the findings that already showed in what the session builds on.
    pub already: Vec<Finding>,
    /// The number of events before this one since the last look; a finding may have come with any of them.
    pub passed: usize,
    /// The findings that show now and did not at the last look, the highest severity first.
    pub new: Vec<Finding>,
    /// The findings whose severity has grown by at least 20.
    pub grown: Vec<Finding>,
    /// The findings whose sentence, severity or state has changed.
    pub changed: Vec<Finding>,
    /// The findings that no longer show.
    pub gone: Vec<Finding>,
}

impl Scan {
    /// Returns a scan that begins before the first event.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the number of events walked through.
    pub const fn heard(&self) -> usize {
        self.heard
    }

    /// Walks to the next event; `None` after the last event recorded so far.
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
        let before = std::mem::replace(&mut self.shown, now);
        Some(Sighting { already, passed, ..Sighting::between(&before, &self.shown, position) })
    }

    /// Whether the weight of one more look stays within the maximum.
    const fn may_look(&self) -> bool {
        self.weighed + self.weight <= AT_FIRST + PER_EVENT * self.heard
    }

    /// Reads the map at a position, and returns its findings by key.
    fn look(&mut self, timeline: &mut Timeline, position: Playhead) -> FindingsByKey {
        let still = timeline.look(position);
        self.weight = still.graph().counts().things + still.ledger().sayings();
        self.weighed += self.weight;
        shown(&still)
    }
}

/// Findings by their key.
type FindingsByKey = BTreeMap<String, Finding>;

impl Sighting {
    /// Compares the findings of two looks; `position` is that of the later look, `now`.
    fn between(before: &FindingsByKey, now: &FindingsByKey, position: Playhead) -> Self {
        let cloned = |(_, finding): (&String, &Finding)| finding.clone();
        let (known, mut new): (Vec<_>, Vec<_>) = now.iter().partition(|(key, _)| before.contains_key(*key));
        new.sort_by_key(|(_, finding)| std::cmp::Reverse(finding.severity));
        let pairs = || known.iter().filter_map(|(key, now)| Some((before.get(*key)?, *now)));
        let differ = |one: &Finding, other: &Finding| {
            (&one.says, one.severity, one.state) != (&other.says, other.severity, other.state)
        };
        let grown = pairs().filter(|(before, now)| now.severity >= before.severity.saturating_add(GROWN));
        let changed = pairs().filter(|(before, now)| differ(before, now));
        let gone: Vec<_> = before.iter().filter(|(key, _)| !now.contains_key(*key)).collect();
        let marker = |kind, finding: &Finding| Marker { position, kind, says: finding.says.clone() };
        let vanishes = gone.iter().map(|(_, finding)| marker(MarkerKind::Gone, finding));
        let appears = new.iter().map(|(_, finding)| marker(kind(finding), finding));
        Self {
            markers: vanishes.chain(appears).collect(),
            already: Vec::new(),
            passed: 0,
            new: new.iter().copied().map(cloned).collect(),
            grown: grown.map(|(_, now)| now.clone()).collect(),
            changed: changed.map(|(_, now)| now.clone()).collect(),
            gone: gone.iter().copied().map(cloned).collect(),
        }
    }
}

/// Returns the findings that show in `still`, by key.
fn shown(still: &Still) -> FindingsByKey {
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
