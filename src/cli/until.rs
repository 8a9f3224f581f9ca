use jiff::SignedDuration;
use jiff::civil::Date;

use super::failure::Failure;
use crate::import::notes::transcript::session_time;
use crate::record::{Event, Session};

/// The moment up to which sessions are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Until {
    /// A time of the one session, counted from its opening.
    At(SignedDuration),
    /// A number of typed lines of the one session.
    Lines(usize),
    /// The end of a day, in the time zone of each session.
    Day(Date),
}

impl Until {
    /// Reads `mm:ss`, a number of lines, or a date.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        if let Ok(lines) = text.parse() {
            return Ok(Until::Lines(lines));
        }
        if let Some(at) = session_time(text) {
            return Ok(Until::At(at.elapsed()));
        }
        text.parse()
            .map(Until::Day)
            .map_err(|_| format!("{text:?} is no moment; write 12:30, a line number, or a date like 2026-11-20"))
    }

    /// Reads the value of an option; `None` if the option was not given.
    pub(super) fn option(text: Option<&str>) -> Result<Option<Self>, Failure> {
        text.map(Self::parse).transpose().map_err(Failure::usage)
    }

    /// Whether this moment can be used for several sessions at once.
    pub(super) const fn is_for_several(self) -> bool {
        matches!(self, Until::Day(_))
    }

    /// Splits a name from the moment after the last `@`, as in `four@12:30`. Text after the last `@` that is no moment
    /// belongs to the name.
    pub(super) fn split(text: &str) -> (&str, Option<Self>) {
        let moment = |(name, when)| Some((name, Some(Self::parse(when).ok()?)));
        text.rsplit_once('@').and_then(moment).unwrap_or((text, None))
    }

    /// The session as it was at this moment, without later events; lines that were taken back later are still in it.
    pub(super) fn cut(self, session: &Session) -> Session {
        let events = session.events().iter();
        let before: Vec<Event> = match self {
            Until::At(at) => events.filter(|event| session.time_within(event.at) <= at).cloned().collect(),
            Until::Lines(lines) => {
                let mut seen = 0;
                let within = |event: &&Event| {
                    seen += usize::from(event.is_line());
                    seen <= lines
                };
                events.take_while(within).cloned().collect()
            }
            Until::Day(day) => events.filter(|event| session.day_at(event.at) <= day).cloned().collect(),
        };
        Session::fold(session.header().clone(), before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_may_stand_behind_a_name() {
        assert_eq!(Until::split("four@12:30"), ("four", Some(Until::At(SignedDuration::from_secs(750)))));
        assert_eq!(Until::split("a@b"), ("a@b", None));
        assert_eq!(Until::split("four"), ("four", None));
    }

    #[test]
    fn a_moment_is_a_clock_time_a_line_or_a_day() {
        assert_eq!(Until::parse("12:30"), Ok(Until::At(SignedDuration::from_secs(750))));
        assert_eq!(Until::parse("40"), Ok(Until::Lines(40)));
        assert_eq!(Until::parse("2026-11-20"), Ok(Until::Day(jiff::civil::date(2026, 11, 20))));
        assert!(Until::parse("soon").unwrap_err().contains("soon"));
    }
}
