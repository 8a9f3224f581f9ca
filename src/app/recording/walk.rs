//! The current position in the agenda.

use super::Recording;
use crate::exercise::{AgendaPosition, AgendaStop, Catalogue, Pace};
use crate::record::{Fact, SessionTime, StepId};

impl Recording {
    /// Whether the current step is the last of its exercise.
    pub(in crate::app) fn ends_exercise(&self) -> bool {
        let exercise = |stop: &AgendaStop| stop.step.exercise.clone();
        self.stop().is_some_and(|here| {
            let stop = self.agenda.stops().get(here).map(exercise);
            stop.is_some() && self.agenda.after(Some(here)).map(exercise) != stop
        })
    }

    /// Returns the current step.
    pub fn step(&self) -> Option<&StepId> {
        self.session.place().map(|place| &place.step).or(self.ahead.as_ref())
    }

    /// Returns the facts to write before the first act in a session that was begun earlier: that it resumes, and the
    /// first step where none was entered. They wait for an act, because opening a session changes nothing in it. The
    /// prompt of that step is shown at once.
    pub fn take_up_again(&mut self) -> Vec<Fact> {
        let waits = self.session.is_before_start();
        let first = self.agenda.after(None).filter(|_| self.session.place().is_none() && !waits);
        self.ahead = first.map(|stop| stop.step.clone());
        std::iter::once(Fact::Resumed { who: None }).chain(first.map(Self::entering)).collect()
    }

    /// Returns the index of the current stop in the agenda; `None` before the first step, or for a step that is not
    /// planned.
    pub fn stop(&self) -> Option<usize> {
        let step = self.step()?;
        self.at
            .filter(|&at| self.agenda.stops().get(at).is_some_and(|stop| stop.step == *step))
            .or_else(|| self.agenda.place(step, self.at))
    }

    /// Returns the fact of entering a stop.
    pub fn entering(stop: &AgendaStop) -> Fact {
        Fact::StepEntered { step: stop.step.clone(), planned: stop.seconds }
    }

    /// Returns the facts of going to a stop: a session that was not started yet is started by it.
    pub fn going_to(&self, stop: &AgendaStop) -> Vec<Fact> {
        let starts = self.session.is_before_start().then_some(Fact::ClockRan);
        starts.into_iter().chain([Self::entering(stop)]).collect()
    }

    /// Returns the facts of starting the session at its first step; `None` once it was started.
    pub fn starting(&self) -> Option<Vec<Fact>> {
        let first = self.agenda.after(None).filter(|_| self.session.is_before_start())?;
        Some(self.going_to(first))
    }

    /// Returns the agenda at the current stop; `None` before the first step, or at a step that is not planned.
    pub fn position<'a>(&'a self, catalogue: &'a Catalogue) -> Option<AgendaPosition<'a>> {
        let mode = self.session.mode();
        Some(AgendaPosition { agenda: &self.agenda, catalogue, mode, at: self.stop()? })
    }

    /// Returns how the session stands against its agenda at a moment.
    pub fn pace(&self, at: SessionTime) -> Option<Pace> {
        let clock = self.session.clock(at);
        let planned = self.session.place()?.planned;
        Some(self.agenda.pace(self.stop()?, self.session.time_in_agenda(at), clock.step, planned))
    }
}
