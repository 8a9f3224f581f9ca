//! Where in a session something was said, so that what asks for it need not walk through everything.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Session;
use crate::record::visits::visit;
use crate::record::{Event, Fact, StepId};

/// Places among the events of a session, noted as they come. What was taken back keeps its place.
#[derive(Clone, Debug, Default)]
pub(super) struct EventPlaces {
    steps: BTreeMap<StepId, Vec<Range<usize>>>,
    exercises: BTreeMap<String, Vec<Range<usize>>>,
    /// Events that leave something open, or say what became of it.
    matters: Vec<usize>,
    /// Events that count hands.
    counts: Vec<usize>,
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

impl Session {
    /// What was said in a step and still stands.
    pub fn live_in_step(&self, step: &StepId) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_among(self.places.steps.get(step))
    }

    /// What was said in an exercise and still stands.
    pub fn live_in_exercise(&self, exercise: &str) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_among(self.places.exercises.get(exercise))
    }

    /// What leaves something open, or says what became of it, and still stands.
    pub fn live_matters(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_at(&self.places.matters)
    }

    /// What counts hands and still stands.
    pub(super) fn live_counts(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_at(&self.places.counts)
    }

    fn live_among<'a>(&'a self, runs: Option<&'a Vec<Range<usize>>>) -> impl DoubleEndedIterator<Item = &'a Event> {
        let events = runs.into_iter().flatten().filter_map(|run| self.events().get(run.clone()));
        events.flatten().inspect(|_| visit()).filter(|event| self.stands(event.seq))
    }

    fn live_at<'a>(&'a self, places: &'a [usize]) -> impl DoubleEndedIterator<Item = &'a Event> {
        let events = places.iter().filter_map(|place| self.events().get(*place));
        events.inspect(|_| visit()).filter(|event| self.stands(event.seq))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Header, SessionKind};

    fn session(steps: &[&str]) -> Session {
        let header = Header::here(SessionKind::Workshop);
        let facts = || vec![Fact::Parked { text: "later".into() }];
        let event =
            |(seq, step): (u64, &&str)| Event { seq, step: step.parse().ok(), facts: facts(), ..Event::default() };
        Session::fold(header, (1..).zip(steps).map(event))
    }

    fn numbers<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<u64> {
        events.map(|event| event.seq).collect()
    }

    #[test]
    fn what_was_said_in_a_step_or_an_exercise_is_found_in_the_order_in_which_it_was_said() {
        let mut session = session(&["next.1", "next.1", "", "next.1", "next.2", "loop.1", "next.1", "next.3"]);
        let step = "next.1".parse().unwrap();
        assert_eq!(numbers(session.live_in_step(&step)), [1, 2, 4, 7]);
        assert_eq!(numbers(session.live_in_exercise("next")), [1, 2, 4, 5, 7, 8]);
        assert_eq!(numbers(session.live_in_exercise("none")), [0; 0]);
        session.push(Event { seq: 9, facts: vec![Fact::Retracted { seq: 4 }], ..Event::default() });
        assert_eq!(numbers(session.live_in_step(&step)), [1, 2, 7]);
        assert_eq!(numbers(session.live_matters()), [1, 2, 3, 5, 6, 7, 8]);
    }
}
