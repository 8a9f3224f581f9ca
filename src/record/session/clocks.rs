//! The clocks of a session and of its steps, computed from its events.

use std::collections::HashMap;
use std::ops::Range;

use jiff::SignedDuration;

use crate::record::{Event, Fact, SessionTime, StepId};

/// The current step of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentStep {
    /// The id of the step.
    pub step: StepId,
    /// The planned time with later additions; negative when more time was taken off than was planned.
    pub planned: SignedDuration,
    /// The running time of the session at which the step was entered.
    since: SignedDuration,
}

/// The times that the two clocks show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// How long the session has run, excluding pauses and interruptions.
    pub session: SignedDuration,
    /// How long the step has run, over all of its visits.
    pub step: SignedDuration,
    /// Whether the clocks are running, not paused.
    pub running: bool,
}

/// The clocks of the session and of the step, with the current step.
#[derive(Clone, Debug)]
pub(super) struct Clocks {
    running: bool,
    /// The running time of the session at the last event.
    ran: SignedDuration,
    /// The session time of the last event.
    last: SessionTime,
    current: Option<CurrentStep>,
    /// For each step, its running time when it was last left.
    left: HashMap<StepId, SignedDuration>,
    /// The spans of time from a last event to a resumption, in which nobody is known to have used the session.
    interruptions: Vec<Range<SessionTime>>,
    visited: Vec<StepId>,
}

impl Default for Clocks {
    fn default() -> Self {
        let (left, interruptions, visited) = (HashMap::new(), Vec::new(), Vec::new());
        Self {
            running: true,
            ran: SignedDuration::ZERO,
            last: SessionTime::OPENING,
            current: None,
            left,
            interruptions,
            visited,
        }
    }
}

impl Clocks {
    /// Moves the clocks on to an event. The time between the last event and a resumption counts as an interruption,
    /// because nobody can tell for how much of it the session was still used.
    pub(super) fn run_to(&mut self, event: &Event) {
        let interrupted = event.facts.iter().any(|fact| matches!(fact, Fact::Resumed { .. }));
        if interrupted && event.at > self.last {
            self.interruptions.push(self.last..event.at);
        }
        if self.running && !interrupted {
            self.ran = self.ran.saturating_add(event.at.since(self.last));
        }
        self.last = event.at;
    }

    pub(super) fn apply(&mut self, fact: &Fact) {
        match fact {
            Fact::StepEntered { step, planned } => self.enter(step, *planned),
            Fact::ClockPaused => self.running = false,
            Fact::ClockRan => self.running = true,
            Fact::TimeAdded { seconds } => {
                if let Some(current) = &mut self.current {
                    current.planned += SignedDuration::from_secs(i64::from(*seconds));
                }
            }
            _ => {}
        }
    }

    /// Enters a step. A step that was entered before continues from the time on its clock.
    fn enter(&mut self, step: &StepId, planned: u32) {
        if let Some(current) = self.current.take() {
            let left = self.left.entry(current.step).or_default();
            *left = left.saturating_add(self.ran - current.since);
        }
        self.current = Some(CurrentStep {
            step: step.clone(),
            planned: SignedDuration::from_secs(i64::from(planned)),
            since: self.ran,
        });
        if !self.visited.contains(step) {
            self.visited.push(step.clone());
        }
    }

    pub(super) const fn current(&self) -> Option<&CurrentStep> {
        self.current.as_ref()
    }

    pub(super) fn visited(&self) -> &[StepId] {
        &self.visited
    }

    /// Returns how long the current exercise has run, over all of its steps.
    pub(super) fn exercise_time(&self, at: SessionTime) -> SignedDuration {
        let session = self.at(at).session;
        let Some(current) = &self.current else { return session };
        let left = self.left.iter().filter(|(step, _)| step.exercise == current.step.exercise);
        left.fold(session - current.since, |all, (_, ran)| all.saturating_add(*ran))
    }

    /// Returns the times on the clocks at the session time `at`.
    pub(super) fn at(&self, at: SessionTime) -> Clock {
        let since = if self.running { at.since(self.last) } else { SignedDuration::ZERO };
        let session = self.ran.saturating_add(since);
        let step = self.current.as_ref().map_or(SignedDuration::ZERO, |current| {
            let before = self.left.get(&current.step).copied().unwrap_or_default();
            before.saturating_add(session - current.since)
        });
        Clock { session, step, running: self.running }
    }

    pub(super) fn past_interruption(&self, at: SessionTime, forward: bool) -> SessionTime {
        let within = self.interruptions.iter().find(|gap| gap.start < at && at < gap.end);
        within.map_or(at, |gap| if forward { gap.end } else { gap.start })
    }

    pub(super) fn time_within(&self, at: SessionTime) -> SignedDuration {
        let before = self.interruptions.iter().filter(|gap| gap.start < at);
        before.fold(at.elapsed(), |time, gap| time - gap.end.min(at).since(gap.start)).max(SignedDuration::ZERO)
    }
}
