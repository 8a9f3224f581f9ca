use serde::{Deserialize, Serialize};

/// What was decided about a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    WillNot,
}

impl Verdict {
    /// Every verdict, from the freest to the firmest.
    pub const ALL: [Verdict; 5] = [Verdict::Proceed, Verdict::Guard, Verdict::Wait, Verdict::Stop, Verdict::WillNot];

    /// The word typed for it.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Proceed => "proceed",
            Verdict::Guard => "guard",
            Verdict::Wait => "wait",
            Verdict::Stop => "stop",
            Verdict::WillNot => "will not",
        }
    }
}

/// What became of a parked item, a question or a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    pub const ALL: [Outcome; 4] = [Outcome::Done, Outcome::Moved, Outcome::Dropped, Outcome::Answered];

    /// The word typed for it.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Done => "done",
            Outcome::Moved => "moved",
            Outcome::Dropped => "dropped",
            Outcome::Answered => "answered",
        }
    }
}
