use super::template::SLACK;
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise, StepId};

/// One stop of the walk: a step and the seconds planned for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaStop {
    /// Which step.
    pub step: StepId,
    /// Seconds planned.
    pub seconds: u32,
    /// Which line of the agenda it belongs to, from 0.
    pub line: usize,
}

/// The walk: every step of every planned exercise, in order. The same exercise may come twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub(super) stops: Vec<AgendaStop>,
    pub(super) exercises: Vec<PlannedExercise>,
}

impl Agenda {
    /// Lays out the planned exercises step by step; an exercise's length scales its steps.
    pub fn lay_out(exercises: &[PlannedExercise], catalogue: &Catalogue, mode: Mode) -> Self {
        let mut stops = Vec::new();
        for (line, planned) in exercises.iter().enumerate() {
            let Some(exercise) = catalogue.find(&planned.exercise) else { continue };
            let walked = || (1u16..).zip(exercise.steps(mode)).filter(|(number, _)| !planned.without.contains(number));
            let total = walked().map(|(_, step)| u64::from(step.minutes)).sum::<u64>().max(1);
            for (number, step) in walked() {
                let seconds = u64::from(step.minutes) * 60 * u64::from(planned.minutes) / total;
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                stops.push(AgendaStop { step: StepId::new(&exercise.id, number), seconds, line });
            }
        }
        Self { stops, exercises: exercises.to_vec() }
    }

    /// Every stop, in order.
    pub fn stops(&self) -> &[AgendaStop] {
        &self.stops
    }

    /// The exercises it was laid out from.
    pub fn exercises(&self) -> &[PlannedExercise] {
        &self.exercises
    }

    /// Minutes of everything planned, slack included.
    pub fn minutes(&self) -> u32 {
        self.exercises.iter().map(|planned| u32::from(planned.minutes)).sum()
    }

    /// Minutes that are left free.
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

    fn agenda(text: &str) -> Agenda {
        let catalogue = Catalogue::embedded();
        let exercises = Agenda::parse(text, &catalogue, Mode::Live).unwrap();
        Agenda::lay_out(&exercises, &catalogue, Mode::Live)
    }

    #[test]
    fn twice_the_minutes_give_every_step_twice_as_long() {
        let (usual, long) = (agenda("next"), agenda("next=28"));
        for (short, long) in usual.stops().iter().zip(long.stops()) {
            assert_eq!(short.seconds * 2, long.seconds);
        }
        assert_eq!(usual.stops().iter().map(|stop| stop.seconds).sum::<u32>(), 14 * 60);
    }

    #[test]
    fn the_walk_goes_forward_and_back_and_ends_at_both_ends() {
        let walk = agenda("next");
        assert_eq!(walk.after(None).unwrap().step, StepId::new("next", 1));
        assert_eq!(walk.after(Some(0)).unwrap().step, StepId::new("next", 2));
        assert_eq!(walk.before(Some(1)).unwrap().step, StepId::new("next", 1));
        assert_eq!(walk.before(Some(0)), None);
        assert_eq!(walk.after(Some(5)), None);
    }

    #[test]
    fn an_exercise_that_comes_twice_is_walked_twice() {
        let walk = agenda("next, break, next");
        assert_eq!(walk.stops().len(), 13);
        assert_eq!(walk.place(&StepId::new("next", 6), Some(4)), Some(5));
        assert_eq!(walk.place(&StepId::new("next", 1), Some(6)), Some(7));
        assert_eq!(walk.place(&StepId::new("next", 5), Some(12)), Some(11));
        assert_eq!(walk.place(&StepId::new("draw", 1), Some(6)), None);
    }

    #[test]
    fn a_step_that_was_dropped_gives_its_time_to_the_others() {
        let walk = agenda("next=14 without 3 4");
        assert_eq!(walk.stops().len(), 4);
        assert_eq!(walk.stops().iter().map(|stop| stop.seconds).sum::<u32>(), 14 * 60);
    }

    #[test]
    fn slack_is_planned_and_never_walked() {
        let walk = agenda("next=10, slack=5");
        assert_eq!((walk.minutes(), walk.slack(), walk.stops().len()), (15, 5, 6));
    }

    #[test]
    fn zero_minutes_are_an_agenda_like_any_other() {
        assert!(agenda("next=0").stops().iter().all(|stop| stop.seconds == 0));
    }
}
