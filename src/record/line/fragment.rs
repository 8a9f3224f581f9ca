use std::ops::Range;

use super::LineMark;
use super::body::{balanced, split_mark};

const BEFORE_MARK: &[u8] = b" // ";

/// The maximum number of searches for the end of an event in one line, so that no line takes unlimited time.
const TRIES: usize = 64;

/// Splits a damaged line where a line break may have been lost: after a mark, and before an event or a header.
///
/// The pieces together cover the line. An event with its mark is never split, whatever text it quotes; a damaged one
/// may be.
pub(super) fn fragments(line: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < line.len() || found.is_empty() {
        let rest = line.get(start..).unwrap_or_default();
        let whole = if found.len() < TRIES { sealed_event(rest) } else { None };
        let length = whole.unwrap_or_else(|| up_to_next_cut(rest));
        found.push(start..start + length);
        start += length;
    }
    found
}

/// Returns the length in bytes of the event with its mark at the beginning of a text.
fn sealed_event(text: &[u8]) -> Option<usize> {
    if !begins_line(text, 0) {
        return None;
    }
    let end = balanced(text)? + ",".len() + BEFORE_MARK.len() + LineMark::DIGITS;
    ends_mark(text, end).then_some(end)
}

fn up_to_next_cut(text: &[u8]) -> usize {
    let mut places = 1..text.len();
    places.find(|&at| ends_mark(text, at) || begins_line(text, at)).unwrap_or(text.len())
}

fn ends_mark(line: &[u8], at: usize) -> bool {
    let (text, mark) = split_mark(line.get(..at).unwrap_or_default());
    mark.is_some() && matches!(text.last(), Some(b',' | b'['))
}

fn begins_line(line: &[u8], at: usize) -> bool {
    let tail = line.get(at..).unwrap_or_default();
    if tail.starts_with(b"(format: ") {
        return true;
    }
    // `Retracted(seq: 5)` looks like the beginning of a line but is not: in a line, the time follows the number.
    let Some(number) = tail.strip_prefix(b"(seq: ") else {
        return false;
    };
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0 && number.get(digits..).is_some_and(|rest| rest.starts_with(b", at: "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(line: &str) -> Vec<&str> {
        fragments(line.as_bytes()).into_iter().map(|range| &line[range]).collect()
    }

    #[test]
    fn two_lines_glued_together_are_cut_apart() {
        let one = "(seq: 5, at: 1, facts: [Retracted(seq: 3)]), // 0123456789abcdef";
        let two = "(seq: 6, at: 2, facts: []), // fedcba9876543210";
        assert_eq!(cut(&format!("{one}{two}")), [one, two]);
        assert_eq!(cut(&format!("{one}J{two}")), [one, "J", two]);
        assert_eq!(cut(one), [one]);
        assert_eq!(cut(&format!("{one}])")), [one, "])"]);
    }

    #[test]
    fn a_header_is_cut_from_the_banner_before_it_and_the_event_after_it() {
        let header = "(format: 1, events: [ // 0123456789abcdef";
        assert_eq!(cut(&format!("// banner.{header}(seq: 1, at: 0")), ["// banner.", header, "(seq: 1, at: 0"]);
    }

    #[test]
    fn an_event_is_not_cut_by_what_it_quotes() {
        let one = "(seq: 5, at: 1, said: \"\\\"(seq: 6, at: 1), // 0123456789abcdef\", facts: []), // 0123456789abcdef";
        assert_eq!(cut(&format!("{one}])")), [one, "])"]);
        assert_eq!(cut(&format!("{one}{one}")), [one, one]);
    }

    #[test]
    fn every_byte_is_in_one_piece() {
        assert_eq!(cut(""), [""]);
        assert_eq!(cut("x"), ["x"]);
    }
}
