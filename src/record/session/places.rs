//! Indices of certain events, so that a search for these events need not visit every event.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::record::{Event, Fact, StepId};

/// The indices of certain events, added event by event. An event that was taken back keeps its index.
#[derive(Clone, Debug, Default)]
pub(super) struct EventPlaces {
    pub(super) steps: BTreeMap<StepId, Vec<Range<usize>>>,
    pub(super) exercises: BTreeMap<String, Vec<Range<usize>>>,
    /// The indices of the events that leave a matter open or state the outcome of one.
    pub(super) matters: Vec<usize>,
    /// The indices of the events that count hands.
    pub(super) counts: Vec<usize>,
}

impl EventPlaces {
    /// Adds the event at the index `place`, which must be the next one.
    pub(super) fn note(&mut self, place: usize, event: &Event) {
        if let Some(step) = &event.step {
            match self.steps.get_mut(step) {
                Some(runs) => go_on(runs, place),
                None => go_on(self.steps.entry(step.clone()).or_default(), place),
            }
            match self.exercises.get_mut(&step.exercise) {
                Some(runs) => go_on(runs, place),
                None => go_on(self.exercises.entry(step.exercise.clone()).or_default(), place),
            }
        }
        if is_matter(event) {
            self.matters.push(place);
        }
        if is_count(event) {
            self.counts.push(place);
        }
    }

    /// Adds an earlier index once more, after the event there changed.
    pub(super) fn note_again(&mut self, place: usize, event: &Event) {
        for (places, belongs) in [(&mut self.matters, is_matter(event)), (&mut self.counts, is_count(event))] {
            if let (Err(at), true) = (places.binary_search(&place), belongs) {
                places.insert(at, place);
            }
        }
    }
}

/// Extends the last range by an index that directly follows it, or adds a new range.
fn go_on(runs: &mut Vec<Range<usize>>, place: usize) {
    match runs.last_mut().filter(|run| run.end == place) {
        Some(run) => run.end = place + 1,
        None => runs.push(place..place + 1),
    }
}

/// Whether an event leaves a matter open or states the outcome of one.
fn is_matter(event: &Event) -> bool {
    event.facts.iter().any(|fact| {
        matches!(fact, Fact::Committed { .. } | Fact::Asked { .. } | Fact::Parked { .. } | Fact::Settled { .. })
    })
}

/// Whether an event counts hands.
fn is_count(event: &Event) -> bool {
    event.facts.iter().any(|fact| matches!(fact, Fact::Voted { .. }))
}
