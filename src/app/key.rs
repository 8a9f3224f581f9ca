use std::fmt;

/// A key without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character key.
    Char(char),
    /// Enter.
    Enter,
    /// Tab.
    Tab,
    /// Shift and Tab.
    BackTab,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// A key as pressed. The type is the program's own, so that no other room depends on a terminal library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct KeyPress {
    /// The key.
    pub code: Code,
    /// Whether Ctrl was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

impl KeyPress {
    /// Returns a key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// Returns a letter held with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self { code: Code::Char(letter), ctrl: true, alt: false }
    }

    /// Returns a key held with Ctrl.
    pub const fn ctrl_with(code: Code) -> Self {
        Self { code, ctrl: true, alt: false }
    }

    /// Returns a key held with Alt.
    pub const fn alt(code: Code) -> Self {
        Self { code, ctrl: false, alt: true }
    }

    /// Returns the character that this key types; `None` for any other key.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Returns the digit that this key types; `None` for any other key.
    pub fn digit(self) -> Option<usize> {
        self.typed()?.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
    }

    /// Returns the index of the row whose number or letter this key types, as `row_key` names them.
    pub fn numbered_row(self) -> Option<usize> {
        let c = self.typed()?;
        ROW_KEYS.chars().position(|key| key == c)
    }

    /// Returns the index of the row that this key chooses: the one under the cursor for Enter, else the one whose number
    /// the key types.
    pub fn chosen_row(self, selected: usize) -> Option<usize> {
        if self.code == Code::Enter { Some(selected) } else { self.numbered_row() }
    }

    /// Returns whether this key moves a list cursor down (`true`) or up (`false`); `None` for any other key.
    pub const fn steps_down(self) -> Option<bool> {
        match self.code {
            Code::Down => Some(true),
            Code::Up => Some(false),
            _ => None,
        }
    }

    /// Returns the index of the row under a list cursor after this key; `None` if the key does not move the cursor.
    pub fn moved(self, selected: usize, rows: usize) -> Option<usize> {
        let down = self.steps_down()?;
        Some(if down { (selected + 1).min(rows.saturating_sub(1)) } else { selected.saturating_sub(1) })
    }

    /// Returns the index of the row under the cursor of a long list after this key, which may move by a page; `None` if
    /// the key does not move the cursor.
    pub fn paged(self, selected: usize, rows: usize) -> Option<usize> {
        match self.code {
            Code::PageDown => Some((selected + PAGE).min(rows.saturating_sub(1))),
            Code::PageUp => Some(selected.saturating_sub(PAGE)),
            _ => self.moved(selected, rows),
        }
    }
}

/// The number of rows that the page keys move by.
const PAGE: usize = 10;

/// The keys of the rows of a list: one key for each row, because a key acts at once.
const ROW_KEYS: &str = "123456789abcdefghijklmnopqrstuvwxyz";

/// Returns the key that chooses a row of a list: a digit for the first nine, then a letter; `None` for a row that only
/// the cursor reaches.
pub(super) fn row_key(row: usize) -> Option<char> {
    ROW_KEYS.chars().nth(row)
}

impl fmt::Display for KeyPress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{}", c.to_uppercase()),
            Code::F(number) => write!(f, "F{number}"),
            Code::PageUp => f.write_str("PgUp"),
            Code::PageDown => f.write_str("PgDn"),
            Code::BackTab => f.write_str("Shift-Tab"),
            Code::Backspace => f.write_str("Backspace"),
            other => write!(f, "{other:?}"),
        }
    }
}
