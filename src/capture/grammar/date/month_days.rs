use jiff::civil::{Date, Weekday};

/// The number of years that are looked through for a day: the 29th of February may be eight years away.
const YEARS: i16 = 8;

/// Returns the next day of the week after `today`; 1 stands for Monday.
pub(super) fn next_weekday(day: u8, today: Date) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok()?;
    today.nth_weekday(1, weekday).ok()
}

/// Returns the last day of a month.
pub(super) fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// Returns the last day of a quarter: of this year, unless it has passed.
pub(super) fn end_of_quarter(quarter: i8, year: Option<i16>, today: Date) -> Option<Date> {
    next_in_year(31, quarter.checked_mul(3)?, year, today, last_of_month)
}

/// Returns a day of a month, in this year or, without a year, in the next year in which it has not passed. `otherwise`
/// makes the day where the month has no such day, or for the last day of a month.
pub(super) fn next_in_year(
    day: i8,
    month: i8,
    year: Option<i16>,
    today: Date,
    otherwise: impl Fn(i16, i8) -> Option<Date>,
) -> Option<Date> {
    let on = |year: i16| if day == 31 { otherwise(year, month) } else { Date::new(year, month, day).ok() };
    match year {
        Some(year) => on(year),
        None => (0..=YEARS).filter_map(|years| on(today.year().checked_add(years)?)).find(|day| *day >= today),
    }
}
