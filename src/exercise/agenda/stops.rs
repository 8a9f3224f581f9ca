use super::template::SLACK;
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise, StepId};

/// One stop of the agenda: a step and its planned time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaStop {
    /// The step.
    pub step: StepId,
    /// The planned time, in seconds.
    pub seconds: u32,
    /// The index of its agenda line, from 0.
    pub line: usize,
}

/// All stops of an agenda in order: every step of every planned exercise. The same exercise may occur twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    pub(super) stops: Vec<AgendaStop>,
    pub(super) exercises: Vec<PlannedExercise>,
}

impl Agenda {
    /// Lays out the planned exercises step by step; the planned length of an exercise scales its steps.
    pub fn lay_out(exercises: &[PlannedExercise], catalogue: &Catalogue, mode: Mode) -> Self {
        let mut stops = Vec::new();
        for (line, planned) in exercises.iter().enumerate() {
            let Some(exercise) = catalogue.find(&planned.exercise) else { continue };
            let walked = || (1u16..).zip(exercise.steps(mode)).filter(|(number, _)| !planned.without.contains(number));
            let total = walked().map(|(_, step)| u64::from(step.minutes)).sum::<u64>().max(1);
            let longer = walked().map(|(number, _)| u64::from(planned.longer_by(number))).sum::<u64>();
            let shared = u64::from(planned.minutes).saturating_sub(longer);
            let mut share = 0;
            for (number, step) in walked() {
                // Each step ends where its share of the whole ends, so that no second is lost by rounding.
                let before = share * 60 * shared / total;
                share += u64::from(step.minutes);
                let seconds = share * 60 * shared / total - before;
                let seconds = seconds + u64::from(planned.longer_by(number)) * 60;
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                stops.push(AgendaStop { step: StepId::new(&exercise.id, number), seconds, line });
            }
        }
        Self { stops, exercises: exercises.to_vec() }
    }

    /// Returns every stop, in order.
    pub fn stops(&self) -> &[AgendaStop] {
        &self.stops
    }

    /// Returns the exercises from which the stops were laid out.
    pub fn exercises(&self) -> &[PlannedExercise] {
        &self.exercises
    }

    /// Returns the minutes of the whole agenda, slack included.
    pub fn minutes(&self) -> u32 {
        self.exercises.iter().map(|planned| u32::from(planned.minutes)).sum()
    }

    /// Returns the minutes of slack.
    pub fn slack(&self) -> u32 {
        self.exercises
            .iter()
            .filter(|planned| planned.exercise == SLACK)
            .map(|planned| u32::from(planned.minutes))
            .sum()
    }

    /// Returns the stop after the stop `at`; the first one for `None`, before any step was entered.
    pub fn after(&self, at: Option<usize>) -> Option<&AgendaStop> {
        self.stops.get(at.map_or(0, |at| at + 1))
    }

    /// Returns the stop before the stop `at`.
    pub fn before(&self, at: Option<usize>) -> Option<&AgendaStop> {
        self.stops.get(at?.checked_sub(1)?)
    }

    /// Returns the index of the stop that the session reaches by entering `step` from the stop `from`: the nearest stop
    /// of that step.
    pub fn place(&self, step: &StepId, from: Option<usize>) -> Option<usize> {
        let from = from.unwrap_or_default();
        let places = self.stops.iter().enumerate().filter(|(_, stop)| stop.step == *step).map(|(at, _)| at);
        // Of two stops at the same distance, the later one counts.
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
    fn a_minute_for_one_step_leaves_the_others_as_they_were() {
        let (usual, longer) = (agenda("next"), agenda("next=16 with 2+2"));
        let more: Vec<u32> =
            usual.stops().iter().zip(longer.stops()).map(|(usual, longer)| longer.seconds - usual.seconds).collect();
        assert_eq!(more, [0, 120, 0, 0, 0, 0]);
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
