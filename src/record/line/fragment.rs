use std::ops::Range;

use super::Mark;

const BEFORE_MARK: &[u8] = b" // ";

/// Cuts a damaged line where a lost line break may have been: after a mark, and before an event or a header.
///
/// The pieces cover the line. A line without such a place is one piece.
pub(super) fn fragments(line: &[u8]) -> Vec<Range<usize>> {
    let places = (1..line.len()).filter(|&at| ends_mark(line, at) || begins_line(line, at));
    let mut start = 0;
    let mut found = Vec::new();
    for place in places.chain([line.len()]) {
        found.push(start..place);
        start = place;
    }
    found
}

fn ends_mark(line: &[u8], at: usize) -> bool {
    let head = line.get(..at).unwrap_or_default();
    let Some((before, digits)) = head.len().checked_sub(Mark::DIGITS).and_then(|cut| head.split_at_checked(cut)) else {
        return false;
    };
    let Some(text) = before.strip_suffix(BEFORE_MARK) else {
        return false;
    };
    matches!(text.last(), Some(b',' | b'[')) && Mark::parse(digits).is_some()
}

fn begins_line(line: &[u8], at: usize) -> bool {
    let tail = line.get(at..).unwrap_or_default();
    if tail.starts_with(b"(format: ") {
        return true;
    }
    // `Retracted(seq: 5)` begins like a line and is none: a line goes on with its time.
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
    fn every_byte_is_in_one_piece() {
        assert_eq!(cut(""), [""]);
        assert_eq!(cut("x"), ["x"]);
    }
}
