use crate::graph::Impact;

use super::thresholds::{AT_HOME, FRESH, PRESENT, SPOKEN_OF};

/// The score of a question. It is made of whole numbers, so that equal scores are exactly equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The sum of the largest reach and the reach of the subject, times the weight and all factors.
    points: Impact,
    /// The largest reach of any thing in the context.
    furthest: Impact,
}

/// The factors by which the weight of a template is multiplied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factors {
    /// The reach of the subject.
    pub(super) reach: Impact,
    /// How well the question fits the step, in tenths.
    pub(super) fit: u64,
    /// Whether the unit that could answer is present, in halves.
    pub(super) presence: u64,
    /// How fresh the question is, in tenths.
    pub(super) freshness: u64,
    /// The factor for units that have not spoken yet; else 1.
    pub(super) turn: u64,
    /// Whether anybody has spoken of the subject, in halves.
    pub(super) spoken: u64,
}

impl Factors {
    /// Returns all factors but the reach: why it suits this step, these people and this moment.
    pub(super) const fn circumstances(self) -> u64 {
        self.fit * self.presence * self.freshness * self.turn * self.spoken
    }
}

impl Score {
    pub(super) fn of(weight: u64, furthest: Impact, factors: Factors) -> Self {
        let times = weight * factors.circumstances();
        Self { points: (furthest + factors.reach) * times, furthest }
    }

    /// Whether the score is 0, so that the question is not offered.
    pub(super) fn is_nothing(self) -> bool {
        self.points == Impact::default()
    }

    /// Returns the score as a number from 0 to 20.
    pub fn value(self) -> f64 {
        let whole = 2 * AT_HOME * PRESENT * FRESH * SPOKEN_OF;
        self.points.share() / self.furthest.share() / whole as f64
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Score {
    /// Compares scores of one context; all of them have the same `furthest`.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.points, self.furthest).cmp(&(other.points, other.furthest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(reach: Impact, fit: u64) -> Score {
        let factors = Factors { reach, fit, presence: PRESENT, freshness: FRESH, turn: 1, spoken: SPOKEN_OF };
        Score::of(10, Impact::hundredths(150), factors)
    }

    #[test]
    fn a_subject_without_reach_has_half_and_the_furthest_all() {
        assert!((score(Impact::default(), 10).value() - 5.0).abs() < 1e-12);
        assert!((score(Impact::hundredths(150), 10).value() - 10.0).abs() < 1e-12);
        assert!((score(Impact::hundredths(75), 4).value() - 3.0).abs() < 1e-12);
    }

    #[test]
    fn what_comes_out_the_same_is_a_tie() {
        assert_eq!(score(Impact::hundredths(100), 6), score(Impact::hundredths(225), 4));
        assert!(score(Impact::hundredths(101), 6) > score(Impact::hundredths(225), 4));
    }
}
