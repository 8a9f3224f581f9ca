use jiff::civil::Date;

use crate::record::DateOrder;

/// What a cell says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateCell {
    /// A day; for a month, a quarter or a year its first.
    Day(Date),
    /// Two numbers of which either may be the month: the day if the day comes first, and if the month does.
    Either {
        /// The day, read with the day first.
        day_first: Date,
        /// The day, read with the month first.
        month_first: Date,
    },
    /// No day.
    Nothing,
}

/// The names of the months in English, German, Dutch and French; the first three or four letters of each are enough.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "januari", "jänner", "janvier"],
    &["february", "februar", "februari", "février", "fevrier"],
    &["march", "märz", "maerz", "maart", "mars"],
    &["april", "avril"],
    &["may", "mai", "mei"],
    &["june", "juni", "juin"],
    &["july", "juli", "juillet"],
    &["august", "augustus", "août", "aout"],
    &["september", "septembre"],
    &["october", "oktober", "octobre"],
    &["november", "novembre"],
    &["december", "dezember", "décembre", "decembre"],
];

/// The maximum number of bytes of a cell that says a day; a longer one is not looked at.
const LONGEST: usize = 60;

/// The years that a list of changes can speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2100;

impl DateCell {
    /// Reads a cell. Understood are `2024-03-14` with or without a time, `14.3.2024`, `3/14/2024`, `14-03-2024`, `14 March
    /// 2024`, `March 14, 2024`, `March 2024`, `2024-03`, `03/2024`, `Q3 2024`, `2024/Q3` and `2024`.
    pub(super) fn of(text: &str) -> Self {
        if text.len() > LONGEST {
            return Self::Nothing;
        }
        let text = text.trim().trim_end_matches('.').to_lowercase();
        let parts: Vec<&str> = without_time(&text)
            .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ',' | '\u{2013}'))
            .filter(|part| !part.is_empty())
            .collect();
        match parts.as_slice() {
            // A program that takes years for numbers writes 2024.0.
            [only] | [only, "0"] => Self::on(of(year(only), Some(1), Some(1))),
            [one, two] => Self::on(quarter(one, two).or_else(|| quarter(two, one)).or_else(|| month_of_year(one, two))),
            [one, two, three] => by_three(one, two, three, text.contains('.')),
            _ => Self::Nothing,
        }
    }

    fn on(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    /// Returns the day, where it is clear or the order is.
    pub(super) const fn day(self, order: Option<DateOrder>) -> Option<Date> {
        match (self, order) {
            (Self::Day(day), _) => Some(day),
            (Self::Either { day_first, .. }, Some(DateOrder::DayFirst)) => Some(day_first),
            (Self::Either { month_first, .. }, Some(DateOrder::MonthFirst)) => Some(month_first),
            _ => None,
        }
    }
}

/// Returns what comes first in the dates of a column, if cells of it tell: a number above twelve is a day. `None` if none
/// tells, or if they contradict each other.
pub(super) fn order_of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut day_first, mut month_first) = (false, false);
    for cell in cells {
        let mut numbers = without_time(cell.trim()).split(['/', '-']).map(|part| part.trim().parse::<u16>());
        if let (Some(Ok(one)), Some(Ok(two)), Some(Ok(_)), None) =
            (numbers.next(), numbers.next(), numbers.next(), numbers.next())
        {
            day_first |= (13..=31).contains(&one) && two <= 12;
            month_first |= (13..=31).contains(&two) && one <= 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Returns a text without the time behind its day: without `T14:30:00`, ` 12:00:00 AM`.
fn without_time(text: &str) -> &str {
    let Some((before, _)) = text.split_once(':') else { return text };
    let day = before.trim_end_matches(|c: char| c.is_ascii_digit());
    day.trim_end_matches(['t', 'T']).trim_end()
}

fn by_three(one: &str, two: &str, three: &str, dotted: bool) -> DateCell {
    if let Some(month) = month(two) {
        return DateCell::on(of(any_year(three), Some(month), number(one)));
    }
    if let Some(month) = month(one) {
        return DateCell::on(of(any_year(three), Some(month), number(two)));
    }
    if let Some(year) = year(one) {
        return DateCell::on(of(Some(year), number(two), number(three)));
    }
    let year = any_year(three);
    let (day_first, month_first) = (of(year, number(two), number(one)), of(year, number(one), number(two)));
    match (day_first, month_first) {
        // With dots the day comes first wherever dates are written so.
        (day_first, _) if dotted => DateCell::on(day_first),
        (Some(day_first), Some(month_first)) if day_first != month_first => DateCell::Either { day_first, month_first },
        (day_first, month_first) => DateCell::on(day_first.or(month_first)),
    }
}

fn of(year: Option<i16>, month: Option<i8>, day: Option<i8>) -> Option<Date> {
    Date::new(year?, month?, day?).ok()
}

fn year(text: &str) -> Option<i16> {
    digits(text, 4).filter(|year| YEARS.contains(year))
}

/// Returns a year of four digits, or of two.
fn any_year(text: &str) -> Option<i16> {
    year(text).or_else(|| digits(text, 2).map(|year| 2000 + year))
}

/// Returns the number that a text of so many digits is.
fn digits(text: &str, count: usize) -> Option<i16> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Returns the number of a day or a month: `3`, `03`, `3rd`, `1er`.
fn number(text: &str) -> Option<i8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = text.get(digits.len()..).unwrap_or_default();
    let is_number = digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er" | "e");
    digits.parse().ok().filter(|number| is_number && *number > 0)
}

fn month(text: &str) -> Option<i8> {
    if text.chars().count() < 3 || !text.chars().all(char::is_alphabetic) {
        return None;
    }
    let is_it = |names: &[&str]| {
        let whole = names.contains(&text);
        whole || (text.chars().count() <= 4 && names.iter().any(|name| name.starts_with(text)))
    };
    let place =
        MONTHS.iter().position(|names: &&[&str]| is_it(names)).or((text == "mrz" || text == "mrt").then_some(2));
    place.and_then(|place| i8::try_from(place + 1).ok())
}

fn month_of_year(one: &str, two: &str) -> Option<Date> {
    let first_of = |year: Option<i16>, month: Option<i8>| of(year, month, Some(1));
    first_of(any_year(two), month(one))
        .or_else(|| first_of(year(one), month(two)))
        .or_else(|| first_of(year(two), number(one)))
        .or_else(|| first_of(year(one), number(two)))
}

/// Returns the first day of a quarter or of a half of a year: `q3`, `h2`.
fn quarter(part: &str, of_year: &str) -> Option<Date> {
    let number = |letters: &[char]| part.trim_matches(letters).parse::<i8>().ok();
    let first_month = match part.chars().find(|c| c.is_alphabetic())? {
        'q' | 'k' | 't' => number(&['q', 'k', 't']).filter(|n| (1..=4).contains(n)).map(|n| 3 * n - 2)?,
        'h' | 's' => number(&['h', 's']).filter(|n| (1..=2).contains(n)).map(|n| 6 * n - 5)?,
        _ => return None,
    };
    of(year(of_year), Some(first_month), Some(1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_common_forms_of_a_day_are_read() {
        let days = [
            "2024-03-14",
            "2024-03-14T00:00:00",
            "2024-03-14 14:30",
            "14.3.2024",
            "14.03.24",
            "3/14/2024",
            "14/3/2024",
            "14-03-2024",
            "14 March 2024",
            "March 14, 2024",
            "Mar 14th 2024",
            "14. März 2024",
            "14 maart 2024",
            "14 mars 2024",
            "2024/03/14",
            "03/14/2024 12:00:00 AM",
            "14 March 2024 10:30",
        ];
        for day in days {
            assert_eq!(DateCell::of(day), DateCell::Day(date(2024, 3, 14)), "{day}");
        }
        for month in ["2024-03", "03/2024", "March 2024", "Mrz 2024", "mrt 2024", "mars 2024", "2024 March"] {
            assert_eq!(DateCell::of(month), DateCell::Day(date(2024, 3, 1)), "{month}");
        }
        for quarter in ["Q3 2024", "2024 Q3", "2024/Q3", "3Q 2024", "H2 2024", "T3 2024"] {
            assert_eq!(DateCell::of(quarter), DateCell::Day(date(2024, 7, 1)), "{quarter}");
        }
        assert_eq!(DateCell::of("Jul-25"), DateCell::Day(date(2025, 7, 1)));
        assert_eq!(DateCell::of("2024.0"), DateCell::Day(date(2024, 1, 1)));
        assert_eq!(DateCell::of("2024"), DateCell::Day(date(2024, 1, 1)));
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "n/a",
            "31.2.2024",
            "12345",
            "Pilot",
            "1850",
            "a b c",
            "may be later",
            "45292",
            "99/99/2024",
            "Q5 2024",
        ] {
            assert_eq!(DateCell::of(text), DateCell::Nothing, "{text}");
        }
    }

    #[test]
    fn a_date_in_either_order_is_a_question_unless_its_column_tells() {
        let either = DateCell::of("3/4/2024");
        assert_eq!(either, DateCell::Either { day_first: date(2024, 4, 3), month_first: date(2024, 3, 4) });
        assert_eq!(either.day(None), None);
        assert_eq!(either.day(Some(DateOrder::MonthFirst)), Some(date(2024, 3, 4)));
        assert_eq!(DateCell::of("4/4/2024"), DateCell::Day(date(2024, 4, 4)));
        assert_eq!(order_of(["3/4/2024", "3/14/2024"].into_iter()), Some(DateOrder::MonthFirst));
        assert_eq!(order_of(["3/4/2024", "14/3/2024"].into_iter()), Some(DateOrder::DayFirst));
        assert_eq!(order_of(["13/4/2024", "4/13/2024"].into_iter()), None);
        assert_eq!(order_of(["2024-03-14", "Q3 2024"].into_iter()), None);
    }
}
