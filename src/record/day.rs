//! Which day it was in the room: the one place where what was said gets its day.

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::{Due, Header, Session};

/// A span that is longer leads beyond every calendar.
const FARTHEST: u32 = 100_000;

impl Header {
    /// The day on which the session was opened, where it was held.
    pub fn day(&self) -> Date {
        self.zone.day(self.opened)
    }

    /// The day so many milliseconds after the opening, where the session was held.
    pub fn day_at(&self, at: u64) -> Date {
        self.zone.day_of(self.opened.as_millisecond().saturating_add_unsigned(at))
    }

    /// The moment so many milliseconds after the opening.
    pub fn moment_at(&self, at: u64) -> Timestamp {
        let moment = self.opened.as_millisecond().saturating_add_unsigned(at);
        Timestamp::from_millisecond(moment).unwrap_or(Timestamp::MAX)
    }
}

impl Session {
    /// The day on which the session was opened, where it was held.
    pub fn day(&self) -> Date {
        self.header().day()
    }

    /// The day so many milliseconds after the opening, where the session was held.
    pub fn day_at(&self, at: u64) -> Date {
        self.header().day_at(at)
    }
}

impl Due {
    /// The day that is meant in a session of this day.
    pub fn day(self, session: Date) -> Date {
        match self {
            Due::On(day) => day,
            Due::In(days) => after(session, days),
        }
    }
}

/// The day so many days later, by the calendar: a day on which clocks are set is a day like any other.
pub fn after(day: Date, days: u32) -> Date {
    day.saturating_add(Span::new().try_days(days.min(FARTHEST)).unwrap_or_default())
}
