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
    pub(super) since: SignedDuration,
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
    pub(super) running: bool,
    /// The running time of the session at the last event.
    pub(super) ran: SignedDuration,
    /// The session time of the last event.
    pub(super) last: SessionTime,
    pub(super) current: Option<CurrentStep>,
    /// For each step, its running time when it was last left.
    pub(super) left: HashMap<StepId, SignedDuration>,
    /// The spans of time from a last event to a resumption, in which nobody is known to have used the session.
    pub(super) interruptions: Vec<Range<SessionTime>>,
    pub(super) visited: Vec<StepId>,
    /// The running time of the session at which its first step was entered; `None` before that.
    pub(super) before_steps: Option<SignedDuration>,
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
            before_steps: None,
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
        self.before_steps.get_or_insert(self.ran);
        if !self.visited.contains(step) {
            self.visited.push(step.clone());
        }
    }
}
