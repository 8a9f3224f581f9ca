use jiff::SignedDuration;

use crate::record::{Session, SessionTime, from_whole_millis, whole_millis};

/// The silence after which a session counts as interrupted.
const SILENCE: SignedDuration = SignedDuration::from_hours(4);

/// Whether the clocks of the session run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Running {
    /// The clocks run.
    Yes,
    /// The clocks were stopped.
    Paused,
    /// The session was not started yet.
    NotStarted,
    /// The clocks wait, because nothing was said for hours.
    Waiting,
}

/// The times that the room is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomClock {
    /// The time for which the session has run.
    pub session: SignedDuration,
    /// The time for which the step has run.
    pub step: SignedDuration,
    /// The planned time of the step; zero when nobody planned it.
    pub planned: SignedDuration,
    /// The state of the clocks: running, stopped or waiting.
    pub running: Running,
}

impl RoomClock {
    /// Returns the clocks of a session at a moment.
    pub(super) fn of(session: &Session, at: SessionTime) -> Self {
        let last = session.events().last().map_or(SessionTime::OPENING, |event| event.at);
        let silent = at.since(last) > SILENCE;
        let clock = session.clock(if silent { last } else { at });
        let planned = session.place().map_or(SignedDuration::ZERO, |place| place.planned.max(SignedDuration::ZERO));
        let running = match (clock.running, silent) {
            (false, _) if session.is_before_start() => Running::NotStarted,
            (false, _) => Running::Paused,
            (true, true) => Running::Waiting,
            (true, false) => Running::Yes,
        };
        Self { session: clock.session, step: clock.step, planned, running }
    }

    /// Returns the time left in the step; `None` once it is over, because the room is not shown that a step runs over.
    pub fn left(&self) -> Option<SignedDuration> {
        Some(self.planned - self.step).filter(SignedDuration::is_positive)
    }

    /// Returns the time of a countdown, which stops at 0; `None` where no time was planned.
    pub fn countdown(&self) -> Option<SignedDuration> {
        self.planned.is_positive().then(|| (self.planned - self.step).max(SignedDuration::ZERO))
    }

    /// Returns the time until one of the clocks shows another second; `None` while they are stopped.
    pub fn next_second(&self) -> Option<SignedDuration> {
        let until = |clock: SignedDuration| from_whole_millis(1000 - whole_millis(clock) % 1000);
        (self.running == Running::Yes).then(|| until(self.session).min(until(self.step)))
    }
}
