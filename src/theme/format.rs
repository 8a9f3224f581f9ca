use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::role::RawStyle;
use super::{Depth, Rgb, Role, Style};

/// A theme: a ground colour, a text colour, and a style for each role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// The version of this format; 1.
    pub format: u32,
    /// The name, as chosen in the settings.
    pub name: String,
    /// A sentence that says what the theme is good for.
    pub about: String,
    /// The colour behind everything.
    pub ground: Rgb,
    /// The colour of plain text.
    pub text: Rgb,
    roles: BTreeMap<Role, RawStyle>,
}

/// Why a theme file cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ThemeError {
    /// The text is not RON of this format.
    #[error("line {line}, column {column}: {reason}; compare it with one that works in the themes folder")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What the parser found there.
        reason: String,
    },
    /// The file was written for another version of this program.
    #[error("theme format {found} is not known here; this program reads format {}", Theme::FORMAT)]
    Format {
        /// The format version that the file states.
        found: u32,
    },
    /// The text of some role has too little contrast to be read from the back of a room.
    #[error("{role:?} has a contrast of {found}:1 on its ground; it needs {needed}:1 to be read")]
    Contrast {
        /// The role.
        role: Role,
        /// The contrast of the role, rounded down to one decimal.
        found: String,
        /// The minimum contrast.
        needed: String,
    },
}

impl Theme {
    /// The version of the theme format this program reads.
    pub const FORMAT: u32 = 1;

    /// The minimum contrast of a text on its ground (WCAG 2.2, level AA).
    pub const LEAST_CONTRAST: f64 = 4.5;

    /// Reads a theme from RON and checks its contrast.
    ///
    /// # Errors
    /// When the text is not a theme of a known format, or a role is too faint.
    pub fn parse(text: &str) -> Result<Self, ThemeError> {
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let theme: Theme = options.from_str(text).map_err(|error| ThemeError::Syntax {
            line: error.span.start.line,
            column: error.span.start.col,
            reason: error.code.to_string(),
        })?;
        if theme.format != Self::FORMAT {
            return Err(ThemeError::Format { found: theme.format });
        }
        theme.require_contrast(Self::LEAST_CONTRAST)?;
        Ok(theme)
    }

    /// Checks that every role has at least the contrast `needed`.
    ///
    /// # Errors
    /// Returns the first role with less contrast.
    pub fn require_contrast(&self, needed: f64) -> Result<(), ThemeError> {
        for role in Role::ALL {
            let raw = self.raw(role);
            let found = raw.fg.unwrap_or(self.text).contrast(raw.bg.unwrap_or(self.ground));
            if found < needed {
                let found = format!("{:.1}", (found * 10.0).floor() / 10.0);
                return Err(ThemeError::Contrast { role, found, needed: needed.to_string() });
            }
        }
        Ok(())
    }

    fn raw(&self, role: Role) -> RawStyle {
        self.roles.get(&role).copied().unwrap_or_default()
    }

    /// Returns the style of a role on a terminal of this depth.
    pub fn style(&self, role: Role, depth: Depth) -> Style {
        let raw = self.raw(role);
        Style {
            fg: raw.fg.unwrap_or(self.text).at(depth),
            bg: raw.bg.unwrap_or(self.ground).at(depth),
            bold: raw.bold,
            underlined: raw.underlined,
            reversed: raw.reversed && depth == Depth::Mono,
        }
    }
}
