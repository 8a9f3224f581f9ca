use jiff::civil::Date;

/// The number of days from one day to another; negative when the other is earlier.
pub(super) fn days_between(from: Date, to: Date) -> i32 {
    from.duration_until(to).as_hours().div_euclid(24) as i32
}

/// "10 November 2026".
pub fn in_words(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}
