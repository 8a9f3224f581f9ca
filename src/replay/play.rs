//! Playing a session: time runs again, faster than it did, and long silences are shortened.

use jiff::SignedDuration;

use super::{Playhead, Timeline};
use crate::record::{from_whole_millis, whole_millis};

/// The maximum speed, as a multiple of the original.
pub const FASTEST: u16 = 60;

/// The maximum wait in real time before the next event.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_secs(2);

impl Timeline {
    /// Returns the position that is reached after `elapsed` real time, at a speed from 1 to [`FASTEST`] times the
    /// original.
    ///
    /// A silence that would take longer than [`LONGEST_WAIT`] is shortened to it, and passes evenly.
    pub fn play(&self, from: Playhead, speed: u16, elapsed: SignedDuration) -> Playhead {
        let speed = u64::from(speed.clamp(1, FASTEST));
        let (mut position, mut left) = (from, whole_millis(elapsed));
        while let Some(next) = self.events().get(position.heard) {
            let before = self.after(position.heard).at;
            let gap = whole_millis(next.at.since(before));
            let lasts = (gap / speed).min(whole_millis(LONGEST_WAIT));
            let passed = whole_millis(position.at.since(before)).min(gap);
            let rest = scaled(gap - passed, lasts, gap);
            if left < rest {
                let at = before + from_whole_millis(passed + scaled(left, gap, lasts));
                return Playhead { at, ..position };
            }
            left -= rest;
            position = self.after(position.heard + 1);
        }
        position
    }

    /// Returns the real time between the event at `place` and the one before it, when they are played.
    pub fn wait_before(&self, place: usize, speed: u16) -> SignedDuration {
        let gap = whole_millis(self.after(place + 1).at.since(self.after(place).at));
        from_whole_millis(gap / u64::from(speed.clamp(1, FASTEST))).min(LONGEST_WAIT)
    }
}

/// Scales `part`, which lies within `whole`, to the same share of `of`.
fn scaled(part: u64, of: u64, whole: u64) -> u64 {
    let share = u128::from(part) * u128::from(of) / u128::from(whole.max(1));
    u64::try_from(share).unwrap_or(u64::MAX)
}
