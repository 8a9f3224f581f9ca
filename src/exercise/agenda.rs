//! A plan for a session: which exercises, how long, and the walk through their steps.

mod pace;
mod template;
mod typed;

pub use pace::{CatchUp, Pace};
pub use template::{AgendaTemplate, TEMPLATES, template};
pub use typed::{AgendaError, LONGEST, MOST_EXERCISES, in_words};

use super::Catalogue;
use crate::record::{Mode, PlannedExercise, StepId};

/// The name of the minutes that are kept free; they have no step.
pub const SLACK: &str = "slack";

/// A break; nobody is asked to give it up.
pub(super) const BREAK: &str = "break";

/// The exercise that keeps its minutes.
pub const CLOSE: &str = "close";

/// One stop on the way: a step and the seconds planned for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaStop {
    /// Which step.
    pub step: StepId,
    /// Seconds planned.
    pub seconds: u32,
    /// Which line of the plan it belongs to, from 0.
    pub line: usize,
}

/// The walk: every step of every planned exercise, in order. The same exercise may come twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    stops: Vec<AgendaStop>,
    exercises: Vec<PlannedExercise>,
}

impl Agenda {
    /// Lays out the planned exercises step by step; an exercise's length scales its steps.
    pub fn lay_out(exercises: &[PlannedExercise], catalogue: &Catalogue, mode: Mode) -> Self {
        let mut stops = Vec::new();
        for (line, planned) in exercises.iter().enumerate() {
            let Some(exercise) = catalogue.find(&planned.exercise) else { continue };
            let kept = || (1u16..).zip(exercise.steps(mode)).filter(|(number, _)| !planned.without.contains(number));
            let total = kept().map(|(_, step)| u64::from(step.minutes)).sum::<u64>().max(1);
            for (number, step) in kept() {
                let seconds = u64::from(step.minutes) * 60 * u64::from(planned.minutes) / total;
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                stops.push(AgendaStop { step: StepId::new(&exercise.id, number), seconds, line });
            }
        }
        Self { stops, exercises: exercises.to_vec() }
    }

    /// Reads a plan as typed: the name of a template, or `next=20`, several with commas.
    ///
    /// # Errors
    /// When an exercise is not in the catalogue or its minutes are not a number.
    pub fn parse(text: &str, catalogue: &Catalogue, mode: Mode) -> Result<Vec<PlannedExercise>, AgendaError> {
        typed::parse(text, catalogue, mode)
    }

    /// Every stop, in order.
    pub fn stops(&self) -> &[AgendaStop] {
        &self.stops
    }

    /// The plan it was laid out from.
    pub fn exercises(&self) -> &[PlannedExercise] {
        &self.exercises
    }

    /// Minutes of everything planned, slack included.
    pub fn minutes(&self) -> u32 {
        self.exercises.iter().map(|planned| u32::from(planned.minutes)).sum()
    }

    /// Minutes that are kept free.
    pub fn slack(&self) -> u32 {
        self.exercises
            .iter()
            .filter(|planned| planned.exercise == SLACK)
            .map(|planned| u32::from(planned.minutes))
            .sum()
    }

    /// The stop after the one at this place; the first one before the walk has begun.
    pub fn after(&self, at: Option<usize>) -> Option<&AgendaStop> {
        self.stops.get(at.map_or(0, |at| at + 1))
    }

    /// The stop before the one at this place.
    pub fn before(&self, at: Option<usize>) -> Option<&AgendaStop> {
        self.stops.get(at?.checked_sub(1)?)
    }

    /// Where the walk stands after entering a step, having stood at `from`: at the nearest stop for that step.
    pub fn place(&self, step: &StepId, from: Option<usize>) -> Option<usize> {
        let from = from.unwrap_or_default();
        let places = self.stops.iter().enumerate().filter(|(_, stop)| stop.step == *step).map(|(at, _)| at);
        // Of two that are as near, the one ahead.
        places.min_by_key(|&at| (at.abs_diff(from), at < from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(text: &str) -> Agenda {
        let catalogue = Catalogue::embedded();
        let plan = Agenda::parse(text, &catalogue, Mode::Live).unwrap();
        Agenda::lay_out(&plan, &catalogue, Mode::Live)
    }

    #[test]
    fn twice_the_minutes_give_every_step_twice_as_long() {
        let (usual, long) = (plan("next"), plan("next=28"));
        for (short, long) in usual.stops().iter().zip(long.stops()) {
            assert_eq!(short.seconds * 2, long.seconds);
        }
        assert_eq!(usual.stops().iter().map(|stop| stop.seconds).sum::<u32>(), 14 * 60);
    }

    #[test]
    fn the_walk_goes_forward_and_back_and_ends_at_both_ends() {
        let walk = plan("next");
        assert_eq!(walk.after(None).unwrap().step, StepId::new("next", 1));
        assert_eq!(walk.after(Some(0)).unwrap().step, StepId::new("next", 2));
        assert_eq!(walk.before(Some(1)).unwrap().step, StepId::new("next", 1));
        assert_eq!(walk.before(Some(0)), None);
        assert_eq!(walk.after(Some(5)), None);
    }

    #[test]
    fn an_exercise_that_comes_twice_is_walked_twice() {
        let walk = plan("next, break, next");
        assert_eq!(walk.stops().len(), 13);
        assert_eq!(walk.place(&StepId::new("next", 6), Some(4)), Some(5));
        assert_eq!(walk.place(&StepId::new("next", 1), Some(6)), Some(7));
        assert_eq!(walk.place(&StepId::new("next", 5), Some(12)), Some(11));
        assert_eq!(walk.place(&StepId::new("draw", 1), Some(6)), None);
    }

    #[test]
    fn a_step_that_was_dropped_gives_its_time_to_the_others() {
        let walk = plan("next=14 without 3 4");
        assert_eq!(walk.stops().len(), 4);
        assert_eq!(walk.stops().iter().map(|stop| stop.seconds).sum::<u32>(), 14 * 60);
    }

    #[test]
    fn slack_is_planned_and_never_walked() {
        let walk = plan("next=10, slack=5");
        assert_eq!((walk.minutes(), walk.slack(), walk.stops().len()), (15, 5, 6));
    }

    #[test]
    fn zero_minutes_are_a_plan_like_any_other() {
        assert!(plan("next=0").stops().iter().all(|stop| stop.seconds == 0));
    }
}
