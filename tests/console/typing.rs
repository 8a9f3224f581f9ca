//! Keys, one after the other, at any of the consoles of these tests.

use adjacent::app::{Code, KeyPress, Msg};

/// A console that can be typed at.
pub(crate) trait Typing: Sized {
    /// Something happens to it.
    fn happens(&mut self, msg: Msg) -> &mut Self;

    fn press(&mut self, key: KeyPress) -> &mut Self {
        self.happens(Msg::Key(key))
    }

    /// A key without a modifier.
    fn code(&mut self, code: Code) -> &mut Self {
        self.press(KeyPress::plain(code))
    }

    fn enter(&mut self) -> &mut Self {
        self.code(Code::Enter)
    }

    fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.code(Code::Char(c));
        }
        self
    }

    /// A line and Enter.
    fn says(&mut self, line: &str) -> &mut Self {
        self.types(line).enter()
    }

    fn paste(&mut self, text: &str) -> &mut Self {
        self.happens(Msg::Paste(text.to_owned()))
    }
}
