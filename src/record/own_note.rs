use serde::{Deserialize, Serialize};

/// A note of whoever holds the keyboard, for themselves alone: in no event, so on no screen of the room and in no file
/// that is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnNote {
    /// When, in milliseconds from the opening of the session.
    pub at: u64,
    /// What.
    pub text: String,
}

/// What a line says for oneself alone: `me: ask Tom about the budget later`.
///
/// It stands at the beginning of the line, be it behind the bullet of a list. `me>` is a tag, and says who speaks.
pub fn own_note(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line =
        ["- ", "* ", "• ", "– "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line).trim_start();
    let (word, text) = line.split_once(':')?;
    let text = text.trim();
    (word.trim_end().eq_ignore_ascii_case("me") && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_for_oneself_begins_with_me_and_a_colon() {
        assert_eq!(own_note("me: ask Tom later"), Some("ask Tom later"));
        assert_eq!(own_note("  ME:bot -> trust"), Some("bot -> trust"));
        assert_eq!(own_note("- Me : later: the budget"), Some("later: the budget"));
        for line in ["me> bot -> trust", "me:", "me", "tell me: why", "some: thing", "tom> me: why"] {
            assert_eq!(own_note(line), None, "{line}");
        }
    }
}
