use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// Which way an effect goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Sign {
    /// More of the one, more of the other.
    #[strum(serialize = "more")]
    Plus,
    /// More of the one, less of the other.
    #[strum(serialize = "less")]
    Minus,
    /// Nobody has said which way.
    #[default]
    #[strum(serialize = "so")]
    Unknown,
    /// Somebody looked and found no effect.
    #[strum(serialize = "no effect")]
    NoEffect,
}

impl Sign {
    /// The character typed for this sign.
    pub const fn mark(self) -> char {
        match self {
            Sign::Plus => '+',
            Sign::Minus => '-',
            Sign::Unknown => '?',
            Sign::NoEffect => '=',
        }
    }

    /// What more at the start of one effect does to the end of another that follows it.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        match (self, next) {
            (Sign::Plus, sign) => sign,
            (Sign::Minus, Sign::Plus) => Sign::Minus,
            (Sign::Minus, Sign::Minus) => Sign::Plus,
            _ => Sign::Unknown,
        }
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How strong an effect is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// Typed `+`.
    #[default]
    Some,
    /// Typed `++`.
    Clear,
    /// Typed `+++`.
    Dominant,
}

impl Strength {
    /// How many marks are typed for it, 1 to 3.
    pub const fn marks(self) -> u8 {
        match self {
            Strength::Some => 1,
            Strength::Clear => 2,
            Strength::Dominant => 3,
        }
    }

    /// The strength typed with this many marks; more than three is still dominant.
    pub const fn from_marks(marks: usize) -> Strength {
        match marks {
            0 | 1 => Strength::Some,
            2 => Strength::Clear,
            _ => Strength::Dominant,
        }
    }

    /// Its weight in tenths (5, 7, 9), as lenses multiply it.
    pub const fn tenths(self) -> u32 {
        match self {
            Strength::Some => 5,
            Strength::Clear => 7,
            Strength::Dominant => 9,
        }
    }
}

/// How somebody knows what they claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Basis {
    /// "It is a guess."
    Guess,
    /// "I was told."
    #[default]
    Told,
    /// "I saw it."
    Seen,
}

impl Basis {
    /// The word typed for it.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How much it counts, in tenths (3, 6, 9).
    pub const fn tenths(self) -> u32 {
        match self {
            Basis::Guess => 3,
            Basis::Told => 6,
            Basis::Seen => 9,
        }
    }
}

/// How long until an effect shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delay {
    /// After this many days; 0 is at once.
    Days(u32),
    /// Later, nobody said when.
    Later,
}

impl Delay {
    /// The number of days lenses use: `later` counts as a quarter.
    pub const fn days(self) -> u32 {
        match self {
            Delay::Days(days) => days,
            Delay::Later => 90,
        }
    }
}
