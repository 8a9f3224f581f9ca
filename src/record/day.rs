//! Calendar days. Only this module turns a moment of a session into a day.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::{Due, Header, Session, SessionTime};

/// The maximum span, in days; a longer one would end beyond the calendar.
const FARTHEST: u32 = 100_000;

impl Header {
    /// Returns the day on which the session was opened, in the time zone of its place.
    pub fn day(&self) -> Date {
        self.zone.day(self.opened)
    }

    /// Returns the day of a session time, in the time zone of the session's place.
    pub fn day_at(&self, at: SessionTime) -> Date {
        self.zone.day_of(at.millis_on(self.opened.as_millisecond()))
    }

    /// Returns the instant of a session time.
    pub fn moment_at(&self, at: SessionTime) -> Timestamp {
        at.on(self.opened)
    }
}

impl Session {
    /// Returns the day on which the session was opened, in the time zone of its place.
    pub fn day(&self) -> Date {
        self.header().day()
    }

    /// Returns the day of a session time, in the time zone of the session's place.
    pub fn day_at(&self, at: SessionTime) -> Date {
        self.header().day_at(at)
    }
}

impl Due {
    /// Returns the due day, for a session that was held on the day `session`.
    pub fn day(self, session: Date) -> Date {
        match self {
            Due::On(day) => day,
            Due::In(days) => after(session, days),
        }
    }
}

/// Returns the calendar day that is `days` later; daylight saving makes no difference.
pub fn after(day: Date, days: u32) -> Date {
    day.saturating_add(Span::new().try_days(days.min(FARTHEST)).unwrap_or_default())
}
