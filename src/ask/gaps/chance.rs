/// Numbers that look random and are the same for the same seed: SplitMix64 (Steele, Lea and Flood, 2014).
#[derive(Clone, Copy, Debug)]
pub(super) struct SeededChance(u64);

impl SeededChance {
    /// Starts from a map: the same names in the same order give the same numbers.
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        // FNV-1a, with a byte between two names that no name has.
        let bytes = names.flat_map(|name| name.bytes().chain([0xff]));
        Self(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// Starts from the same map in the turn with this number.
    pub(super) const fn turn(self, number: u64) -> Self {
        Self(self.0.wrapping_add(number.wrapping_mul(0xd1b5_4a32_d192_ed03)))
    }

    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number below `limit`; 0 if there is none.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % limit).unwrap_or(0)
    }

    /// Moves `count` entries, chosen by chance, to the front.
    pub(super) fn draw<T>(&mut self, entries: &mut [T], count: usize) {
        let length = entries.len();
        for place in 0..count.min(length) {
            let other = place + self.below(length - place);
            entries.swap(place, other);
        }
    }
}
