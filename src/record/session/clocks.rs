//! The clocks of a session and of its steps, as its events tell them.

use super::Session;
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

impl Session {
    /// Moves the clock on to an event. What lies between the last event and taking the session up again is an
    /// interruption: nobody can tell how long it was used before it broke off.
    pub(super) fn run_clock(&mut self, event: &Event) {
        let before = self.events.last().map_or(0, |last| last.at);
        let interrupted = event.facts.iter().any(|fact| matches!(fact, Fact::Resumed { .. }));
        if interrupted && event.at > before {
            self.interruptions.push(before..event.at);
        }
        if self.running && !interrupted {
            self.ran = self.ran.saturating_add(event.at.saturating_sub(before));
        }
    }

    /// Goes to a step. A step that was left goes on where its clock stood.
    pub(super) fn enter(&mut self, step: &StepId, planned: u32) {
        if let Some(place) = self.place.take() {
            *self.left.entry(place.step).or_default() += self.ran.saturating_sub(place.since);
        }
        self.turned = None;
        self.offered = None;
        self.place = Some(CurrentStep { step: step.clone(), planned: i64::from(planned), since: self.ran });
        if !self.visited.contains(step) {
            self.visited.push(step.clone());
        }
    }

    /// How long the exercise that is on has run in all, `at` milliseconds after the opening; in milliseconds.
    pub fn exercise_time(&self, at: u64) -> u64 {
        let session = self.clock(at).session;
        let Some(place) = &self.place else { return session };
        let left = self.left.iter().filter(|(step, _)| step.exercise == place.step.exercise);
        left.map(|(_, ran)| ran).sum::<u64>().saturating_add(session.saturating_sub(place.since))
    }

    /// What the clocks say `at` milliseconds after the opening.
    pub fn clock(&self, at: u64) -> Clock {
        let last = self.events.last().map_or(0, |event| event.at);
        let since = if self.running { at.saturating_sub(last) } else { 0 };
        let session = self.ran.saturating_add(since);
        let step = self.place.as_ref().map_or(0, |place| {
            let before = self.left.get(&place.step).copied().unwrap_or_default();
            before.saturating_add(session.saturating_sub(place.since))
        });
        Clock { session, step, running: self.running }
    }

    /// The nearest moment at which the session was held: an interruption is passed over, forward or back.
    pub fn past_interruption(&self, at: u64, forward: bool) -> u64 {
        let within = self.interruptions.iter().find(|gap| gap.start < at && at < gap.end);
        within.map_or(at, |gap| if forward { gap.end } else { gap.start })
    }

    /// The time that had gone by in the session `at` milliseconds after its opening, without the interruptions before;
    /// pauses are part of it. It never goes back, and in an interruption it stands still.
    pub fn time_within(&self, at: u64) -> u64 {
        let before = self.interruptions.iter().filter(|gap| gap.start < at);
        at.saturating_sub(before.map(|gap| gap.end.min(at) - gap.start).sum())
    }
}
