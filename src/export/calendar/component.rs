use std::fmt::Write;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use crate::record::text::clean;

/// The maximum length of a line in bytes, without its line break (RFC 5545, 3.1).
const LONGEST_LINE: usize = 75;

/// An entry of a calendar. All texts are plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The identifier: the same each time that the entry is written, so that a calendar replaces it.
    pub uid: String,
    /// The time at which its content was made.
    pub stamp: Timestamp,
    /// When it is.
    pub span: CalendarSpan,
    /// The title.
    pub summary: String,
    /// The text; may be empty.
    pub description: String,
}

/// The time of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarSpan {
    /// From a moment to another one.
    Moments(Timestamp, Timestamp),
    /// A whole day.
    Day(Date),
}

/// Writes a calendar. Moments are written in UTC, so that no time zone has to be described in it.
pub fn calendar(name: &str, entries: &[CalendarEntry]) -> String {
    let mut text = String::new();
    line(&mut text, "BEGIN", "VCALENDAR");
    line(&mut text, "VERSION", "2.0");
    line(&mut text, "PRODID", "-//adjacent//adjacent//EN");
    line(&mut text, "CALSCALE", "GREGORIAN");
    line(&mut text, "X-WR-CALNAME", &escaped(name));
    for entry in entries {
        event(&mut text, entry);
    }
    line(&mut text, "END", "VCALENDAR");
    text
}

fn event(text: &mut String, entry: &CalendarEntry) {
    line(text, "BEGIN", "VEVENT");
    line(text, "UID", &escaped(&entry.uid));
    line(text, "DTSTAMP", &utc(entry.stamp));
    match entry.span {
        CalendarSpan::Moments(begins, ends) => {
            line(text, "DTSTART", &utc(begins));
            line(text, "DTEND", &utc(ends));
        }
        CalendarSpan::Day(day) => {
            line(text, "DTSTART;VALUE=DATE", &date(day));
            // The end of a whole day is the day after it.
            line(text, "DTEND;VALUE=DATE", &date(day.checked_add(1.day()).unwrap_or(day)));
            line(text, "TRANSP", "TRANSPARENT");
        }
    }
    line(text, "SUMMARY", &escaped(&entry.summary));
    if !entry.description.is_empty() {
        line(text, "DESCRIPTION", &escaped(&entry.description));
    }
    line(text, "END", "VEVENT");
}

fn utc(moment: Timestamp) -> String {
    // A moment as text is UTC already: 2026-12-03T09:00:00Z, with a fraction if it has one.
    let text = moment.to_string();
    let seconds = text.split(['.', 'Z']).next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

fn date(day: Date) -> String {
    day.strftime("%Y%m%d").to_string()
}

/// Escapes a text: a backslash before the characters that mean something, and `\n` for a new line. Control characters
/// are left out.
fn escaped(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let mut safe = String::new();
        for c in clean(line).trim_end().chars() {
            if matches!(c, '\\' | ';' | ',') {
                safe.push('\\');
            }
            safe.push(c);
        }
        safe
    });
    lines.collect::<Vec<_>>().join("\\n")
}

/// Writes a content line. A longer one is folded: its rest stands on further lines, each after a space; no character is
/// cut.
fn line(text: &mut String, name: &str, value: &str) {
    let whole = format!("{name}:{value}");
    let mut length = 0;
    for c in whole.chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        length += c.len_utf8();
        let _ = write!(text, "{c}");
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(summary: &str, description: &str) -> CalendarEntry {
        CalendarEntry {
            uid: "a-1@adjacent".to_owned(),
            stamp: "2026-11-20T09:00:00Z".parse().unwrap(),
            span: CalendarSpan::Day(jiff::civil::date(2026, 11, 30)),
            summary: summary.to_owned(),
            description: description.to_owned(),
        }
    }

    #[test]
    fn no_line_is_longer_than_75_bytes_and_unfolding_gives_the_text_back() {
        let long = "Überprüfung der Rückfragen, ".repeat(20);
        let text = calendar("Team; one", &[entry(&long, "first\nsecond")]);
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST_LINE), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("SUMMARY:{}", long.trim_end().replace(',', "\\,"))), "{unfolded}");
        assert!(unfolded.contains("DESCRIPTION:first\\nsecond\r\n"), "{unfolded}");
        assert!(unfolded.contains("X-WR-CALNAME:Team\\; one\r\n"), "{unfolded}");
    }

    #[test]
    fn a_whole_day_ends_the_day_after_and_makes_nobody_busy() {
        let text = calendar("x", &[entry("Call", "")]);
        let day = "DTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\nTRANSP:TRANSPARENT\r\n";
        assert!(text.contains(day), "{text}");
    }

    #[test]
    fn a_text_cannot_end_its_line_and_begin_another_one() {
        let text = calendar("x", &[entry("Call\r\nEND:VCALENDAR\u{1b}[2J", "a\u{85}b\u{2028}ATTACH:http://x")]);
        assert_eq!(text.matches("\r\nEND:VCALENDAR").count(), 1, "{text}");
        assert!(!text.contains("\r\nATTACH") && !text.contains('\u{1b}'), "{text}");
    }
}
