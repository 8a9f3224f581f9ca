use serde::{Deserialize, Serialize};

/// A chosen anchor, from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// The number of anchors.
    pub const COUNT: usize = 5;

    /// Makes a rating; `None` outside 1 to 5.
    pub const fn new(digit: u8) -> Option<Self> {
        if matches!(digit, 1..=5) { Some(Self(digit)) } else { None }
    }

    /// Returns the digit, from 1 to 5.
    pub const fn digit(self) -> u8 {
        self.0
    }

    /// Returns the index of the anchor, from 0.
    pub(super) const fn index(self) -> usize {
        self.0 as usize - 1
    }

    /// Returns the lower of this rating and `digit`.
    #[must_use]
    pub(super) fn at_most(self, digit: u8) -> Self {
        Self(self.0.min(digit).max(1))
    }
}

impl TryFrom<u8> for Rating {
    type Error = String;

    fn try_from(digit: u8) -> Result<Self, String> {
        Self::new(digit).ok_or_else(|| format!("{digit} is no rating; write 1, 2, 3, 4 or 5"))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> u8 {
        rating.0
    }
}
