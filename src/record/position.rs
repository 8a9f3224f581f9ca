use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// The sign of an effect: what more of the first thing means for the second.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Sign {
    /// More of the first thing means more of the second.
    #[strum(serialize = "more")]
    Plus,
    /// More of the first thing means less of the second.
    #[strum(serialize = "less")]
    Minus,
    /// Nobody has said whether it is more or less.
    #[default]
    #[strum(serialize = "so")]
    Unknown,
    /// A speaker looked and found no effect.
    #[strum(serialize = "no effect")]
    NoEffect,
}

impl Sign {
    /// Returns the character typed for this sign.
    pub const fn mark(self) -> char {
        match self {
            Sign::Plus => '+',
            Sign::Minus => '-',
            Sign::Unknown => '?',
            Sign::NoEffect => '=',
        }
    }

    /// Returns the sign of two effects in a row: what more at the start of the first does to the end of the second.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        match (self, next) {
            (Sign::Plus, sign) => sign,
            (Sign::Minus, Sign::Plus) => Sign::Minus,
            (Sign::Minus, Sign::Minus) => Sign::Plus,
            _ => Sign::Unknown,
        }
    }

    /// Returns the name of this sign in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// How strong an effect is said to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Strength {
    /// Some effect, typed `+`.
    #[default]
    Some,
    /// A clear effect, typed `++`.
    Clear,
    /// The dominant effect, typed `+++`.
    Dominant,
}

impl Strength {
    /// Returns how many marks are typed for this strength, 1 to 3.
    pub const fn marks(self) -> u8 {
        match self {
            Strength::Some => 1,
            Strength::Clear => 2,
            Strength::Dominant => 3,
        }
    }

    /// Returns the strength typed with this many marks; more than 3 marks are read as 3.
    pub const fn from_marks(marks: usize) -> Strength {
        match marks {
            0 | 1 => Strength::Some,
            2 => Strength::Clear,
            _ => Strength::Dominant,
        }
    }

    /// Returns the weight in tenths (5, 7, 9) by which lenses multiply.
    pub const fn tenths(self) -> u32 {
        match self {
            Strength::Some => 5,
            Strength::Clear => 7,
            Strength::Dominant => 9,
        }
    }
}

/// How the speaker knows a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Basis {
    /// A file of another tool states it; nobody here has said it.
    Imported,
    /// The speaker guesses.
    Guess,
    /// The speaker was told.
    #[default]
    Told,
    /// The speaker saw it.
    Seen,
}

impl Basis {
    /// Returns the word typed for this basis.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns how much a claim on this basis counts, in tenths (2, 3, 6, 9).
    pub const fn tenths(self) -> u32 {
        match self {
            Basis::Imported => 2,
            Basis::Guess => 3,
            Basis::Told => 6,
            Basis::Seen => 9,
        }
    }
}

/// How long an effect takes to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delay {
    /// The effect shows after this many days; 0 means at once.
    Days(u32),
    /// The effect shows later; nobody said when.
    Later,
}

impl Delay {
    /// Returns the number of days that lenses use; `later` counts as 90 days, a quarter.
    pub const fn days(self) -> u32 {
        match self {
            Delay::Days(days) => days,
            Delay::Later => 90,
        }
    }
}
