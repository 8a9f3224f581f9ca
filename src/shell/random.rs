//! Chance: the few digits that keep two sessions of one day apart.

use std::hash::{BuildHasher, RandomState};

/// Four hexadecimal digits that nobody can guess.
pub(super) fn four_digits() -> u16 {
    let [.., high, low] = RandomState::new().hash_one(0_u8).to_be_bytes();
    u16::from_be_bytes([high, low])
}
