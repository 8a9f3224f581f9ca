use jiff::civil::Date;

use super::assessment::ItemAnswer;
use super::rating::Rating;
use super::thresholds::{GATED_FROM, WITHOUT_EXAMPLE};

/// Whether a rating counts as it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// Below 4 a rating needs no example.
    Unneeded,
    /// There is a recent example.
    Open,
    /// No recent example yet: it counts as 3.
    Closed,
}

impl Gate {
    /// The gate of an answer on a day, and what it counts as; `None` when the item was passed over.
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

    /// Its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Gate::Unneeded => "unneeded",
            Gate::Open => "open",
            Gate::Closed => "no recent example yet",
        }
    }
}
