use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::days_between;
use super::private_words::PrivateWords;
use super::thresholds::{COUNTS_DAYS, RECENT_DAYS};

/// The example for an answer, as far as the person has given it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ToldExample {
    /// The example was not asked for, or the question is not answered yet.
    #[default]
    Unasked,
    /// The person has no example.
    Without,
    /// The example was given; its day was not asked yet.
    Told(PrivateWords),
    /// The example was given, but nobody remembers its day.
    Undated(PrivateWords),
    /// The example was given with its day.
    Dated {
        /// The words of the example.
        text: PrivateWords,
        /// The day of the example.
        date: Date,
    },
}

impl ToldExample {
    /// Returns the words of the example.
    pub const fn text(&self) -> Option<&PrivateWords> {
        match self {
            ToldExample::Unasked | ToldExample::Without => None,
            ToldExample::Told(text) | ToldExample::Undated(text) | ToldExample::Dated { text, .. } => Some(text),
        }
    }

    /// Returns the day of the example, as it was given.
    pub const fn date(&self) -> Option<Date> {
        match self {
            ToldExample::Dated { date, .. } => Some(*date),
            _ => None,
        }
    }

    /// Returns the day of the example if the example counts on `on`: it is not in the future, and at most 365 days old.
    pub fn counting(&self, on: Date) -> Option<Date> {
        self.within(on, COUNTS_DAYS)
    }

    /// Whether the example is recent on `on`: at most 90 days old.
    pub fn is_recent(&self, on: Date) -> bool {
        self.within(on, RECENT_DAYS).is_some()
    }

    fn within(&self, on: Date, days: i32) -> Option<Date> {
        let ToldExample::Dated { text, date } = self else { return None };
        let counts = !text.as_str().is_empty() && (0..=days).contains(&days_between(*date, on));
        counts.then_some(*date)
    }
}
