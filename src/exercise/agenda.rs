use thiserror::Error;

use super::Catalogue;
use crate::record::{Mode, PlannedExercise, StepId};

/// One stop on the way: a step and the seconds planned for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Which step.
    pub step: StepId,
    /// Seconds planned.
    pub seconds: u32,
}

/// The walk: every step of every planned exercise, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    stops: Vec<Stop>,
}

/// Why an agenda cannot be walked.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AgendaError {
    /// It names an exercise that is not in the catalogue.
    #[error("there is no exercise called {0:?}; these are there: {1}")]
    NoSuchExercise(String, String),
    /// The minutes are not a number.
    #[error("{0:?} is not a number of minutes; write for example next=20")]
    Minutes(String),
}

impl Agenda {
    /// Lays out the planned exercises step by step; an exercise's length scales its steps.
    pub fn lay_out(plan: &[PlannedExercise], catalogue: &Catalogue, mode: Mode) -> Self {
        let mut stops = Vec::new();
        for planned in plan {
            let Some(exercise) = catalogue.find(&planned.exercise) else { continue };
            let total = u64::from(exercise.minutes(mode)).max(1);
            for (number, step) in (1u16..).zip(exercise.steps(mode)) {
                let seconds = u64::from(step.minutes) * 60 * u64::from(planned.minutes) / total;
                let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
                stops.push(Stop { step: StepId::new(&exercise.id, number), seconds });
            }
        }
        Self { stops }
    }

    /// Reads a plan as typed: `next` or `next=20`, several with commas.
    ///
    /// # Errors
    /// When an exercise is not in the catalogue or its minutes are not a number.
    pub fn parse(text: &str, catalogue: &Catalogue, mode: Mode) -> Result<Vec<PlannedExercise>, AgendaError> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(|part| planned(part, catalogue, mode)).collect()
    }

    /// Every stop, in order.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// The stop after this step; the first one before the walk has begun.
    pub fn after(&self, step: Option<&StepId>) -> Option<&Stop> {
        match step {
            None => self.stops.first(),
            Some(step) => self.stops.get(self.position(step)? + 1),
        }
    }

    /// The stop before this step.
    pub fn before(&self, step: &StepId) -> Option<&Stop> {
        self.stops.get(self.position(step)?.checked_sub(1)?)
    }

    /// Where this step stands, from 0.
    pub fn position(&self, step: &StepId) -> Option<usize> {
        self.stops.iter().position(|stop| stop.step == *step)
    }
}

fn planned(part: &str, catalogue: &Catalogue, mode: Mode) -> Result<PlannedExercise, AgendaError> {
    let (id, minutes) = match part.split_once('=') {
        Some((id, minutes)) => (id.trim(), Some(minutes.trim())),
        None => (part, None),
    };
    let Some(exercise) = catalogue.find(id) else {
        let known: Vec<_> = catalogue.exercises().iter().map(|exercise| exercise.id.as_str()).collect();
        return Err(AgendaError::NoSuchExercise(id.to_owned(), known.join(", ")));
    };
    let minutes = match minutes {
        None => exercise.minutes(mode),
        Some(text) => text.parse().map_err(|_| AgendaError::Minutes(text.to_owned()))?,
    };
    Ok(PlannedExercise { exercise: id.to_owned(), minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(text: &str) -> Agenda {
        let catalogue = Catalogue::embedded();
        let plan = Agenda::parse(text, &catalogue, Mode::Live).unwrap();
        Agenda::lay_out(&plan, &catalogue, Mode::Live)
    }

    #[test]
    fn twice_the_minutes_give_every_step_twice_as_long() {
        let (usual, long) = (walk("next"), walk("next=28"));
        for (short, long) in usual.stops().iter().zip(long.stops()) {
            assert_eq!(short.seconds * 2, long.seconds);
        }
        assert_eq!(usual.stops().iter().map(|stop| stop.seconds).sum::<u32>(), 14 * 60);
    }

    #[test]
    fn the_walk_goes_forward_and_back_and_ends_at_both_ends() {
        let walk = walk("next");
        let first = walk.after(None).unwrap().step.clone();
        let second = walk.after(Some(&first)).unwrap().step.clone();
        assert_eq!(second, StepId::new("next", 2));
        assert_eq!(walk.before(&second).unwrap().step, first);
        assert_eq!(walk.before(&first), None);
        assert_eq!(walk.after(Some(&StepId::new("next", 6))), None);
    }

    #[test]
    fn an_unknown_exercise_is_named_with_those_that_exist() {
        let error = Agenda::parse("nxt", &Catalogue::embedded(), Mode::Live).unwrap_err();
        assert!(error.to_string().contains("nxt") && error.to_string().contains("next"));
        assert!(Agenda::parse("next=x", &Catalogue::embedded(), Mode::Live).is_err());
    }

    #[test]
    fn zero_minutes_are_a_plan_like_any_other() {
        assert!(walk("next=0").stops().iter().all(|stop| stop.seconds == 0));
    }
}
