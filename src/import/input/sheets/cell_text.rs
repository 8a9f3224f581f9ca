//! The values of cells as texts, as a person reads them.

use calamine::ExcelDateTime;

/// The seconds of a day.
const DAY: f64 = 24.0 * 3_600.0;

/// Returns a number with at most fifteen digits, as spreadsheets show it, and without needless zeros.
pub(super) fn number(value: f64) -> String {
    let shown = format!("{value:.14e}").parse().unwrap_or(value);
    // Adding zero makes a zero of a minus zero.
    (shown + 0.0).to_string()
}

/// Returns a share of one as percent.
pub(super) fn percent(share: f64) -> String {
    format!("{}%", number(share * 100.0))
}

/// Returns a yes or no as spreadsheets show it.
pub(super) const fn yes_or_no(value: bool) -> &'static str {
    if value { "TRUE" } else { "FALSE" }
}

/// Returns a number that is formatted as a day or a time: `2026-11-28`, `2026-11-28 14:30`, `09:15`, and `30:15` for a
/// duration. `is_clock` says that the format shows no day.
pub(super) fn day_or_time(value: ExcelDateTime, is_clock: bool) -> String {
    let days = value.as_f64();
    if value.is_duration() {
        return duration(days * DAY);
    }
    if !(0.0..2_958_466.0).contains(&days) {
        return number(days);
    }
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    if is_clock {
        return clock(hour, minute, second);
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second) {
        (0, 0, 0) => date,
        _ => format!("{date} {}", clock(hour, minute, second)),
    }
}

/// Returns a day with or without a time that is written by ISO 8601, in the same form.
pub(super) fn iso_day(text: &str) -> String {
    let Some((day, time)) = text.split_once(['T', ' ']) else { return text.to_owned() };
    let time = time.split(['.', ',', 'Z', '+']).next().unwrap_or_default();
    match time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time) {
        "00:00" | "" => day.to_owned(),
        time => format!("{day} {time}"),
    }
}

/// Returns a duration that is written by ISO 8601 (`PT30H15M00S`) as `30:15`; any other text as it is.
pub(super) fn iso_duration(text: &str) -> String {
    seconds_of(text).map_or_else(|| text.to_owned(), duration)
}

fn seconds_of(text: &str) -> Option<f64> {
    let (minus, text) = text.strip_prefix('-').map_or((1.0, text), |rest| (-1.0, rest));
    let (days, times) = text.strip_prefix('P')?.split_once('T')?;
    let mut seconds = match days.strip_suffix('D') {
        Some(days) => days.parse::<f64>().ok()? * DAY,
        None if days.is_empty() => 0.0,
        None => return None,
    };
    let mut digits = String::new();
    for letter in times.chars() {
        let one = match letter {
            'H' => 3_600.0,
            'M' => 60.0,
            'S' => 1.0,
            _ => {
                digits.push(if letter == ',' { '.' } else { letter });
                continue;
            }
        };
        seconds += digits.parse::<f64>().ok()? * one;
        digits.clear();
    }
    (digits.is_empty() && seconds.is_finite()).then_some(minus * seconds)
}

fn duration(seconds: f64) -> String {
    let minus = if seconds < 0.0 { "-" } else { "" };
    // A time that is too long for a number of 64 bits is none that anybody means.
    let whole = format!("{:.0}", seconds.abs()).parse().unwrap_or(u64::MAX);
    let (hours, minutes, seconds) = (whole / 3_600, whole / 60 % 60, whole % 60);
    match seconds {
        0 => format!("{minus}{hours}:{minutes:02}"),
        _ => format!("{minus}{hours}:{minutes:02}:{seconds:02}"),
    }
}

fn clock(hour: u8, minute: u8, second: u8) -> String {
    match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn a_number_has_no_needless_digits() {
        assert_eq!(number(7.0), "7");
        assert_eq!(number(-0.0), "0");
        assert_eq!(number(0.1 + 0.2), "0.3");
        assert_eq!(number(12.5), "12.5");
        assert_eq!(number(1e15), "1000000000000000");
        assert_eq!(percent(0.25), "25%");
        assert_eq!(percent(0.07), "7%");
    }

    #[test]
    fn days_and_times_read_alike_in_every_workbook() {
        let day = |value, is_1904| day_or_time(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904), false);
        assert_eq!(day(46_354.0, false), "2026-11-28");
        assert_eq!(day(44_892.0, true), "2026-11-28");
        assert_eq!(day(46_354.604_166_666_66, false), "2026-11-28 14:30");
        assert_eq!(day(-1.0, false), "-1");
        let lasts = ExcelDateTime::new(1.260_416_666_666_667, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(day_or_time(lasts, false), "30:15");
        let clock = ExcelDateTime::new(0.385_416_666_666_667, ExcelDateTimeType::DateTime, false);
        assert_eq!(day_or_time(clock, true), "09:15");
        assert_eq!(iso_day("2026-11-28T00:00:00"), "2026-11-28");
        assert_eq!(iso_day("2026-11-28T14:30:15.250000"), "2026-11-28 14:30:15");
        assert_eq!(iso_day("2026-11-28T14:30:00"), "2026-11-28 14:30");
        assert_eq!(iso_day("2026-11-28"), "2026-11-28");
        assert_eq!(iso_duration("PT30H15M00S"), "30:15");
        assert_eq!(iso_duration("PT09H15M00S"), "9:15");
        assert_eq!(iso_duration("P1DT1H"), "25:00");
        assert_eq!(iso_duration("soon"), "soon");
    }
}
