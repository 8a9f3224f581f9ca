//! Where in a session something was said, so that what asks for it need not walk through everything.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::record::{Event, Fact, StepId};

/// Places among the events of a session, noted as they come. What was taken back keeps its place.
#[derive(Clone, Debug, Default)]
pub(super) struct EventPlaces {
    pub(super) steps: BTreeMap<StepId, Vec<Range<usize>>>,
    pub(super) exercises: BTreeMap<String, Vec<Range<usize>>>,
    /// Events that leave something open, or say what became of it.
    pub(super) matters: Vec<usize>,
    /// Events that count hands.
    pub(super) counts: Vec<usize>,
}

impl EventPlaces {
    /// Notes the event at this place, which is the next one.
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
        let is_matter = |fact: &Fact| {
            matches!(fact, Fact::Committed { .. } | Fact::Asked { .. } | Fact::Parked { .. } | Fact::Settled { .. })
        };
        if event.facts.iter().any(is_matter) {
            self.matters.push(place);
        }
        if event.facts.iter().any(|fact| matches!(fact, Fact::Voted { .. })) {
            self.counts.push(place);
        }
    }
}

/// Adds a place to the stretch that ends just before it, or begins another one.
fn go_on(runs: &mut Vec<Range<usize>>, place: usize) {
    match runs.last_mut().filter(|run| run.end == place) {
        Some(run) => run.end = place + 1,
        None => runs.push(place..place + 1),
    }
}
