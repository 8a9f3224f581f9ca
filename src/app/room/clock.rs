use jiff::SignedDuration;

use crate::record::{Session, SessionTime, from_whole_millis, whole_millis};

/// The silence after which a session counts as interrupted.
const SILENCE: SignedDuration = SignedDuration::from_hours(4);

/// Whether the clocks run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Running {
    /// They do.
    Yes,
    /// They were stopped.
    Paused,
    /// Nothing was said for hours.
    Waiting,
}

/// What the room is told about the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomClock {
    /// How long the session has run.
    pub session: SignedDuration,
    /// How long the step has run.
    pub step: SignedDuration,
    /// How long the step is meant to take; zero when nobody planned it.
    pub planned: SignedDuration,
    /// Whether time goes on.
    pub running: Running,
}

impl RoomClock {
    /// What the clocks of a session say at a moment.
    pub(super) fn of(session: &Session, at: SessionTime) -> Self {
        let last = session.events().last().map_or(SessionTime::OPENING, |event| event.at);
        let silent = at.since(last) > SILENCE;
        let clock = session.clock(if silent { last } else { at });
        let planned = session.place().map_or(SignedDuration::ZERO, |place| place.planned.max(SignedDuration::ZERO));
        let running = match (clock.running, silent) {
            (false, _) => Running::Paused,
            (true, true) => Running::Waiting,
            (true, false) => Running::Yes,
        };
        Self { session: clock.session, step: clock.step, planned, running }
    }

    /// What is left of the step; `None` once its time is over, which the room is not told.
    pub fn left(&self) -> Option<SignedDuration> {
        Some(self.planned - self.step).filter(SignedDuration::is_positive)
    }

    /// What a countdown shows: it stops at 0; `None` where nothing was planned.
    pub fn countdown(&self) -> Option<SignedDuration> {
        self.planned.is_positive().then(|| (self.planned - self.step).max(SignedDuration::ZERO))
    }

    /// The time until one of the clocks shows another second; `None` while they stand still.
    pub fn next_second(&self) -> Option<SignedDuration> {
        let until = |clock: SignedDuration| from_whole_millis(1000 - whole_millis(clock) % 1000);
        (self.running == Running::Yes).then(|| until(self.session).min(until(self.step)))
    }
}
