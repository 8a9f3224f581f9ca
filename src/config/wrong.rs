use std::fmt;

use crate::record::text::{clean, clip};

/// The maximum length of a sentence about a setting, in characters.
const LONGEST: usize = 400;

/// A setting that is not used, with its place and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongSetting {
    /// The file.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong and what is allowed, without the full stop.
    pub says: String,
}

impl fmt::Display for WrongSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.says)
    }
}

/// A flaw at a place of a text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    pub(super) at: usize,
    pub(super) says: String,
}

impl From<Flaw> for Vec<Flaw> {
    fn from(flaw: Flaw) -> Self {
        vec![flaw]
    }
}

impl Flaw {
    pub(super) fn new(at: usize, says: impl Into<String>) -> Self {
        Self { at, says: says.into() }
    }

    /// Returns the flaw with its line and column in this text. It may quote the file, which somebody else may have written,
    /// so its sentence is cleaned and of a limited length.
    pub(super) fn placed(self, path: &str, text: &str) -> WrongSetting {
        let (line, column) = line_and_column(text, self.at);
        let says = clip(&clean(&self.says), LONGEST).to_owned();
        WrongSetting { path: path.to_owned(), line, column, says }
    }
}

/// Returns the line and the column, in characters, of a place in a text; both count from 1.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (1 + before.matches('\n').count(), 1 + line.trim_start_matches('\u{feff}').chars().count())
}
