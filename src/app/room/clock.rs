use crate::record::Session;

/// The silence, in milliseconds, after which a session counts as interrupted.
const SILENCE: u64 = 4 * 60 * 60 * 1000;

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

/// What the room is told about the time. All in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoomClock {
    /// How long the session has run.
    pub session: u64,
    /// How long the step has run.
    pub step: u64,
    /// How long the step is meant to take; 0 when nobody planned it.
    pub planned: u64,
    /// Whether time goes on.
    pub running: Running,
}

impl RoomClock {
    /// What the clocks of a session say `at` milliseconds after its opening.
    pub(super) fn of(session: &Session, at: u64) -> Self {
        let last = session.events().last().map_or(0, |event| event.at);
        let silent = at.saturating_sub(last) > SILENCE;
        let clock = session.clock(if silent { last } else { at });
        let planned = session.place().map_or(0, |place| u64::try_from(place.planned).unwrap_or(0));
        let running = match (clock.running, silent) {
            (false, _) => Running::Paused,
            (true, true) => Running::Waiting,
            (true, false) => Running::Yes,
        };
        Self { session: clock.session, step: clock.step, planned: planned.saturating_mul(1000), running }
    }

    /// What is left of the step, in milliseconds; `None` once its time is over, which the room is not told.
    pub fn left(&self) -> Option<u64> {
        self.planned.checked_sub(self.step).filter(|left| *left > 0)
    }

    /// What a countdown shows, in milliseconds: it stops at 0; `None` where nothing was planned.
    pub fn countdown(&self) -> Option<u64> {
        (self.planned > 0).then(|| self.planned.saturating_sub(self.step))
    }

    /// Milliseconds until one of the clocks shows another second; `None` while they stand still.
    pub fn next_second(&self) -> Option<u64> {
        let until = |clock: u64| 1000 - clock % 1000;
        (self.running == Running::Yes).then(|| until(self.session).min(until(self.step)))
    }
}
