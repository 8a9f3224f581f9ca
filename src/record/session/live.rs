//! Selections of the live events of a session.

use std::ops::Range;

use super::Session;
use crate::record::visits::visit;
use crate::record::{Event, Fact, Kind, StepId};

impl Session {
    /// Returns the live events of a step.
    pub fn live_in_step(&self, step: &StepId) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_among(self.places.steps.get(step))
    }

    /// Returns the live events of an exercise.
    pub fn live_in_exercise(&self, exercise: &str) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_among(self.places.exercises.get(exercise))
    }

    /// Returns the labels of the changes about which the session was begun, in the order in which they were chosen: its
    /// opening names them. None for a session about anything.
    pub fn begun_about(&self) -> impl Iterator<Item = &str> {
        let opening = self.live().next().into_iter().flat_map(|event| &event.facts);
        let named = opening.skip_while(|fact| !matches!(fact, Fact::Opened { .. }));
        named.filter_map(|fact| match fact {
            Fact::Named { label, kind: Kind::Initiative } => Some(label.as_str()),
            _ => None,
        })
    }

    /// Returns the live events that leave a matter open or state the outcome of one.
    pub fn live_matters(&self) -> impl DoubleEndedIterator<Item = &Event> {
        self.live_at(&self.places.matters)
    }

    /// Returns the live events that count hands.
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
