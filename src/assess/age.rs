use jiff::civil::Date;

use super::days::days_between;
use super::thresholds::{COUNTS_DAYS, RECENT_DAYS};

/// How old an assessment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Age {
    /// Answered within the last 90 days.
    Fresh,
    /// Answered within the last year; its examples are no longer recent.
    Aging,
    /// Answered more than a year ago; its examples no longer count.
    Old,
}

impl Age {
    /// Returns the age on `today` of an assessment that was answered on an earlier day.
    pub fn of(answered: Date, today: Date) -> Self {
        match days_between(answered, today) {
            days if days <= RECENT_DAYS => Age::Fresh,
            days if days <= COUNTS_DAYS => Age::Aging,
            _ => Age::Old,
        }
    }

    /// Says the age in a sentence; `None` for [`Age::Fresh`].
    pub const fn says(self) -> Option<&'static str> {
        match self {
            Age::Fresh => None,
            Age::Aging => Some("Answered more than 90 days ago: its examples are recent no longer."),
            Age::Old => Some("Answered more than a year ago: it says where you stood, not where you stand."),
        }
    }
}
