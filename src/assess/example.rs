use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::dates::days_between;
use super::private_words::PrivateWords;
use super::thresholds::{COUNTS_DAYS, RECENT_DAYS};

/// An example somebody gave for an answer, as far as it was told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ToldExample {
    /// Nobody has asked, or it is being thought about.
    #[default]
    Unasked,
    /// There is none.
    Without,
    /// It was told; its day is still to be asked.
    Told(PrivateWords),
    /// It was told, and nobody knows the day any more.
    Undated(PrivateWords),
    /// It was told, with its day.
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

    /// Its day, as it was told.
    pub const fn date(&self) -> Option<Date> {
        match self {
            ToldExample::Dated { date, .. } => Some(*date),
            _ => None,
        }
    }

    /// Its day, when it counts on this day: not in the future, and not older than a year.
    pub fn counting(&self, on: Date) -> Option<Date> {
        self.within(on, COUNTS_DAYS)
    }

    /// Whether it is recent enough on this day to carry a habit: at most 90 days old.
    pub fn is_recent(&self, on: Date) -> bool {
        self.within(on, RECENT_DAYS).is_some()
    }

    fn within(&self, on: Date, days: i32) -> Option<Date> {
        let ToldExample::Dated { text, date } = self else { return None };
        let counts = !text.as_str().is_empty() && (0..=days).contains(&days_between(*date, on));
        counts.then_some(*date)
    }
}
