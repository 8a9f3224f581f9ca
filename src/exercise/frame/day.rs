//! Reads a day or a span of time as people say it.

use crate::record::lexicon::span_parts;
use crate::record::spoken::{MONTHS, WEEKDAYS};

/// Spans of time in words, each with the form in which it is typed.
const SPANS: [(&str, &str); 12] = [
    ("a week", "1w"),
    ("one week", "1w"),
    ("next week", "1w"),
    ("two weeks", "2w"),
    ("three weeks", "3w"),
    ("four weeks", "4w"),
    ("a month", "1m"),
    ("one month", "1m"),
    ("next month", "1m"),
    ("two months", "2m"),
    ("three months", "3m"),
    ("a quarter", "1q"),
];

/// Returns the day in the form that the grammar takes, if the text is a day and nothing else.
pub(super) fn as_day(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    let span = text.strip_prefix("the ").unwrap_or(&text);
    if let Some((_, span)) = SPANS.iter().find(|(words, _)| *words == span) {
        return Some((*span).to_owned());
    }
    if matches!(span, "end of the week" | "end of week") {
        return Some("friday".to_owned());
    }
    let day = text.strip_prefix("next ").unwrap_or(&text);
    let words: Vec<&str> = day.split_whitespace().collect();
    let shortens = |word: &str, names: &[&str]| word.len() >= 3 && names.iter().any(|name| name.starts_with(word));
    let is_number = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    if let [count, unit] = words.as_slice()
        && let Some(letter) = ["day", "week", "month"]
            .iter()
            .find_map(|name| unit.strip_suffix('s').unwrap_or(unit).eq(*name).then(|| name.get(..1))?)
        && count.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(format!("{count}{letter}"));
    }
    let fits = match words.as_slice() {
        ["today" | "tomorrow"] => true,
        [one] => shortens(one, &WEEKDAYS.map(|(name, _)| name)) || is_span(one) || is_date(one),
        [one, other] | [one, other, _] if words.len() == 2 || is_year(words.last()) => {
            (is_number(one) && shortens(other, &MONTHS)) || (shortens(one, &MONTHS) && is_number(other))
        }
        _ => false,
    };
    fits.then(|| day.to_owned())
}

/// Whether a word is a span of time in the form that the grammar takes: `2w`.
pub(super) fn is_span(word: &str) -> bool {
    span_parts(word).is_some_and(|(number, _)| number.len() <= 4)
}

fn is_date(word: &str) -> bool {
    word.len() == 10 && word.split('-').count() == 3 && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}

fn is_year(word: Option<&&str>) -> bool {
    word.is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
}
