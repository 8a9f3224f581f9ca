//! The content of a popup as data; `ui` draws every popup from it.

use std::fmt::Display;

use super::entry::Entry;
use super::key::row_key;
use super::phones::PhoneCode;
use super::plots::DrawnPlot;
use crate::record::text::clean;
use crate::theme::Role;

/// The content of a popup.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The title on the border.
    pub title: String,
    /// The title to use if the content is higher than the screen.
    pub title_of_part: Option<String>,
    /// The maximum width of the text in cells; `None` for the width of the screen.
    pub widest: Option<u16>,
    /// Whether its rows take all the height there is, rather than that of a small list.
    pub tall: bool,
    /// The width of the box in cells; `None` for that of its longest line.
    pub width: Option<u16>,
    /// The content, from top to bottom.
    pub body: Vec<SheetPart>,
    /// The lines below the body, which stay visible however long the body is.
    pub foot: Vec<SheetPart>,
    /// Which part is left out if there is too little room.
    pub overflow: Overflow,
    /// The entry line, if the popup has one.
    pub entry: Option<SheetEntry>,
}

/// The part that is left out of a popup higher than the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overflow {
    /// The end.
    #[default]
    End,
    /// The beginning.
    Beginning,
    /// Everything outside the window that begins with this line.
    Scrolled(u16),
}

/// One or several lines of a popup.
#[derive(Clone, Debug)]
pub enum SheetPart {
    /// Rows to choose from; as many as fit are shown, with the selected row among them.
    Rows {
        /// Every row.
        rows: Vec<String>,
        /// The index of the selected row.
        selected: usize,
    },
    /// One line of spans, drawn unchanged.
    Line(Vec<(String, Role)>),
    /// A text that is being typed, with a mark for the cursor.
    Typed(String),
    /// A text, broken between words.
    Text(String, Role),
    /// A text broken between words, as wide as rows are.
    Hint(String, Role),
    /// A text on one line, cut where it is too long.
    Cut(String, Role),
    /// A text on one line, as wide as rows are, cut where it is too long.
    CutRow(String, Role),
    /// A text behind a bullet, broken between words.
    Bullet(String),
    /// A text behind a head, broken between words so that no line of it stands below the head.
    Hanging(Vec<(String, Role)>, String),
    /// Cells side by side on one line, each cut or filled to its width.
    Cells(Vec<SheetCell>),
    /// A plot; one that has no height of its own is this number of rows high.
    Plot(DrawnPlot, u16),
    /// A code for cameras, with texts beside it, each broken between words.
    Code(PhoneCode, Vec<(String, Role)>),
}

/// A cell of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// The text.
    pub text: String,
    /// The width in cells of the screen.
    pub width: u16,
    /// The role.
    pub role: Role,
}

/// An entry line in a popup.
#[derive(Clone, Debug)]
pub struct SheetEntry {
    /// The typed text.
    pub entry: Entry,
    /// The position of the entry line.
    pub place: EntryPlace,
    /// Whether a bar covers the typed text.
    pub veiled: bool,
}

/// The position of an entry line in a popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPlace {
    /// Above everything else.
    Top,
    /// Below everything else.
    Bottom,
}

impl Sheet {
    /// Returns a popup with a title and no content.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Returns a popup with rows to choose from and a hint below them.
    pub fn list(title: impl Into<String>, rows: Vec<String>, selected: usize, hint: impl Into<String>) -> Self {
        let body = vec![SheetPart::Rows { rows, selected }, SheetPart::Hint(hint.into(), Role::Quiet)];
        Self { body, ..Self::titled(title) }
    }

    /// Returns a popup with rows to choose from by the key in front of each, a digit or from the tenth on a letter, and a
    /// hint below them.
    pub fn numbered(
        title: impl Into<String>,
        rows: impl Iterator<Item = impl Display>,
        selected: usize,
        hint: impl Into<String>,
    ) -> Self {
        let row = |(at, says)| format!("{}  {says}", row_key(at).unwrap_or(' '));
        let rows = rows.enumerate().map(row).collect();
        Self::list(title, rows, selected, hint)
    }

    /// Returns a popup with texts, each broken between words.
    pub fn texts(title: impl Into<String>, texts: impl IntoIterator<Item = (String, Role)>) -> Self {
        Self {
            body: texts.into_iter().map(|(text, role)| SheetPart::Text(text, role)).collect(),
            ..Self::titled(title)
        }
    }
}

impl Sheet {
    /// Returns the number of rows to choose from.
    pub fn rows(&self) -> usize {
        let rows = |part: &SheetPart| if let SheetPart::Rows { rows, .. } = part { rows.len() } else { 0 };
        self.body.iter().map(rows).sum()
    }
}

impl Sheet {
    /// Whether the popup has a line that is typed in.
    pub fn is_typed_in(&self) -> bool {
        self.entry.is_some() || self.body.iter().any(|part| matches!(part, SheetPart::Typed(_)))
    }
}

impl SheetPart {
    /// Returns one line with one role.
    pub fn line(text: impl Into<String>, role: Role) -> Self {
        Self::Line(vec![(text.into(), role)])
    }

    /// Returns a text without control characters, broken between words.
    pub fn text(text: &str, role: Role) -> Self {
        Self::Text(clean(text).into_owned(), role)
    }

    /// Returns an empty line.
    pub const fn blank() -> Self {
        Self::Line(Vec::new())
    }

    /// Returns a line for text that is being typed, with a mark for the cursor.
    pub fn typed(before: &str, text: &str) -> Self {
        Self::Typed(format!("{before}{text}_"))
    }
}
