use jiff::Span;
use jiff::civil::Date;

use crate::record::lexicon::delay;
use crate::record::spoken::{MONTHS, WEEKDAYS};
use crate::record::{Delay, Due};

/// Reads a due date: `2026-12-04`, `fri`, `4 dec`, `2w`, `today`, `tomorrow`.
///
/// A weekday, or a day without a year, is the next one. A span counts from `today`; it is returned as a span if `today`
/// is the day on which the session was opened.
pub(crate) fn due(text: &str, today: Date, opened: Date) -> Option<Due> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if let Some(days) = days_ahead(&text) {
        return if today == opened { Some(Due::In(days)) } else { after(today, days) };
    }
    let exact = text.parse::<Date>().ok().filter(|_| text.starts_with(|c: char| c.is_ascii_digit()));
    exact.or_else(|| next_weekday(&text, today)).or_else(|| next_day(&text, today)).map(Due::On)
}

fn after(today: Date, days: u32) -> Option<Due> {
    today.checked_add(Span::new().try_days(days).ok()?).ok().map(Due::On)
}

fn days_ahead(text: &str) -> Option<u32> {
    match text {
        "today" => Some(0),
        "tomorrow" => Some(1),
        "now" | "later" => None,
        span => match delay(span)? {
            Delay::Days(days) => Some(days),
            Delay::Later => None,
        },
    }
}

fn next_weekday(text: &str, today: Date) -> Option<Date> {
    let (_, weekday) = WEEKDAYS.into_iter().find(|(name, _)| shortens(text, name))?;
    today.nth_weekday(1, weekday).ok()
}

/// Reads `4 dec` or `dec 4`, with or without a year.
fn next_day(text: &str, today: Date) -> Option<Date> {
    let mut words: Vec<_> = text.split([' ', '.', ',']).filter(|word| !word.is_empty()).collect();
    let year: Option<i16> = if words.len() == 3 { Some(words.pop()?.parse().ok()?) } else { None };
    let (day, month) = match *words.as_slice() {
        [day, month] if day.starts_with(|c: char| c.is_ascii_digit()) => (day, month),
        [month, day] => (day, month),
        _ => return None,
    };
    let day: i8 = day.trim_end_matches(char::is_alphabetic).parse().ok()?;
    let month = i8::try_from(MONTHS.iter().position(|name| shortens(month, name))? + 1).ok()?;
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let candidates = (0..=8).filter_map(|years: i16| Date::new(today.year().checked_add(years)?, month, day).ok());
    candidates.into_iter().find(|date| *date >= today)
}

/// Whether the text is a name, or at least its first three letters.
fn shortens(text: &str, name: &str) -> bool {
    text.len() >= 3 && name.starts_with(text)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn due_dates_are_read_as_people_say_them() {
        let today = date(2026, 11, 20);
        for (typed, expected) in [
            ("2026-12-04", Some(Due::On(date(2026, 12, 4)))),
            ("fri", Some(Due::On(date(2026, 11, 27)))),
            ("Saturday", Some(Due::On(date(2026, 11, 21)))),
            ("4 dec", Some(Due::On(date(2026, 12, 4)))),
            ("Dec 4th", Some(Due::On(date(2026, 12, 4)))),
            ("20 nov", Some(Due::On(today))),
            ("3 March", Some(Due::On(date(2027, 3, 3)))),
            ("29 feb", Some(Due::On(date(2028, 2, 29)))),
            ("4 december 2027", Some(Due::On(date(2027, 12, 4)))),
            ("2w", Some(Due::In(14))),
            ("tomorrow", Some(Due::In(1))),
            ("31 feb", None),
            ("soon", None),
            ("later", None),
            ("2026-13-04", None),
            ("", None),
        ] {
            assert_eq!(due(typed, today, today), expected, "{typed}");
        }
    }

    #[test]
    fn a_span_said_on_a_later_day_counts_from_that_day() {
        assert_eq!(due("2w", date(2026, 11, 25), date(2026, 11, 20)), Some(Due::On(date(2026, 12, 9))));
    }
}
