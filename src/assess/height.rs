use super::rating::Rating;

/// The height of a level, from 1 to 5. It is stored in sixtieths, so that the mean of up to six ratings is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Height(u32);

impl Height {
    /// The number of parts in one rung.
    const PARTS: u32 = 60;

    /// The maximum number of ratings whose mean is always exact.
    pub(super) const MOST_RATINGS: usize = 6;

    /// Returns the height of this number of rungs.
    pub const fn whole(rungs: u32) -> Self {
        Self(rungs * Self::PARTS)
    }

    /// Returns the height of this number of half rungs.
    pub const fn halves(halves: u32) -> Self {
        Self(halves * Self::PARTS / 2)
    }

    /// Returns the mean of ratings; `None` if there are none.
    pub fn mean(ratings: impl IntoIterator<Item = Rating>) -> Option<Self> {
        let (mut sum, mut count) = (0_u32, 0_u32);
        for rating in ratings {
            sum += u32::from(rating.digit());
            count += 1;
        }
        (sum * Self::PARTS).checked_div(count).map(Self)
    }

    /// Returns the highest rung that this height reaches.
    pub fn rung(self) -> Rung {
        Rung::reached(self.0 / Self::PARTS)
    }

    /// Returns the height in tenths, rounded half up. Only JSON holds this number; no screen shows it.
    pub const fn tenths(self) -> u32 {
        (self.0 * 10 + Self::PARTS / 2) / Self::PARTS
    }
}

/// One of the five rungs of a ladder. The scale of the instrument says what each means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rung(u8);

impl Rung {
    /// Every rung, the lowest first.
    pub const ALL: [Rung; 5] = [Rung(1), Rung(2), Rung(3), Rung(4), Rung(5)];

    /// Returns the highest rung within this number of whole rungs, at least the first rung.
    pub(super) fn reached(whole: u32) -> Self {
        Self::ALL.into_iter().rev().find(|rung| u32::from(rung.0) <= whole).unwrap_or(Rung(1))
    }

    /// Returns the number of the rung, from 1.
    pub const fn number(self) -> u8 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mean(digits: &[u8]) -> Height {
        Height::mean(digits.iter().filter_map(|digit| Rating::new(*digit))).unwrap()
    }

    #[test]
    fn a_mean_is_exact_so_that_three_is_reached_by_three_and_by_nothing_below() {
        assert_eq!(mean(&[3, 3, 4, 2, 3, 3]), Height::whole(3));
        assert!(mean(&[3, 3, 3, 3, 3, 2]) < Height::whole(3));
        assert_eq!(mean(&[4, 5, 4, 5]), Height::halves(9));
        assert_eq!(Height::mean([]), None);
    }

    #[test]
    fn a_rung_is_stood_on_once_it_was_reached() {
        for (digits, rung, tenths) in [
            (vec![3, 3, 3, 3, 3, 2], 2, 28),
            (vec![3, 3, 3, 3, 3, 3], 3, 30),
            (vec![4, 4, 4, 4, 4, 3], 3, 38),
            (vec![5, 4, 4, 4], 4, 43),
            (vec![5, 5, 5, 5, 5], 5, 50),
            (vec![1, 1, 1, 1], 1, 10),
        ] {
            let height = mean(&digits);
            assert_eq!((height.rung().number(), height.tenths()), (rung, tenths), "{digits:?}");
        }
    }
}
