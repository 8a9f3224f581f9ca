//! Access to the clocks of a session and to its current step.

use jiff::SignedDuration;

use super::clocks::{Clock, Clocks, CurrentStep};
use crate::record::{Session, SessionTime, StepId};

impl Session {
    /// Returns the current step; `None` before any step was entered.
    pub const fn place(&self) -> Option<&CurrentStep> {
        self.clocks.current.as_ref()
    }

    /// Whether the session was not started yet: its clocks were stopped before any step was entered. What is typed until
    /// the start is preparation, and takes no time.
    pub fn is_before_start(&self) -> bool {
        !self.clocks.running && self.clocks.visited.is_empty() && !self.is_closed()
    }

    /// Returns the steps that were entered, in the order of their first visit.
    pub fn visited(&self) -> &[StepId] {
        &self.clocks.visited
    }

    /// Returns how long the current exercise has run at the session time `at`, over all of its steps.
    pub fn exercise_time(&self, at: SessionTime) -> SignedDuration {
        let session = self.clock(at).session;
        let Some(current) = &self.clocks.current else { return session };
        let left = self.clocks.left.iter().filter(|(step, _)| step.exercise == current.step.exercise);
        left.fold(session - current.since, |all, (_, ran)| all.saturating_add(*ran))
    }

    /// Returns the times on the clocks at the session time `at`.
    pub fn clock(&self, at: SessionTime) -> Clock {
        let clocks = &self.clocks;
        let since = if clocks.running { at.since(clocks.last) } else { SignedDuration::ZERO };
        let session = clocks.ran.saturating_add(since);
        let step = clocks.current.as_ref().map_or(SignedDuration::ZERO, |current| {
            let before = clocks.left.get(&current.step).copied().unwrap_or_default();
            before.saturating_add(session - current.since)
        });
        Clock { session, step, running: clocks.running }
    }

    /// Returns how long the session has run within its plan at the session time `at`. What ran before the first step was
    /// entered, as in a sample or notes without steps, is no time of the plan.
    pub fn time_in_agenda(&self, at: SessionTime) -> SignedDuration {
        self.clock(at).session - self.clocks.before_steps.unwrap_or_default()
    }

    /// Returns what the clock of the session showed at an earlier event, by its number.
    pub fn shown_at(&self, seq: u64) -> SignedDuration {
        let mut clocks = Clocks::default();
        for event in self.events().iter().take_while(|event| event.seq <= seq) {
            clocks.run_to(event);
            event.facts.iter().for_each(|fact| clocks.apply(fact));
        }
        clocks.ran
    }

    /// Returns the nearest time outside of an interruption: its end if `forward`, otherwise its beginning.
    pub fn past_interruption(&self, at: SessionTime, forward: bool) -> SessionTime {
        let within = self.clocks.interruptions.iter().find(|gap| gap.start < at && at < gap.end);
        within.map_or(at, |gap| if forward { gap.end } else { gap.start })
    }

    /// Returns the session time `at` without the interruptions before it; pauses count. The result never decreases, and
    /// stands still during an interruption.
    pub fn time_within(&self, at: SessionTime) -> SignedDuration {
        let before = self.clocks.interruptions.iter().filter(|gap| gap.start < at);
        before.fold(at.elapsed(), |time, gap| time - gap.end.min(at).since(gap.start)).max(SignedDuration::ZERO)
    }
}
