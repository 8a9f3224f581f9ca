use jiff::Timestamp;
use jiff::civil::Date;

use crate::record::SessionId;

/// An open promise that is due on a day. The texts are plain text, as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuePromise {
    /// The session in which it was made.
    pub session: SessionId,
    /// The number of its event.
    pub seq: u64,
    /// The unit of who promised, or the name that its owner wanted; `None` if neither may be told.
    pub who: Option<String>,
    /// The promise.
    pub what: String,
    /// The day on which it is due, as last stated.
    pub due: Date,
    /// When it was made.
    pub said: Timestamp,
}

/// What a session states about a promise of an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledEarlier {
    /// The session in which the promise was made.
    pub session: SessionId,
    /// The number of its event.
    pub seq: u64,
    /// The day to which it was moved; `None` if it is over.
    pub moved_to: Option<Date>,
}
