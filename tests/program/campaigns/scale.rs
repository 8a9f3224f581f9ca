//! How large a campaign is, and the numbers it is drawn from.

/// The environment variable that asks for whole campaigns.
const WHOLE: &str = "ADJACENT_CAMPAIGNS";

/// So many of `whole` are run here: all of them when whole campaigns were asked for, else a tenth.
pub(crate) fn share_of(whole: usize) -> usize {
    whole_or(whole, whole.div_ceil(10))
}

/// The first number when whole campaigns were asked for, else the second.
pub(crate) fn whole_or(whole: usize, otherwise: usize) -> usize {
    if std::env::var(WHOLE).is_ok_and(|asked| asked == "whole") { whole } else { otherwise }
}

/// A seeded sequence of numbers, the same on every machine (`splitmix64`, after Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    /// The next number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is at least 1.
    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }
}

#[test]
fn the_same_seed_draws_the_same_numbers() {
    let drawn = |seed| -> Vec<u64> {
        let mut random = Random(seed);
        (0..4).map(|_| random.below(1_000)).collect()
    };
    assert_eq!(drawn(7), drawn(7));
    assert_ne!(drawn(7), drawn(8));
    assert!(share_of(2_000) == 200 || share_of(2_000) == 2_000);
}
