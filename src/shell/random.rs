//! Chance: the few digits that keep two sessions of one day apart, and an order that tells nothing.

use std::hash::{BuildHasher, RandomState};

/// Four hexadecimal digits that nobody can guess.
pub(super) fn four_digits() -> u16 {
    let [.., high, low] = RandomState::new().hash_one(0_u8).to_be_bytes();
    u16::from_be_bytes([high, low])
}

/// Puts things into an order that tells nothing about the order in which they came.
pub(super) fn shuffle<T>(things: &mut [T]) {
    let chance = RandomState::new();
    for last in (1..things.len()).rev() {
        let [.., a, b, c, d] = chance.hash_one(last).to_be_bytes();
        things.swap(last, u32::from_be_bytes([a, b, c, d]) as usize % (last + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_everything_and_reaches_every_order() {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..400 {
            let mut things = [1, 2, 3];
            shuffle(&mut things);
            seen.insert(things);
        }
        assert_eq!(seen.len(), 6);
    }
}
