use serde::{Deserialize, Serialize};

use super::SessionTime;

/// A private note of whoever holds the keyboard. A note is not part of any event, so neither the room's screens nor any
/// exported file contains it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnNote {
    /// When it was noted.
    pub at: SessionTime,
    /// The text of the note.
    pub text: String,
}

/// Returns the text of a line that is a private note, such as `me: ask Tom about the budget later`; `None` otherwise.
///
/// The marker `me:` stands at the beginning of the line or after a list bullet. `me>` is a tag: it names the speaker.
pub fn own_note(line: &str) -> Option<&str> {
    let (word, text) = behind_list_marks(line).split_once(':')?;
    let text = text.trim();
    (word.trim_end().eq_ignore_ascii_case("me") && !text.is_empty()).then_some(text)
}

/// Returns a line without its list bullets, numbers and checkboxes.
fn behind_list_marks(line: &str) -> &str {
    let mut line = line.trim_start();
    while let Some(rest) = behind_mark(line) {
        line = rest.trim_start();
    }
    line
}

fn behind_mark(line: &str) -> Option<&str> {
    let (mark, rest) = line.split_once(char::is_whitespace)?;
    let number = mark.strip_prefix('(').unwrap_or(mark).strip_suffix(['.', ')']);
    let numbered = number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    if numbered || MARKS.contains(&mark) {
        return Some(rest);
    }
    // An empty checkbox contains a space.
    line.strip_prefix("[ ]")
}

const MARKS: [&str; 12] = ["-", "*", "+", "•", "–", "—", "[]", "[x]", "[X]", "☐", "☑", "☒"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_for_oneself_begins_with_me_and_a_colon() {
        assert_eq!(own_note("me: ask Tom later"), Some("ask Tom later"));
        assert_eq!(own_note("  ME:bot -> trust"), Some("bot -> trust"));
        assert_eq!(own_note("- Me : later: the budget"), Some("later: the budget"));
        for mark in ["1. ", "2) ", "(3) ", "- [ ] ", "* [x] ", "12. [X] ", "[ ]", "☐ ", "+ ", "1.\t"] {
            assert_eq!(own_note(&format!("{mark}me: budget")), Some("budget"), "{mark:?}");
        }
        for line in [
            "me> bot -> trust",
            "me:",
            "me",
            "tell me: why",
            "3 me: why",
            "1.5 me: why",
            "x) me: why",
            "some: thing",
            "tom> me: why",
        ] {
            assert_eq!(own_note(line), None, "{line}");
        }
    }
}
