//! What the clocks of a session say, and where its walk through the agenda stands.

use jiff::SignedDuration;

use super::clocks::{Clock, CurrentStep};
use crate::record::{Session, SessionTime, StepId};

impl Session {
    /// Where the walk stands, once it has begun.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.clocks.current()
    }

    /// The steps that have been entered, in the order of their first visit.
    pub fn visited(&self) -> &[StepId] {
        self.clocks.visited()
    }

    /// How long the exercise that is on has run in all, at a moment.
    pub fn exercise_time(&self, at: SessionTime) -> SignedDuration {
        self.clocks.exercise_time(at)
    }

    /// What the clocks say at a moment.
    pub fn clock(&self, at: SessionTime) -> Clock {
        self.clocks.at(at)
    }

    /// The nearest moment at which the session was held: an interruption is passed over, forward or back.
    pub fn past_interruption(&self, at: SessionTime, forward: bool) -> SessionTime {
        self.clocks.past_interruption(at, forward)
    }

    /// The time that had gone by in the session until a moment, without the interruptions before; pauses are part of it. It never goes back, and in an interruption it stands still.
    pub fn time_within(&self, at: SessionTime) -> SignedDuration {
        self.clocks.time_within(at)
    }
}
