use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// The verdict of a decision about an initiative or another thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Verdict {
    /// The thing goes ahead as intended.
    Proceed,
    /// The thing goes ahead as intended, with a guard that keeps it safe.
    Guard,
    /// The thing goes ahead only after a named condition is met.
    Wait,
    /// The thing was under way and ends.
    Stop,
    /// The thing was asked for and will not be done.
    #[strum(serialize = "will not")]
    WillNot,
}

impl Verdict {
    /// Every verdict, from full approval to refusal.
    pub const ALL: [Verdict; Verdict::COUNT] =
        [Verdict::Proceed, Verdict::Guard, Verdict::Wait, Verdict::Stop, Verdict::WillNot];

    /// Returns the verdict in words for a reader: "go on with a guard".
    pub const fn in_words(self) -> &'static str {
        match self {
            Self::Proceed => "go on as planned",
            Self::Guard => "go on with a guard",
            Self::Wait => "wait",
            Self::Stop => "stop",
            Self::WillNot => "not go ahead",
        }
    }

    /// Returns the word typed for this verdict.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The outcome of a parked item, a question or a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Outcome {
    /// The matter was done.
    Done,
    /// The matter will be done on another day.
    Moved,
    /// The room said aloud that the matter is dropped.
    Dropped,
    /// The question has an answer.
    Answered,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; Outcome::COUNT] = [Outcome::Done, Outcome::Moved, Outcome::Dropped, Outcome::Answered];

    /// Returns the word typed for this outcome.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
