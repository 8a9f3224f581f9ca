//! Days: the only place where a moment of a session becomes a day.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::{Due, Header, Session, SessionTime};

/// The maximum span in days; a longer one is beyond the calendar.
const FARTHEST: u32 = 100_000;

impl Header {
    /// The day on which the session was opened, where it was held.
    pub fn day(&self) -> Date {
        self.zone.day(self.opened)
    }

    /// The day of a moment, where the session was held.
    pub fn day_at(&self, at: SessionTime) -> Date {
        self.zone.day_of(self.opened.as_millisecond().saturating_add_unsigned(at.as_millis()))
    }

    /// When a moment of the session was in the world.
    pub fn moment_at(&self, at: SessionTime) -> Timestamp {
        at.on(self.opened)
    }
}

impl Session {
    /// The day on which the session was opened, where it was held.
    pub fn day(&self) -> Date {
        self.header().day()
    }

    /// The day of a moment, where the session was held.
    pub fn day_at(&self, at: SessionTime) -> Date {
        self.header().day_at(at)
    }
}

impl Due {
    /// The due day, in a session that was held on this day.
    pub fn day(self, session: Date) -> Date {
        match self {
            Due::On(day) => day,
            Due::In(days) => after(session, days),
        }
    }
}

/// The calendar day that is `days` later; daylight saving makes no difference.
pub fn after(day: Date, days: u32) -> Date {
    day.saturating_add(Span::new().try_days(days.min(FARTHEST)).unwrap_or_default())
}
