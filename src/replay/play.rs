//! Time running again, faster, without the long silences.

use super::{Playhead, Timeline};

/// The fastest a session is played.
pub const FASTEST: u16 = 60;

/// The longest wait for the next thing that was said, in milliseconds.
pub const LONGEST_WAIT: u64 = 2000;

impl Timeline {
    /// Where playing has got to after this many real milliseconds, at a speed from 1 to [`FASTEST`] times the original.
    ///
    /// A silence that would last longer than [`LONGEST_WAIT`] passes evenly within that.
    pub fn play(&self, from: Playhead, speed: u16, elapsed: u64) -> Playhead {
        let speed = u64::from(speed.clamp(1, FASTEST));
        let (mut position, mut left) = (from, elapsed);
        while let Some(next) = self.events().get(position.heard) {
            let before = self.after(position.heard).at;
            let gap = next.at.saturating_sub(before);
            let lasts = (gap / speed).min(LONGEST_WAIT);
            let passed = position.at.saturating_sub(before).min(gap);
            let rest = scaled(gap - passed, lasts, gap);
            if left < rest {
                return Playhead { at: before + passed + scaled(left, gap, lasts), ..position };
            }
            left -= rest;
            position = self.after(position.heard + 1);
        }
        position
    }

    /// How many real milliseconds lie between two events when they are played, the later one at this place.
    pub fn wait_before(&self, place: usize, speed: u16) -> u64 {
        let gap = self.after(place + 1).at.saturating_sub(self.after(place).at);
        (gap / u64::from(speed.clamp(1, FASTEST))).min(LONGEST_WAIT)
    }
}

/// `part` of `whole`, as a share of `of`.
fn scaled(part: u64, of: u64, whole: u64) -> u64 {
    let share = u128::from(part) * u128::from(of) / u128::from(whole.max(1));
    u64::try_from(share).unwrap_or(u64::MAX)
}
