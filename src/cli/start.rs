//! The moment at which a session begins, as it is typed.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::failure::Failure;
use crate::record::Zone;

/// The hour at which a session begins if only a day is typed.
const MORNING: Time = Time::constant(9, 0, 0, 0);

/// A typed beginning: a time of day, a day, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Start {
    day: Option<Date>,
    time: Option<Time>,
}

impl FromStr for Start {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || format!("{text:?} is no beginning; write 09:00, 2026-12-03, or \"2026-12-03 09:00\"");
        let mut start = Self { day: None, time: None };
        for part in text.split([' ', 'T']).filter(|part| !part.is_empty()) {
            match (Date::strptime("%Y-%m-%d", part), Time::strptime("%H:%M", part)) {
                (Ok(day), _) if start.day.is_none() => start.day = Some(day),
                (_, Ok(time)) if start.time.is_none() => start.time = Some(time),
                _ => return Err(wrong()),
            }
        }
        if start.day.is_none() && start.time.is_none() { Err(wrong()) } else { Ok(start) }
    }
}

/// Returns the moment of a beginning in a time zone; without a day it is today.
pub(super) fn start_on(start: Start, zone: &Zone) -> Result<Timestamp, Failure> {
    let day = start.day.unwrap_or_else(|| zone.day(Timestamp::now()));
    let moment = zone.moment(day, start.time.unwrap_or(MORNING));
    moment.ok_or_else(|| Failure::usage("that day is too far away to be planned"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_a_time_a_day_or_both() {
        for (text, moment) in [("2026-12-03 09:30", "2026-12-03T09:30:00Z"), ("2026-12-03", "2026-12-03T09:00:00Z")] {
            assert_eq!(start_on(text.parse().unwrap(), &Zone::UTC).ok(), Some(moment.parse().unwrap()));
        }
        assert!("14:05".parse::<Start>().is_ok());
        assert!("soon".parse::<Start>().unwrap_err().contains("09:00"));
        assert!("09:00 10:00".parse::<Start>().is_err() && "".parse::<Start>().is_err());
    }
}
