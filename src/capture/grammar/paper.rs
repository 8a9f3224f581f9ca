//! The marks of written notes: bullets, list numbers, check boxes and emphasis go; headings, tables, quotes and comments
//! stay text.

use std::borrow::Cow;

/// Returns a line without the bullet, list number, check box or emphasis marks around its words.
pub(crate) fn without_marks(line: &str) -> Cow<'_, str> {
    let mut rest = line.trim();
    while let Some(behind) = behind_bullet(rest) {
        rest = behind;
    }
    without_emphasis(rest)
}

/// Whether a line is a heading, a row of a table, a quotation, a comment, a cue or a link: text, whatever it holds.
pub(crate) fn stays_text(line: &str) -> bool {
    let line = line.trim();
    let heading = line.trim_start_matches('#');
    let is_heading = heading.len() < line.len() && line.len() - heading.len() <= 6 && heading.starts_with(' ');
    let row = line.len() > 2 && line.starts_with('|') && line.ends_with('|');
    let item = behind_bullet(line).unwrap_or(line);
    let is_link = item.starts_with('[') && item.ends_with(')') && item.contains("](");
    let label =
        line.strip_prefix("**").and_then(|rest| rest.split_once("**")).is_some_and(|(label, _)| label.ends_with(':'));
    is_heading
        || row
        || is_link
        || label
        || is_cue(line)
        || line.starts_with("> ")
        || line.starts_with("<!--")
        || line.starts_with("<v ")
}

/// Whether a line is the time of a cue: "00:00:07.500 --> 00:00:12.000".
fn is_cue(line: &str) -> bool {
    let clock = |text: &str| {
        text.contains(':') && text.trim().chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | ','))
    };
    line.split_once("-->").is_some_and(|(from, to)| clock(from) && to.split_whitespace().next().is_some_and(clock))
}

/// Returns what stands behind a bullet, a list number or a check box; `None` if the line begins with none.
fn behind_bullet(line: &str) -> Option<&str> {
    const BULLETS: [&str; 9] = ["- ", "* ", "+ ", "• ", "◦ ", "▪ ", "· ", "– ", "— "];
    const BOXES: [&str; 5] = ["[ ] ", "[x] ", "[X] ", "☐ ", "☑ "];
    let marked = BULLETS.iter().chain(&BOXES).find_map(|mark| line.strip_prefix(mark));
    let behind = marked.or_else(|| behind_number(line))?.trim_start();
    (!behind.is_empty()).then_some(behind)
}

/// Returns what stands behind "1. ", "2) " or "a) ".
fn behind_number(line: &str) -> Option<&str> {
    let (number, rest) = line.split_once(' ')?;
    let (body, mark) = number.split_at_checked(number.len().checked_sub(1)?)?;
    let digits = (1..=3).contains(&body.len()) && body.bytes().all(|byte| byte.is_ascii_digit());
    let letter = body.len() == 1 && body.bytes().all(|byte| byte.is_ascii_lowercase());
    ((digits && matches!(mark, "." | ")")) || (letter && mark == ")")).then_some(rest)
}

/// Returns a line without `**`, `__`, `*` and `_` around words. A `*` directly before a word with none behind it is the
/// sigil of a purpose.
fn without_emphasis(line: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(line);
    for mark in ["**", "__", "*", "_"] {
        while let Some(plain) = emphasised(&text, mark) {
            text = Cow::Owned(plain);
        }
    }
    text
}

/// Returns the text without the first pair of a mark that touches words inside and none outside.
fn emphasised(text: &str, mark: &str) -> Option<String> {
    let opens = text.match_indices(mark).map(|(at, _)| at).find(|at| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let after = text.get(at + mark.len()..).and_then(|after| after.chars().next());
        before.is_none_or(|c| !c.is_alphanumeric()) && after.is_some_and(char::is_alphanumeric)
    })?;
    let (before, rest) = (text.get(..opens)?, text.get(opens + mark.len()..)?);
    let closes = rest.match_indices(mark).map(|(at, _)| at).find(|at| {
        let inside = rest.get(..*at).and_then(|inside| inside.chars().next_back());
        let after = rest.get(at + mark.len()..).and_then(|after| after.chars().next());
        inside.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
    })?;
    Some(format!("{before}{}{}", rest.get(..closes)?, rest.get(closes + mark.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_numbers_boxes_and_emphasis_go() {
        for (line, words) in [
            ("- portal chat -> fewer letters", "portal chat -> fewer letters"),
            ("1. unclear rules -> more appeals", "unclear rules -> more appeals"),
            ("a) longer forms -> drop-offs", "longer forms -> drop-offs"),
            ("- [ ] Noor: ask the vendor", "Noor: ask the vendor"),
            ("* **Portal chat** -> fewer walk-ins", "Portal chat -> fewer walk-ins"),
            ("- _enrolment chat_ -> more questions", "enrolment chat -> more questions"),
            ("*real-time data* from crews", "real-time data from crews"),
            ("*[Plain words]", "*[Plain words]"),
            ("-Staff -> +Waiting", "-Staff -> +Waiting"),
            ("snake_case_name -> more calls", "snake_case_name -> more calls"),
            ("12 -> 9", "12 -> 9"),
            ("-", "-"),
        ] {
            assert_eq!(without_marks(line), words, "{line}");
        }
    }

    #[test]
    fn what_is_laid_out_stays_text() {
        for line in [
            "## What we heard",
            "| privacy check | Noor | 12 May |",
            "> \"just tell me who decides\"",
            "<!-- not for the minutes -->",
            "00:00:07.500 --> 00:00:12.000",
            "- [slides](https://example.org/deck)",
            "**Present:** Noor, Tim",
        ] {
            assert!(stays_text(line), "{line}");
        }
        for line in ["#Data clinic", "bot -> more calls", "[Scoring] -> more strain (we hope)", "#1 priority"] {
            assert!(!stays_text(line), "{line}");
        }
    }
}
