use crate::record::Sign;

/// Counts the people who hold each position on an arrow; each person counts once, with the latest position.
///
/// If the arrow's relation has no sign, `plus` counts those who say that there is such an arrow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of people who say that more at the start leads to more at the end.
    pub plus: usize,
    /// The number of people who say that more at the start leads to less at the end.
    pub minus: usize,
    /// The number of people who say that there is no such effect.
    pub none: usize,
    /// The number of people who cannot tell; they do not count for agreement.
    pub unsure: usize,
}

impl Tally {
    const fn sided(self) -> usize {
        self.plus + self.minus + self.none
    }

    /// Returns the number of people on the largest side.
    pub(super) fn largest(self) -> usize {
        self.plus.max(self.minus).max(self.none)
    }

    /// Returns the share of people on the largest side, from 1/3 to 1; 1 when nobody took a side.
    pub fn agreement(self) -> f64 {
        match self.sided() {
            0 => 1.0,
            sided => self.largest() as f64 / sided as f64,
        }
    }

    /// Whether people took sides and no side has three quarters of them.
    pub fn is_disputed(self) -> bool {
        4 * self.largest() < 3 * self.sided()
    }

    /// Returns the side that at least three quarters take; [`Sign::Unknown`] when there is none.
    pub fn winner(self) -> Sign {
        if self.sided() == 0 || self.is_disputed() {
            Sign::Unknown
        } else if self.plus == self.largest() {
            Sign::Plus
        } else if self.minus == self.largest() {
            Sign::Minus
        } else {
            Sign::NoEffect
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_quarters_win_and_anything_less_is_a_dispute() {
        for ((plus, minus, none), agreement, winner) in [
            ((0, 0, 0), 1.0, Sign::Unknown),
            ((1, 0, 0), 1.0, Sign::Plus),
            ((0, 1, 0), 1.0, Sign::Minus),
            ((0, 0, 1), 1.0, Sign::NoEffect),
            ((1, 1, 0), 0.5, Sign::Unknown),
            ((1, 0, 1), 0.5, Sign::Unknown),
            ((2, 1, 0), 2.0 / 3.0, Sign::Unknown),
            ((3, 1, 0), 0.75, Sign::Plus),
            ((1, 3, 0), 0.75, Sign::Minus),
            ((0, 1, 3), 0.75, Sign::NoEffect),
            ((3, 1, 1), 0.6, Sign::Unknown),
            ((1, 1, 1), 1.0 / 3.0, Sign::Unknown),
        ] {
            let tally = Tally { plus, minus, none, unsure: 5 };
            assert!((tally.agreement() - agreement).abs() < 1e-12, "{tally:?}");
            assert_eq!(tally.winner(), winner, "{tally:?}");
            assert_eq!(tally.is_disputed(), winner == Sign::Unknown && plus + minus + none > 0, "{tally:?}");
        }
    }
}
