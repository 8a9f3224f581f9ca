use tui_input::{Input, InputRequest};

use super::key::{Code, KeyPress};

/// The maximum length of the entry line in characters; far more than anybody says in one breath.
const LIMIT: usize = 4_000;

/// The entry line: the typed text and the position of the cursor.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    input: Input,
}

impl Entry {
    /// Returns the typed text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Returns the position of the cursor in characters.
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// Returns the position of the cursor as a byte index into [`Entry::text`].
    pub fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Returns the width of the text before the cursor in cells, and how many cells are scrolled out of a window
    /// `width` cells wide.
    pub fn cursor_cells(&self, width: u16) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(usize::from(width)))
    }

    /// Whether the entry line is empty.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Replaces the whole text, and puts the cursor after it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.chars().take(LIMIT).collect());
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Replaces the `bytes` before the cursor by `text`.
    pub fn replace_before_cursor(&mut self, bytes: usize, text: &str) {
        let cursor = self.cursor_byte();
        let line = self.text();
        let (before, after) = (line.get(..cursor.saturating_sub(bytes)), line.get(cursor..));
        let (Some(before), Some(after)) = (before, after) else { return };
        let place = before.chars().count() + text.chars().count();
        self.input = Input::new(format!("{before}{text}{after}")).with_cursor(place);
    }

    /// Inserts a text at the cursor, up to the maximum length; returns whether all of it fitted.
    pub fn insert(&mut self, text: &str) -> bool {
        let line = self.text();
        let room = LIMIT.saturating_sub(line.chars().count());
        let fits: String = text.chars().take(room).collect();
        let whole = fits.len() == text.len();
        self.replace_before_cursor(0, &fits);
        whole
    }

    /// Inserts a text before everything typed; the cursor stays at the same character.
    pub fn insert_before(&mut self, text: &str) {
        let apart = if self.is_empty() { "" } else { " " };
        let before = format!("{text}{apart}");
        let cursor = self.cursor() + before.chars().count();
        self.input = Input::new(format!("{before}{}", self.text())).with_cursor(cursor);
    }

    /// Handles a key of the line editor; returns `false` for any other key.
    pub fn press(&mut self, key: KeyPress) -> bool {
        if let Some(c) = key.typed() {
            return self.insert(c.encode_utf8(&mut [0; 4]));
        }
        let Some(request) = request(key) else { return false };
        self.input.handle(request);
        true
    }
}

const fn request(key: KeyPress) -> Option<InputRequest> {
    Some(match (key.code, key.ctrl, key.alt) {
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => InputRequest::DeletePrevChar,
        (Code::Delete, false, false) | (Code::Char('d'), true, false) => InputRequest::DeleteNextChar,
        (Code::Left, false, false) => InputRequest::GoToPrevChar,
        (Code::Right, false, false) => InputRequest::GoToNextChar,
        (Code::Left, ..) | (Code::Char('b'), false, true) => InputRequest::GoToPrevWord,
        (Code::Right, ..) | (Code::Char('f'), false, true) => InputRequest::GoToNextWord,
        (Code::Home, ..) | (Code::Char('a'), true, false) => InputRequest::GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, false) => InputRequest::GoToEnd,
        (Code::Char('w'), true, false) | (Code::Backspace, ..) => InputRequest::DeletePrevWord,
        (Code::Delete, ..) => InputRequest::DeleteNextWord,
        (Code::Char('u'), true, false) => InputRequest::DeleteLine,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> Entry {
        let mut entry = Entry::default();
        for c in text.chars() {
            entry.press(KeyPress::plain(Code::Char(c)));
        }
        entry
    }

    #[test]
    fn typing_and_deleting_goes_by_whole_characters() {
        let mut entry = typed("né👩\u{200d}💻");
        entry.press(KeyPress::plain(Code::Backspace));
        assert_eq!(entry.text(), "né");
    }

    #[test]
    fn a_completion_replaces_only_what_was_typed_of_it() {
        let mut entry = typed("bot -> han : +");
        for _ in 0.." : +".len() {
            entry.press(KeyPress::plain(Code::Left));
        }
        entry.replace_before_cursor("han".len(), "Handle time");
        assert_eq!(entry.text(), "bot -> Handle time : +");
        assert_eq!(entry.cursor(), "bot -> Handle time".len());
    }

    #[test]
    fn the_line_takes_a_limit_and_says_so() {
        let mut entry = Entry::default();
        assert!(!entry.insert(&"x".repeat(LIMIT + 1)));
        assert_eq!(entry.text().len(), LIMIT);
    }
}
