//! What a popup shows, as data: `ui` has one drawer for all of them.

use super::entry::Entry;
use crate::theme::Role;

/// The content of a popup.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The title on the border.
    pub title: String,
    /// The title where the content is higher than the screen.
    pub title_of_part: Option<String>,
    /// The maximum width of the text, in cells; without it, the width of the screen.
    pub widest: Option<u16>,
    /// The width of the box, in cells; without it, that of its longest line.
    pub width: Option<u16>,
    /// What stands in it, from top to bottom.
    pub body: Vec<SheetPart>,
    /// What stands below the body, and stays in sight however long the body is.
    pub foot: Vec<SheetPart>,
    /// What is left out where there is too little room.
    pub overflow: Overflow,
    /// A line to type in.
    pub entry: Option<SheetEntry>,
}

/// What is left out of a popup that is higher than the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Overflow {
    /// The end.
    #[default]
    End,
    /// The beginning.
    Beginning,
    /// What is not in the window that begins with this line.
    Scrolled(u16),
}

/// A line of text in a popup, or several.
#[derive(Clone, Debug)]
pub enum SheetPart {
    /// Rows to choose from, as many as there is room for, with the selected one in sight.
    Rows {
        /// Every row.
        rows: Vec<String>,
        /// The row under the cursor.
        selected: usize,
    },
    /// One line, as it is.
    Line(Vec<(String, Role)>),
    /// A text, broken between words.
    Text(String, Role),
    /// A text broken between words, as wide as rows are.
    Hint(String, Role),
    /// A text on one line, cut where it is too long.
    Cut(String, Role),
    /// The same, as wide as rows are.
    CutRow(String, Role),
    /// A text behind a bullet, broken between words.
    Bullet(String),
}

/// A line to type in.
#[derive(Clone, Debug)]
pub struct SheetEntry {
    /// What is typed.
    pub entry: Entry,
    /// Where it stands.
    pub place: EntryPlace,
    /// Whether a bar stands in place of what is typed.
    pub veiled: bool,
}

/// Where a line to type in stands in a popup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPlace {
    /// Above everything else.
    Top,
    /// Below everything else.
    Bottom,
}

impl Sheet {
    /// A popup with a title and nothing in it.
    pub fn titled(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// Rows to choose from, and a hint below them.
    pub fn list(title: impl Into<String>, rows: Vec<String>, selected: usize, hint: impl Into<String>) -> Self {
        let body = vec![SheetPart::Rows { rows, selected }, SheetPart::Hint(hint.into(), Role::Quiet)];
        Self { body, ..Self::titled(title) }
    }

    /// Texts, each broken between words.
    pub fn texts(title: impl Into<String>, texts: impl IntoIterator<Item = (String, Role)>) -> Self {
        Self {
            body: texts.into_iter().map(|(text, role)| SheetPart::Text(text, role)).collect(),
            ..Self::titled(title)
        }
    }
}

impl SheetPart {
    /// One line of one role, as it is.
    pub fn line(text: impl Into<String>, role: Role) -> Self {
        Self::Line(vec![(text.into(), role)])
    }

    /// An empty line.
    pub const fn blank() -> Self {
        Self::Line(Vec::new())
    }

    /// What is being typed inside the text, with a mark for the cursor.
    pub fn typed(before: &str, text: &str) -> Self {
        Self::line(format!("{before}{text}_"), Role::Accent)
    }
}
