use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr};

/// What was decided about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Verdict {
    /// As planned.
    Proceed,
    /// As planned, with something that keeps it safe.
    Guard,
    /// Not before something has come.
    Wait,
    /// No longer.
    Stop,
    /// It was asked for, and will not be done.
    #[strum(serialize = "will not")]
    WillNot,
}

impl Verdict {
    /// Every verdict, from full approval to refusal.
    pub const ALL: [Verdict; Verdict::COUNT] =
        [Verdict::Proceed, Verdict::Guard, Verdict::Wait, Verdict::Stop, Verdict::WillNot];

    /// The word typed for it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What became of a parked item, a question or a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr, EnumCount)]
#[strum(serialize_all = "lowercase")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It will be done on another day.
    Moved,
    /// It was dropped, aloud.
    Dropped,
    /// The question has an answer.
    Answered,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Outcome; Outcome::COUNT] = [Outcome::Done, Outcome::Moved, Outcome::Dropped, Outcome::Answered];

    /// The word typed for it.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
