use super::LineMark;
use super::canonical;
use super::heading;
use super::style::ron_style;
use crate::record::text::clean;
use crate::record::{Event, Header, SessionTime};

/// Splits a line into its text and its mark; the mark is `None` when the line does not end with one.
pub(super) fn split_mark(line: &[u8]) -> (&[u8], Option<LineMark>) {
    let split = line.len().checked_sub(LineMark::DIGITS).and_then(|cut| line.split_at_checked(cut));
    let Some((before, digits)) = split else {
        return (line, None);
    };
    match (before.strip_suffix(b" // "), LineMark::parse(digits)) {
        (Some(text), Some(mark)) => (text, Some(mark)),
        _ => (line, None),
    }
}

/// The reason why a text is not an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotAnEvent {
    /// The column at which reading stopped, in characters from 1.
    pub(super) column: usize,
    /// The fault at that column.
    pub(super) why: String,
}

/// Parses an event from `body`, a line's text without its comma.
pub(super) fn event(body: &[u8]) -> Result<Event, NotAnEvent> {
    let text = std::str::from_utf8(body).map_err(|error| NotAnEvent {
        column: column_at(body, error.valid_up_to()),
        why: "these bytes are not text".to_owned(),
    })?;
    if let Some(event) = canonical::read(text) {
        return Ok(event);
    }
    ron_style()
        .from_str(text)
        .map_err(|error| NotAnEvent { column: error.span.start.col, why: clean(&error.code.to_string()).into_owned() })
}

/// Parses an event at the beginning of a text that does not end as it was written; returns the event's length in bytes,
/// and the event.
///
/// A disk leaves zero bytes in place of data that it never wrote, so a text that contains one is not parsed at all.
pub(super) fn loose_event(text: &[u8]) -> Result<(usize, Event), NotAnEvent> {
    if let Some(at) = text.iter().position(|byte| *byte == 0) {
        return Err(NotAnEvent { column: column_at(text, at), why: "there are zero bytes here".to_owned() });
    }
    let body = balanced(text).and_then(|length| text.get(..length)).unwrap_or(text);
    Ok((body.len(), event(body)?))
}

/// Returns the length in bytes of the parenthesised value at the beginning of a text; `None` when it does not close.
pub(super) fn balanced(text: &[u8]) -> Option<usize> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Parses a header at the beginning of a text that may not end as it was written; returns the header's length in bytes,
/// and the header.
pub(super) fn loose_header(text: &[u8]) -> Option<(usize, Header)> {
    const OPEN: &[u8] = b"events: [";

    let length = rfind(text, OPEN)? + OPEN.len();
    let opening = std::str::from_utf8(text.get(..length)?).ok()?;
    Some((length, heading::parse(opening)?))
}

/// Returns the number at the beginning of a line, even when the rest of the line cannot be read.
pub(super) fn seq_of(text: &[u8]) -> Option<u64> {
    number_after(text, b"(seq: ").map(|(seq, _)| seq)
}

/// Returns the session time after the number of a line, even when the rest of the line cannot be read.
pub(super) fn at_of(text: &[u8]) -> Option<SessionTime> {
    let (_, rest) = number_after(text, b"(seq: ")?;
    number_after(rest, b", at: ").map(|(at, _)| SessionTime::from_millis(at))
}

fn number_after<'a>(text: &'a [u8], name: &[u8]) -> Option<(u64, &'a [u8])> {
    let number = text.strip_prefix(name)?;
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, rest) = number.split_at_checked(digits)?;
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, rest))
}

/// Returns the column of a byte in its line, in characters from 1.
pub(super) fn column_at(line: &[u8], byte: usize) -> usize {
    1 + String::from_utf8_lossy(line.get(..byte).unwrap_or(line)).chars().count()
}

fn rfind(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "(seq: 7, at: 1, said: \"a\\\"), // b\", facts: [Retracted(seq: 3)])";

    #[test]
    fn a_mark_is_split_off_only_where_it_belongs() {
        let line = format!("{BODY}, // 0123456789abcdef");
        let (text, mark) = split_mark(line.as_bytes());
        assert_eq!(text, format!("{BODY},").as_bytes());
        assert_eq!(mark, LineMark::parse(b"0123456789abcdef"));
        for unmarked in ["", "x", BODY, "(seq: 1), // 0123456789abcde", "(seq: 1),!// 0123456789abcdef"] {
            assert_eq!(split_mark(unmarked.as_bytes()), (unmarked.as_bytes(), None));
        }
    }

    #[test]
    fn an_event_is_found_whatever_became_of_the_end_of_its_line() {
        for end in
            ["", ",", ", ", ", //", ", // 3f2a", ", // my own remark (of today), see", "- // 0123456789abcdef", " "]
        {
            let text = format!("{BODY}{end}");
            let (length, event) = loose_event(text.as_bytes()).unwrap();
            assert_eq!((length, event.seq), (BODY.len(), 7), "{end:?}");
        }
    }

    #[test]
    fn half_an_event_is_none() {
        for length in 0..BODY.len() {
            assert!(loose_event(&BODY.as_bytes()[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        assert_eq!(event(b"(seq: 7, att: 1, facts: [])").unwrap_err().column, 10);
        assert_eq!(event(b"(seq: 7, said: \"\xff\")").unwrap_err().column, 17);
        assert_eq!(loose_event(b"(seq: 7, said: \"\0\")").unwrap_err().column, 17);
    }

    #[test]
    fn a_line_says_its_number_before_anything_else() {
        assert_eq!(seq_of(b"(seq: 201, at: 5, tune: \"la\")"), Some(201));
        assert_eq!(seq_of(b"(at: 5)"), None);
        assert_eq!(seq_of(b"(seq: , at"), None);
        assert_eq!(seq_of(b"(seq: 99999999999999999999, at"), None);
    }
}
