use std::collections::BTreeMap;

use super::{Marker, MarkerKind, Still, Timeline};
use crate::lens::{Finding, LensId, Pattern, State};

/// By so much a finding has to grow to be told again.
const GROWN: u8 = 20;

/// Walks through a session and tells what shows for the first time, and what no longer shows.
///
/// One step weighs the map once, so whoever calls it does so beside the screen, and may stop after any step.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    heard: usize,
    shown: BTreeMap<String, Finding>,
}

/// What one step of a scan has found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sighting {
    /// Where it stands after the event.
    pub markers: Vec<Marker>,
    /// Before the first event: the findings that showed already in what the session builds on.
    pub already: Vec<Finding>,
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
            self.shown = shown(&timeline.look(Timeline::start()));
            already.extend(self.shown.values().cloned());
        }
        self.heard += 1;
        if !counts {
            return Some(Sighting { already, ..Sighting::default() });
        }
        let position = timeline.after(self.heard);
        let now = shown(&timeline.look(position));
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
        Some(Sighting { markers, already, new, grown, changed, gone })
    }
}

/// What shows in a session as it stood.
fn shown(still: &Still) -> BTreeMap<String, Finding> {
    let found = still.readings().findings.iter().filter(|finding| finding.state != State::Gone);
    found.map(|finding| (finding.key(), finding.clone())).collect()
}

fn kind(finding: &Finding) -> MarkerKind {
    match (finding.lens, finding.pattern) {
        (LensId::Loop, Some(Pattern::Reinforcing | Pattern::Balancing)) => MarkerKind::Loop,
        (LensId::Dispute, None) => MarkerKind::Dispute,
        _ => MarkerKind::Appears,
    }
}
