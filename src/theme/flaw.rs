use std::fmt;

use crate::record::field_places::FieldPlaces;

/// A flaw of a theme file or a house style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleFlaw {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How serious the flaw is.
    pub weight: StyleSeverity,
    /// The flaw, in a sentence without its full stop.
    pub what: String,
    /// How to correct the flaw.
    pub hint: String,
}

/// How serious a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StyleSeverity {
    /// It works as written; it is told so that nobody wonders.
    Note,
    /// It works as written, and some people cannot read it.
    Faint,
    /// A part of the file is not used, because it is wrong.
    Wrong,
    /// The whole file is not used.
    Unusable,
}

impl StyleFlaw {
    /// A flaw of the field at `path`.
    pub(super) fn at(
        places: &FieldPlaces,
        path: &str,
        weight: StyleSeverity,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let (line, column) = places.at(path);
        Self { line, column, weight, what: what.into(), hint: hint.into() }
    }

    /// The flaw of a text that is not RON of this form.
    pub(super) fn syntax(error: &ron::error::SpannedError, hint: &str) -> Self {
        let what = error.code.to_string();
        Self {
            line: error.span.start.line,
            column: error.span.start.col,
            weight: StyleSeverity::Unusable,
            what: what.trim_end_matches('.').to_owned(),
            hint: hint.to_owned(),
        }
    }
}

impl fmt::Display for StyleFlaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.hint)
    }
}
