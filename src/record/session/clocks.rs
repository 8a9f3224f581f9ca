//! The clocks of a session and of its steps, as its events tell them.

use std::collections::HashMap;
use std::ops::Range;

use crate::record::{Event, Fact, StepId};

/// Where the walk through the agenda stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentStep {
    /// The step.
    pub step: StepId,
    /// Seconds planned for it, with what was added since.
    pub planned: i64,
    /// The running time of the session when it was entered, in milliseconds.
    since: u64,
}

/// What the two clocks say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// How long the session has run, without pauses and interruptions, in milliseconds.
    pub session: u64,
    /// How long the step has run in all its visits, in milliseconds.
    pub step: u64,
    /// Whether the clocks run.
    pub running: bool,
}

/// The two clocks, and the walk through the agenda that they time. Moments are milliseconds from the opening.
#[derive(Clone, Debug)]
pub(super) struct Clocks {
    running: bool,
    /// How long the session had run at the last event.
    ran: u64,
    /// The moment of the last event.
    last: u64,
    current: Option<CurrentStep>,
    /// How long each step had run when it was last left.
    left: HashMap<StepId, u64>,
    /// The times at which nobody held the session.
    interruptions: Vec<Range<u64>>,
    visited: Vec<StepId>,
}

impl Default for Clocks {
    fn default() -> Self {
        let (left, interruptions, visited) = (HashMap::new(), Vec::new(), Vec::new());
        Self { running: true, ran: 0, last: 0, current: None, left, interruptions, visited }
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
            self.ran = self.ran.saturating_add(event.at.saturating_sub(self.last));
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
                    current.planned += i64::from(*seconds);
                }
            }
            _ => {}
        }
    }

    /// Goes to a step. A step that was left goes on where its clock stood.
    fn enter(&mut self, step: &StepId, planned: u32) {
        if let Some(current) = self.current.take() {
            *self.left.entry(current.step).or_default() += self.ran.saturating_sub(current.since);
        }
        self.current = Some(CurrentStep { step: step.clone(), planned: i64::from(planned), since: self.ran });
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
    pub(super) fn exercise_time(&self, at: u64) -> u64 {
        let session = self.at(at).session;
        let Some(current) = &self.current else { return session };
        let left = self.left.iter().filter(|(step, _)| step.exercise == current.step.exercise);
        left.map(|(_, ran)| ran).sum::<u64>().saturating_add(session.saturating_sub(current.since))
    }

    /// What the clocks say at a moment.
    pub(super) fn at(&self, at: u64) -> Clock {
        let since = if self.running { at.saturating_sub(self.last) } else { 0 };
        let session = self.ran.saturating_add(since);
        let step = self.current.as_ref().map_or(0, |current| {
            let before = self.left.get(&current.step).copied().unwrap_or_default();
            before.saturating_add(session.saturating_sub(current.since))
        });
        Clock { session, step, running: self.running }
    }

    pub(super) fn past_interruption(&self, at: u64, forward: bool) -> u64 {
        let within = self.interruptions.iter().find(|gap| gap.start < at && at < gap.end);
        within.map_or(at, |gap| if forward { gap.end } else { gap.start })
    }

    pub(super) fn time_within(&self, at: u64) -> u64 {
        let before = self.interruptions.iter().filter(|gap| gap.start < at);
        at.saturating_sub(before.map(|gap| gap.end.min(at) - gap.start).sum())
    }
}
