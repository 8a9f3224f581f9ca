//! Where the walk through the agenda stands.

use super::Recording;
use crate::exercise::{AgendaStop, Pace};
use crate::record::{Fact, SessionTime, StepId};

impl Recording {
    /// Whether the walk stands at the last step of an exercise.
    pub(in crate::app) fn ends_exercise(&self) -> bool {
        let exercise = |stop: &AgendaStop| stop.step.exercise.clone();
        self.stop().is_some_and(|here| {
            let stop = self.agenda.stops().get(here).map(exercise);
            stop.is_some() && self.agenda.after(Some(here)).map(exercise) != stop
        })
    }

    /// The step at which the walk stands.
    pub fn step(&self) -> Option<&StepId> {
        self.session.place().map(|place| &place.step).or(self.ahead.as_ref())
    }

    /// What is written before the first act in a session that was begun before, because looking at it changes nothing:
    /// that it goes on, and the first step where none was entered. What that step asks is asked from now on.
    pub fn take_up_again(&mut self) -> Vec<Fact> {
        let first = self.agenda.after(None).filter(|_| self.session.place().is_none());
        self.ahead = first.map(|stop| stop.step.clone());
        std::iter::once(Fact::Resumed { who: None }).chain(first.map(Self::entering)).collect()
    }

    /// Where in the agenda that is, from 0; nothing before the walk has begun, or for a step that is not planned.
    pub fn stop(&self) -> Option<usize> {
        let step = self.step()?;
        self.at
            .filter(|&at| self.agenda.stops().get(at).is_some_and(|stop| stop.step == *step))
            .or_else(|| self.agenda.place(step, self.at))
    }

    /// The fact of entering a stop.
    pub fn entering(stop: &AgendaStop) -> Fact {
        Fact::StepEntered { step: stop.step.clone(), planned: stop.seconds }
    }

    /// How the session stands against its plan at a moment.
    pub fn pace(&self, at: SessionTime) -> Option<Pace> {
        let clock = self.session.clock(at);
        let planned = self.session.place()?.planned;
        Some(self.agenda.pace(self.stop()?, clock.session, clock.step, planned))
    }
}
