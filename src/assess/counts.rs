use super::rating::Rating;

/// How many people chose each anchor of an item, without saying who.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnchorCounts([usize; Rating::COUNT]);

impl AnchorCounts {
    /// Returns how many people chose each of the anchors 1 to 5, in that order.
    pub const fn each(&self) -> [usize; Rating::COUNT] {
        self.0
    }

    /// Returns how many people chose an anchor.
    pub fn people(&self) -> usize {
        self.0.iter().sum()
    }

    /// Returns how far the chosen anchors are apart: their variance, in millionths, so that it can be compared exactly.
    pub(super) fn width(&self) -> usize {
        let weighed = |power| self.digits().map(|(digit, count)| digit.pow(power) * count).sum::<usize>();
        let (people, sum, squares) = (self.people(), weighed(1), weighed(2));
        (people * squares - sum * sum) * 1_000_000 / (people * people).max(1)
    }

    /// Returns the distance of one anchor from the mean of all chosen anchors, in millionths.
    pub(super) fn distance(&self, own: Rating) -> usize {
        let (people, sum) = (self.people(), self.digits().map(|(digit, count)| digit * count).sum::<usize>());
        sum.abs_diff(usize::from(own.digit()) * people) * 1_000_000 / people.max(1)
    }

    fn digits(&self) -> impl Iterator<Item = (usize, usize)> {
        (1..).zip(self.0)
    }
}

impl FromIterator<Rating> for AnchorCounts {
    fn from_iter<T: IntoIterator<Item = Rating>>(ratings: T) -> Self {
        let mut counts = Self::default();
        for rating in ratings {
            if let Some(count) = counts.0.get_mut(rating.index()) {
                *count += 1;
            }
        }
        counts
    }
}
