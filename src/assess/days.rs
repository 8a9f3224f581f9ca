use jiff::ToSpan;
use jiff::civil::Date;

use crate::record::spoken::{MONTHS, WEEKDAYS};

/// Returns the number of days from one day to another; negative if the other day is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.duration_until(to).as_hours().div_euclid(24) as i32
}

/// Reads a past day as people type it: `today`, `last month`, `mid october`, `3 weeks ago`, `2w`, `10 nov`, `last monday`, `2026-11-10`, `may`.
pub fn day_typed(text: &str, today: Date) -> Option<Date> {
    let text = text.trim().trim_end_matches('.').to_lowercase().replace("mid-", "mid ");
    match text.as_str() {
        "today" | "now" => return Some(today),
        "yesterday" => return today.yesterday().ok(),
        _ => {}
    }
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !["on", "in", "about", "around", "the", "of", "ago", "some", "time"].contains(word))
        .collect();
    match words.as_slice() {
        ["last", unit @ ("week" | "month" | "year")] => span("1", unit, today),
        ["this", "week" | "month"] => Some(today),
        [part, name] | ["last", part, name] if part_of_month(part).is_some() && month(name).is_some() => {
            of_month(part_of_month(part)?, month(name)?, None, today)
        }
        ["last", name] if month(name).is_some() => of_month(1, month(name)?, None, today),
        ["last", name] | [name] if weekday(name, today).is_some() => weekday(name, today),
        [name] if month(name).is_some() => of_month(1, month(name)?, None, today),
        [short] => {
            let unit = short.find(|c: char| !c.is_ascii_digit())?;
            let (count, unit) = short.split_at_checked(unit)?;
            span(count, unit, today)
        }
        [one, other, year @ ..] if month(one).is_some() || month(other).is_some() => {
            let (name, day) = if month(one).is_some() { (one, other) } else { (other, one) };
            let number = |digits: &str| digits.parse::<i16>().ok();
            match (day.trim_end_matches(|c: char| !c.is_ascii_digit()).parse::<i8>().ok(), year) {
                (Some(day), []) if number(name).is_none() => of_month(day, month(name)?, None, today),
                (Some(day), [year]) => of_month(day, month(name)?, Some(number(year)?), today),
                (None, []) => of_month(1, month(name)?, Some(number(day)?), today),
                _ => None,
            }
        }
        [count, unit] => span(if ["a", "one", "an"].contains(count) { "1" } else { count }, unit, today),
        _ => None,
    }
}

/// Returns a day for a part of a month, as people mean it roughly: the middle of October.
fn part_of_month(part: &str) -> Option<i8> {
    match part {
        "early" | "beginning" | "start" => Some(5),
        "mid" | "middle" => Some(15),
        "late" | "end" => Some(25),
        _ => None,
    }
}

fn span(count: &str, unit: &str, today: Date) -> Option<Date> {
    let count: i64 = count.parse().ok().filter(|count| *count < 10_000)?;
    let back = match unit.trim_end_matches('s') {
        "d" | "day" => count.days(),
        "w" | "week" => count.weeks(),
        "m" | "month" => count.months(),
        "y" | "year" => count.years(),
        _ => return None,
    };
    today.checked_sub(back).ok()
}

/// Returns the last weekday of this name before today.
fn weekday(name: &str, today: Date) -> Option<Date> {
    let (_, weekday) = WEEKDAYS.into_iter().find(|(day, _)| name.len() >= 3 && day.starts_with(name))?;
    today.nth_weekday(-1, weekday).ok()
}

/// Returns the number of the month of this name, from 1.
fn month(name: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|month| name.len() >= 3 && month.starts_with(name))?;
    i8::try_from(at + 1).ok()
}

/// Returns this day in the given year; without a year, in this year, or in the last year if it would be in the future.
fn of_month(day: i8, month: i8, year: Option<i16>, today: Date) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let this = Date::new(today.year(), month, day).ok().filter(|date| *date <= today);
    this.or_else(|| Date::new(today.year() - 1, month, day).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_that_have_been_are_read_as_people_type_them() {
        let today = date(2026, 11, 20);
        for (typed, day) in [
            ("today", date(2026, 11, 20)),
            ("Yesterday", date(2026, 11, 19)),
            ("3 weeks ago", date(2026, 10, 30)),
            ("2w", date(2026, 11, 6)),
            ("a month ago", date(2026, 10, 20)),
            ("last week", date(2026, 11, 13)),
            ("10 nov", date(2026, 11, 10)),
            ("Nov 10", date(2026, 11, 10)),
            ("24 december", date(2025, 12, 24)),
            ("3rd march 2024", date(2024, 3, 3)),
            ("last month", date(2026, 10, 20)),
            ("mid october", date(2026, 10, 15)),
            ("mid-October", date(2026, 10, 15)),
            ("the end of october", date(2026, 10, 25)),
            ("some time in may", date(2026, 5, 1)),
            ("may", date(2026, 5, 1)),
            ("december", date(2025, 12, 1)),
            ("march 2025", date(2025, 3, 1)),
            ("last monday", date(2026, 11, 16)),
            ("fri", date(2026, 11, 13)),
            ("2026-11-10", date(2026, 11, 10)),
        ] {
            assert_eq!(day_typed(typed, today), Some(day), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in ["", "soon", "10", "99 nov", "ago", "2026-13-01", "a while", "30 feb", "9999999999999 days ago"] {
            assert_eq!(day_typed(typed, date(2026, 11, 20)), None, "{typed}");
        }
    }
}
