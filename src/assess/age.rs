use jiff::civil::Date;

use super::dates::days_between;
use super::thresholds::{COUNTS_DAYS, RECENT_DAYS};

/// How much an assessment still says on a later day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Answered within the last 90 days.
    Fresh,
    /// Answered within the last year; its examples are recent no longer.
    Aging,
    /// Answered more than a year ago; its examples count no longer.
    Old,
}

impl Age {
    /// The age of what was answered on one day, on another.
    pub fn of(answered: Date, today: Date) -> Self {
        match days_between(answered, today) {
            days if days <= RECENT_DAYS => Age::Fresh,
            days if days <= COUNTS_DAYS => Age::Aging,
            _ => Age::Old,
        }
    }

    /// A sentence about it; none as long as it is fresh.
    pub const fn says(self) -> Option<&'static str> {
        match self {
            Age::Fresh => None,
            Age::Aging => Some("Answered more than 90 days ago: its examples are recent no longer."),
            Age::Old => Some("Answered more than a year ago: it says where you stood, not where you stand."),
        }
    }
}
