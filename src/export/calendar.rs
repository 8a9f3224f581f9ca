//! Calendars in the iCalendar format (RFC 5545): the exercises of an agenda, and the promises of sessions.
//!
//! Every promise is an event of a whole day rather than a to-do, because most calendars do not show to-dos; it does not
//! make anybody busy.

mod agenda;
mod component;
mod due;
mod promises;

pub use agenda::agenda_calendar;
pub use component::{CalendarEntry, CalendarSpan, calendar};
pub use due::{DuePromise, SettledEarlier};
pub(super) use promises::open_promises;
pub use promises::promise_calendar;

use super::format::ExportFormat;

/// The entry of the calendar of promises in the list of formats.
pub(super) const FORMAT: ExportFormat = ExportFormat {
    tells_sessions: true,
    ..ExportFormat::map(
        "ics",
        "The open promises with their days, for a calendar",
        "the map, and promises without a day",
        "ics",
        promise_calendar,
    )
};
