use tui_input::{Input, InputRequest};

use super::key::{Code, KeyPress};

/// The most characters the entry line takes; far more than anybody says in one breath.
const LIMIT: usize = 4_000;

/// The entry line: what is typed, and where the cursor stands.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    input: Input,
}

impl Entry {
    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The cursor, counted in characters.
    pub fn cursor(&self) -> usize {
        self.input.cursor()
    }

    /// The cursor as a byte index into [`Entry::text`].
    pub fn cursor_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// How many cells the text before the cursor takes, and how many are scrolled out of a window this wide.
    pub fn cursor_cells(&self, width: u16) -> (usize, usize) {
        (self.input.visual_cursor(), self.input.visual_scroll(usize::from(width)))
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts a text into the line, with the cursor behind it.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.chars().take(LIMIT).collect());
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.input.reset();
    }

    /// Replaces the `bytes` before the cursor by a text.
    pub fn replace_before_cursor(&mut self, bytes: usize, text: &str) {
        let cursor = self.cursor_byte();
        let line = self.text();
        let (before, after) = (line.get(..cursor.saturating_sub(bytes)), line.get(cursor..));
        let (Some(before), Some(after)) = (before, after) else { return };
        let place = before.chars().count() + text.chars().count();
        self.input = Input::new(format!("{before}{text}{after}")).with_cursor(place);
    }

    /// Types a text at the cursor, up to the limit of the line; says whether all of it had room.
    pub fn insert(&mut self, text: &str) -> bool {
        let line = self.text();
        let room = LIMIT.saturating_sub(line.chars().count());
        let fits: String = text.chars().take(room).collect();
        let whole = fits.len() == text.len();
        self.replace_before_cursor(0, &fits);
        whole
    }

    /// Puts a text before everything that is typed; the cursor stays where it is in that.
    pub fn insert_before(&mut self, text: &str) {
        let apart = if self.is_empty() { "" } else { " " };
        let before = format!("{text}{apart}");
        let cursor = self.cursor() + before.chars().count();
        self.input = Input::new(format!("{before}{}", self.text())).with_cursor(cursor);
    }

    /// Handles a key of the line editor; says whether it was one.
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
