//! The clocks of a session and of its steps, as its events tell them.

use std::collections::HashMap;
use std::ops::Range;

use jiff::SignedDuration;

use crate::record::{Event, Fact, SessionTime, StepId};

/// Where the walk through the agenda stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentStep {
    /// The step.
    pub step: StepId,
    /// The time planned for it, with what was added since; negative where more was taken off than was planned.
    pub planned: SignedDuration,
    /// The running time of the session when it was entered.
    since: SignedDuration,
}

/// What the two clocks say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// How long the session has run, without pauses and interruptions.
    pub session: SignedDuration,
    /// How long the step has run in all its visits.
    pub step: SignedDuration,
    /// Whether the clocks run.
    pub running: bool,
}

/// The two clocks, and the walk through the agenda that they time.
#[derive(Clone, Debug)]
pub(super) struct Clocks {
    running: bool,
    /// How long the session had run at the last event.
    ran: SignedDuration,
    /// The moment of the last event.
    last: SessionTime,
    current: Option<CurrentStep>,
    /// How long each step had run when it was last left.
    left: HashMap<StepId, SignedDuration>,
    /// The times at which nobody held the session.
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
    /// Moves the clock on to an event. What lies between the last event and taking the session up again is an
    /// interruption: nobody can tell how long it was used before it broke off.
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

    /// Goes to a step. A step that was left goes on where its clock stood.
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

    /// How long the exercise that is on has run in all.
    pub(super) fn exercise_time(&self, at: SessionTime) -> SignedDuration {
        let session = self.at(at).session;
        let Some(current) = &self.current else { return session };
        let left = self.left.iter().filter(|(step, _)| step.exercise == current.step.exercise);
        left.fold(session - current.since, |all, (_, ran)| all.saturating_add(*ran))
    }

    /// What the clocks say at a moment.
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
