use std::iter::Sum;
use std::ops::{Add, Mul};

use crate::record::Strength;

/// The maximum number of arrows whose strengths are multiplied exactly.
const ARROWS: u32 = 8;

/// The share of a change at the start of a path that arrives at its end: the product of its strengths, from 0 to 1.
///
/// It is stored in whole hundred-millionths, so that sums and comparisons are exact in any order of adding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Impact(u64);

impl Impact {
    /// The impact of a path without an arrow: everything arrives.
    pub const WHOLE: Impact = Impact(10_u64.pow(ARROWS));

    /// Returns an impact of this many hundredths.
    pub const fn hundredths(hundredths: u64) -> Self {
        Self(hundredths.saturating_mul(Self::WHOLE.0 / 100))
    }

    /// Returns this many thousandths of it.
    #[must_use]
    pub const fn thousandths(self, count: u64) -> Self {
        Self(self.0.saturating_mul(count) / 1000)
    }

    /// Returns the impact after one more arrow of this strength; exact for up to eight arrows.
    #[must_use]
    pub const fn through(self, strength: Strength) -> Self {
        Self(self.0 / 10 * strength.tenths() as u64)
    }

    /// Returns the absolute difference.
    #[must_use]
    pub const fn apart(self, other: Self) -> Self {
        Self(self.0.abs_diff(other.0))
    }

    /// Returns it as a number from 0 to 1.
    pub fn share(self) -> f64 {
        self.0 as f64 / Self::WHOLE.0 as f64
    }
}

impl Add for Impact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Mul<u64> for Impact {
    type Output = Self;

    fn mul(self, times: u64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Impact {
    fn sum<I: Iterator<Item = Self>>(impacts: I) -> Self {
        impacts.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strengths_multiply_exactly_and_compare_with_hundredths() {
        let some = Impact::WHOLE.through(Strength::Some);
        assert_eq!(some, Impact::hundredths(50));
        assert_eq!(some.through(Strength::Clear).through(Strength::Dominant), Impact(31_500_000));
        assert!(some.through(Strength::Some).through(Strength::Some) > Impact::hundredths(12));
        let far = (0..8).fold(Impact::WHOLE, |impact, _| impact.through(Strength::Dominant));
        assert_eq!(far, Impact(9_u64.pow(8)));
        assert_eq!(some.apart(Impact::WHOLE), some);
        assert_eq!([some, some].into_iter().sum::<Impact>(), Impact::WHOLE);
    }
}
