use std::ops::{Add, AddAssign, Sub};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A moment in a session, in whole milliseconds since its opening. A file contains this number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionTime(u64);

impl SessionTime {
    /// The opening of the session.
    pub const OPENING: Self = Self(0);

    /// Returns the moment this many milliseconds after the opening.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// Returns the session time of an instant, for a session opened at `opened`; an instant before it counts as the
    /// opening.
    pub fn of(moment: Timestamp, opened: Timestamp) -> Self {
        Self(u64::try_from(moment.as_millisecond() - opened.as_millisecond()).unwrap_or_default())
    }

    /// Returns the milliseconds since the opening.
    pub const fn as_millis(self) -> u64 {
        self.0
    }

    /// Returns the whole seconds since the opening.
    pub const fn as_secs(self) -> u64 {
        self.0 / 1000
    }

    /// Returns the whole minutes since the opening.
    pub const fn as_mins(self) -> u64 {
        self.0 / 60_000
    }

    /// Returns the time from an earlier moment to this one; zero when that moment is later.
    pub fn since(self, earlier: Self) -> SignedDuration {
        from_whole_millis(self.0.saturating_sub(earlier.0))
    }

    /// Returns the time from the opening to this moment.
    pub fn elapsed(self) -> SignedDuration {
        from_whole_millis(self.0)
    }

    /// Returns the instant of this moment, for a session opened at `opened`; at most the last instant of the calendar.
    pub fn on(self, opened: Timestamp) -> Timestamp {
        Timestamp::from_millisecond(self.millis_on(opened.as_millisecond())).unwrap_or(Timestamp::MAX)
    }

    /// Returns this moment in milliseconds since 1970, for a session opened at `opened`, which is in the same unit.
    pub const fn millis_on(self, opened: i64) -> i64 {
        opened.saturating_add_unsigned(self.0)
    }
}

/// Returns a later moment. A negative duration adds nothing.
impl Add<SignedDuration> for SessionTime {
    type Output = Self;

    fn add(self, duration: SignedDuration) -> Self {
        Self(self.0.saturating_add(whole_millis(duration)))
    }
}

impl AddAssign<SignedDuration> for SessionTime {
    fn add_assign(&mut self, duration: SignedDuration) {
        *self = *self + duration;
    }
}

/// Returns an earlier moment, at least the opening. A negative duration subtracts nothing.
impl Sub<SignedDuration> for SessionTime {
    type Output = Self;

    fn sub(self, duration: SignedDuration) -> Self {
        Self(self.0.saturating_sub(whole_millis(duration)))
    }
}

/// Returns the whole milliseconds of a duration; 0 for a negative one.
pub fn whole_millis(duration: SignedDuration) -> u64 {
    u64::try_from(duration.as_millis().max(0)).unwrap_or(u64::MAX)
}

/// Returns a duration of this many milliseconds.
pub fn from_whole_millis(millis: u64) -> SignedDuration {
    let nanos = i32::try_from(millis % 1000 * 1_000_000).unwrap_or_default();
    SignedDuration::new(i64::try_from(millis / 1000).unwrap_or(i64::MAX), nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_as_far_from_the_opening_as_what_was_added() {
        let at = SessionTime::from_millis(90_500);
        assert_eq!((at + SignedDuration::from_secs(30)).as_secs(), 120);
        assert_eq!((at - SignedDuration::from_hours(1)), SessionTime::OPENING);
        assert_eq!(at.since(SessionTime::from_millis(500)), SignedDuration::from_secs(90));
        assert_eq!(SessionTime::OPENING.since(at), SignedDuration::ZERO);
        assert_eq!(SessionTime::of(at.on(Timestamp::UNIX_EPOCH), Timestamp::UNIX_EPOCH), at);
    }

    #[test]
    fn no_number_of_milliseconds_is_too_large() {
        for millis in [0, 1, 999, 1000, u64::MAX] {
            assert_eq!(SessionTime::from_millis(millis).elapsed().as_millis(), i128::from(millis));
            assert_eq!(whole_millis(from_whole_millis(millis)), millis);
        }
        assert_eq!(SessionTime::from_millis(u64::MAX).on(Timestamp::UNIX_EPOCH), Timestamp::MAX);
    }
}
