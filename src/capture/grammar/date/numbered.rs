use jiff::civil::Date;

use super::super::spoken_words::SpokenWord;
use super::month_days::next_in_year;
use crate::record::DateOrder;

/// Reads a date written in numbers: `2026-12-04`, `4/12`, `31.12.`, `15/10/2027`. Day and month stand in the given order,
/// unless only the other order is a date. Behind a full stop the day comes first everywhere.
pub(super) fn date(word: &SpokenWord<'_>, text: &str, today: Date, order: DateOrder) -> Option<Date> {
    if let Ok(day) = word.folded.parse::<Date>() {
        return word
            .folded
            .starts_with(|c: char| c.is_ascii_digit())
            .then_some(day)
            .filter(|_| word.folded.len() == 10);
    }
    let mark = word.folded.chars().find(|c| "/.-".contains(*c))?;
    let numbers = word.folded.split(mark).map(|part| part.parse::<i16>().ok().filter(|_| part.len() <= 4));
    let numbers = numbers.collect::<Option<Vec<_>>>()?;
    let (first, second, year) = match numbers.as_slice() {
        // "4.5" is a number, and "24/7" means always.
        [24, 7] if mark == '/' => return None,
        [first, second] if mark == '/' || (mark == '.' && has_stop(word, text)) => (*first, *second, None),
        [first, second, year] => (*first, *second, Some(if *year < 100 { year + 2000 } else { *year })),
        _ => return None,
    };
    let month_first = order == DateOrder::MonthFirst && mark != '.';
    let (day, month) = if month_first { (second, first) } else { (first, second) };
    let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
    let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
    next_in_year(day, month, year, today, |year, month| Date::new(year, month, day).ok())
}

fn has_stop(word: &SpokenWord<'_>, text: &str) -> bool {
    text.get(word.end..).is_some_and(|rest| rest.starts_with('.'))
}
