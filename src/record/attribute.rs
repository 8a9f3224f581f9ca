use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

use super::Kind;

/// How far along an initiative is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
pub enum Status {
    /// Talked about.
    Idea,
    /// Tried by some.
    Pilot,
    /// In use.
    Live,
    /// Losing its people or its sponsor.
    Fading,
    /// Switched off.
    Stopped,
}

impl Status {
    /// Every status, in the order of a life.
    pub const ALL: [Status; Status::COUNT] =
        [Status::Idea, Status::Pilot, Status::Live, Status::Fading, Status::Stopped];

    /// The word typed for it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Which way of a factor is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Want {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// Staying where it is, is better.
    Steady,
}

impl Want {
    /// The word typed after `want`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// One property of a thing, as somebody set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Attribute {
    /// How far along it is.
    Status(Status),
    /// Which way is good.
    Want(Want),
    /// There is not enough of it.
    Scarce,
    /// Not part of the organisation.
    Outside,
    /// When it begins, or began.
    Started(Date),
    /// What sort of thing it is, corrected by hand: replaces whatever was read before.
    Kind(Kind),
}
