//! Access to the clocks of a session and to its current step.

use jiff::SignedDuration;

use super::clocks::{Clock, CurrentStep};
use crate::record::{Session, SessionTime, StepId};

impl Session {
    /// Returns the current step; `None` before any step was entered.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.clocks.current()
    }

    /// Returns the steps that were entered, in the order of their first visit.
    pub fn visited(&self) -> &[StepId] {
        self.clocks.visited()
    }

    /// Returns how long the current exercise has run at the session time `at`, over all of its steps.
    pub fn exercise_time(&self, at: SessionTime) -> SignedDuration {
        self.clocks.exercise_time(at)
    }

    /// Returns the times on the clocks at the session time `at`.
    pub fn clock(&self, at: SessionTime) -> Clock {
        self.clocks.at(at)
    }

    /// Returns the nearest time outside of an interruption: its end if `forward`, otherwise its beginning.
    pub fn past_interruption(&self, at: SessionTime, forward: bool) -> SessionTime {
        self.clocks.past_interruption(at, forward)
    }

    /// Returns the session time `at` without the interruptions before it; pauses count. The result never decreases, and
    /// stands still during an interruption.
    pub fn time_within(&self, at: SessionTime) -> SignedDuration {
        self.clocks.time_within(at)
    }
}
