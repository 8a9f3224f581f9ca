use jiff::civil::Date;

use super::assessment::ItemAnswer;
use super::rating::Rating;
use super::thresholds::{GATED_FROM, WITHOUT_EXAMPLE};

/// Whether a rating counts as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// The rating is below 4, so it needs no example.
    Unneeded,
    /// The rating is 4 or 5 and has a recent example.
    Open,
    /// The rating is 4 or 5 and has no recent example yet, so it counts as 3.
    Closed,
}

impl Gate {
    /// Returns the gate of an answer on a day, and the rating that the answer counts as; `None` if the item was passed
    /// over.
    pub(super) fn of(answer: &ItemAnswer, on: Date) -> Option<(Self, Rating)> {
        let rating = answer.rating?;
        Some(if rating.digit() < GATED_FROM {
            (Gate::Unneeded, rating)
        } else if answer.evidence.is_recent(on) {
            (Gate::Open, rating)
        } else {
            (Gate::Closed, rating.at_most(WITHOUT_EXAMPLE))
        })
    }

    /// Returns the name of the gate, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Gate::Unneeded => "unneeded",
            Gate::Open => "open",
            Gate::Closed => "no recent example yet",
        }
    }
}
