use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::days::days_between;
use super::private_words::PrivateWords;
use super::thresholds::{COUNTS_DAYS, RECENT_DAYS};

/// The example for an answer, as far as it was given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ToldExample {
    /// It was not asked for, or is not answered yet.
    #[default]
    Unasked,
    /// There is no example.
    Without,
    /// It was given; its day was not asked yet.
    Told(PrivateWords),
    /// It was given, but nobody remembers the day.
    Undated(PrivateWords),
    /// It was given with its day.
    Dated {
        /// What happened.
        text: PrivateWords,
        /// When.
        date: Date,
    },
}

impl ToldExample {
    /// What happened.
    pub const fn text(&self) -> Option<&PrivateWords> {
        match self {
            ToldExample::Unasked | ToldExample::Without => None,
            ToldExample::Told(text) | ToldExample::Undated(text) | ToldExample::Dated { text, .. } => Some(text),
        }
    }

    /// Its day, as it was given.
    pub const fn date(&self) -> Option<Date> {
        match self {
            ToldExample::Dated { date, .. } => Some(*date),
            _ => None,
        }
    }

    /// Its day, if the example counts on `on`: not in the future and not older than a year.
    pub fn counting(&self, on: Date) -> Option<Date> {
        self.within(on, COUNTS_DAYS)
    }

    /// Whether it is recent on `on`: at most 90 days old.
    pub fn is_recent(&self, on: Date) -> bool {
        self.within(on, RECENT_DAYS).is_some()
    }

    fn within(&self, on: Date, days: i32) -> Option<Date> {
        let ToldExample::Dated { text, date } = self else { return None };
        let counts = !text.as_str().is_empty() && (0..=days).contains(&days_between(*date, on));
        counts.then_some(*date)
    }
}
