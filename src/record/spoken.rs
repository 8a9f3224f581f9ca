//! Phrases that several rooms of the program use.

use std::borrow::Cow;

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

use super::Delay;

pub use super::english::{counted, in_digits, in_words, listed, options_as_said, options_in_words};

/// The prefix of a line that was taken back, for outputs without strike-through.
pub const TAKEN_BACK: &str = "Taken back: ";

/// Says a day in words: "10 November 2026".
pub fn day_in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// Says a day in words with the day of the week: "Tuesday 10 November 2026".
pub fn weekday_in_words(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// The names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The names of the days of the week.
pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The beginnings of a note that says why.
const REASONS: [&str; 4] = ["because", "so that ", "due to ", "for fear "];

/// Whether a note says why, so that a sentence can go on with it: "because nobody calls back".
pub fn is_reason(note: &str) -> bool {
    let low = note.to_lowercase();
    REASONS.iter().any(|reason| low.starts_with(reason))
}

/// Returns the text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Returns a number of days as people say it, always roughly: "a few days", "about three weeks".
pub const fn about(days: u32) -> &'static str {
    match days {
        0 => "the same day",
        1..=4 => "a few days",
        5..=10 => "about a week",
        11..=17 => "about two weeks",
        18..=25 => "about three weeks",
        26..=45 => "about a month",
        46..=75 => "about two months",
        76..=120 => "about a quarter",
        121..=230 => "about half a year",
        231..=450 => "about a year",
        _ => "more than a year",
    }
}

/// Returns when a sum of delays is over, as people say it: "at once", "after about a quarter", "later".
pub fn after(delay: Delay) -> Cow<'static, str> {
    match delay {
        Delay::Later => "later".into(),
        Delay::Days(0) => "at once".into(),
        Delay::Days(days) => format!("after {}", about(days)).into(),
    }
}

/// Returns a duration as a clock shows it: `12:40`, or `1:02:40` from an hour on.
pub fn clock(duration: SignedDuration) -> String {
    let seconds = duration.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_show_hours_only_when_there_are_some() {
        assert_eq!(clock(SignedDuration::from_secs(760)), "12:40");
        assert_eq!(clock(SignedDuration::from_secs(3760)), "1:02:40");
    }

    #[test]
    fn a_delay_is_said_in_words_and_never_in_days() {
        for (days, words) in [
            (0, "at once"),
            (1, "after a few days"),
            (7, "after about a week"),
            (14, "after about two weeks"),
            (30, "after about a month"),
            (91, "after about a quarter"),
            (182, "after about half a year"),
            (365, "after about a year"),
            (u32::MAX, "after more than a year"),
        ] {
            assert_eq!(after(Delay::Days(days)), words, "{days}");
        }
        assert_eq!(after(Delay::Later), "later");
    }
}
