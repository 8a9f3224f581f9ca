use crate::record::spoken::{day_in_words, in_words};
use crate::record::{Delay, Due};

/// Says when an effect shows: "at once", "after about a quarter", "later".
pub fn delay_in_words(delay: Delay) -> String {
    match delay {
        Delay::Days(0) => "at once".to_owned(),
        Delay::Days(days) => format!("after {}", span(days)),
        Delay::Later => "later".to_owned(),
    }
}

/// Says a number of days in words; only spans of less than a week are told in days.
fn span(days: u32) -> String {
    match days {
        0 => "less than a day".to_owned(),
        1 => "a day".to_owned(),
        2..=6 => format!("{} days", in_words(days as usize)),
        182 => "about half a year".to_owned(),
        273 => "about three quarters of a year".to_owned(),
        364 => "about a year".to_owned(),
        _ => longer(days),
    }
}

fn longer(days: u32) -> String {
    let units = [(365, "year", 1), (91, "quarter", 1), (30, "month", 23), (7, "week", 12)];
    let exact = units.into_iter().find(|(length, name, most)| {
        let count = days / length;
        days.is_multiple_of(*length) && (count <= *most || *name == "year")
    });
    let (length, name, _) = exact.unwrap_or(match days {
        ..60 => (7, "week", 0),
        60..548 => (30, "month", 0),
        _ => (365, "year", 0),
    });
    match (days + length / 2) / length {
        1 => format!("about a {name}"),
        count => format!("about {} {name}s", in_words(count as usize)),
    }
}

/// Says by when a promise is due: "by 4 December 2026", "within two weeks".
pub fn by(due: Due) -> String {
    match due {
        Due::On(date) => format!("by {}", day_in_words(date)),
        Due::In(0) => "today".to_owned(),
        Due::In(1) => "by tomorrow".to_owned(),
        Due::In(days) => format!("within {}", span(days).trim_start_matches("about ")),
    }
}

/// Says to which day a promise is moved: "4 December 2026", "within two weeks".
pub(crate) fn anew(due: Due) -> String {
    match due {
        Due::On(date) => day_in_words(date),
        Due::In(0) => "today".to_owned(),
        Due::In(1) => "tomorrow".to_owned(),
        Due::In(days) => format!("a day within {}", span(days).trim_start_matches("about ")),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn delays_are_said_in_words() {
        for (days, words) in [
            (0, "at once"),
            (1, "after a day"),
            (3, "after three days"),
            (7, "after about a week"),
            (10, "after about a week"),
            (14, "after about two weeks"),
            (30, "after about a month"),
            (45, "after about six weeks"),
            (84, "after about twelve weeks"),
            (90, "after about three months"),
            (91, "after about a quarter"),
            (182, "after about half a year"),
            (273, "after about three quarters of a year"),
            (364, "after about a year"),
            (365, "after about a year"),
            (400, "after about 13 months"),
            (730, "after about two years"),
            (1000, "after about three years"),
            (u32::MAX / 2, "after about 5883517 years"),
        ] {
            assert_eq!(delay_in_words(Delay::Days(days)), words, "{days}");
        }
        assert_eq!(delay_in_words(Delay::Later), "later");
    }

    #[test]
    fn due_dates_are_said_as_days() {
        assert_eq!(by(Due::On(date(2026, 12, 4))), "by 4 December 2026");
        assert_eq!(by(Due::In(14)), "within two weeks");
        assert_eq!(by(Due::In(3)), "within three days");
        assert_eq!(anew(Due::On(date(2026, 12, 4))), "4 December 2026");
        assert_eq!(anew(Due::In(14)), "a day within two weeks");
        assert_eq!((anew(Due::In(0)), anew(Due::In(1))), ("today".to_owned(), "tomorrow".to_owned()));
    }
}
