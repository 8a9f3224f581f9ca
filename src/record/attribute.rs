use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

use super::Kind;

/// The status of an initiative.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount,
)]
#[strum(serialize_all = "lowercase")]
pub enum Status {
    /// The initiative is talked about.
    Idea,
    /// A part of the organisation tries the initiative.
    Pilot,
    /// The initiative is in use.
    Live,
    /// The initiative is losing its people or its sponsor.
    Fading,
    /// The initiative was switched off.
    Stopped,
}

impl Status {
    /// Every status, from idea to stopped.
    pub const ALL: [Status; Status::COUNT] =
        [Status::Idea, Status::Pilot, Status::Live, Status::Fading, Status::Stopped];

    /// Returns the word typed for this status.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Which direction of a factor is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Want {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// The factor should stay where it is.
    Steady,
}

impl Want {
    /// Returns the word typed after `want` for this direction.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// An attribute of a thing, as a speaker set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Attribute {
    /// The status of the initiative.
    Status(Status),
    /// The good direction of the factor.
    Want(Want),
    /// The resource is scarce.
    Scarce,
    /// The thing is outside the organisation.
    Outside,
    /// The day on which the initiative begins or began.
    Started(Date),
    /// The kind of the thing, corrected by hand; it replaces any kind that was read before.
    Kind(Kind),
}
