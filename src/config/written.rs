//! The value of a setting as it is written.

use std::fmt::Display;
use std::str::FromStr;

use ron::extensions::Extensions;
use ron::{Error, Options};
use serde::de::DeserializeOwned;

use super::entries::{ConfigEntries, TextPart, entries_of};
use super::wrong::Flaw;
use crate::record::text::{clean, clip};

/// The maximum number of characters of a value that a message quotes.
const QUOTED: usize = 40;

/// The value of a setting as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct WrittenValue<'t> {
    /// The name of the setting.
    pub(super) name: &'t str,
    pub(super) part: TextPart<'t>,
}

impl WrittenValue<'_> {
    /// Reads the value; a flaw says what is allowed.
    pub(super) fn read<T: DeserializeOwned>(&self, allowed: impl Display) -> Result<T, Flaw> {
        let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        options.from_str(self.part.text).map_err(|error| match error.code {
            Error::TrailingCharacters => self.without_comma(),
            _ => self.refused(allowed),
        })
    }

    /// The flaw of a value that goes on behind its end, most often because the comma behind its line is missing.
    fn without_comma(&self) -> Flaw {
        let next = self.part.text.find('\n').and_then(|end| self.part.text.get(end..).map(|rest| (end, rest)));
        match next {
            Some((end, rest)) => {
                let blank = rest.len() - rest.trim_start().len();
                Flaw::new(self.part.at + end + blank, "a comma is missing in front of this")
            }
            None => self.flaw("a comma is missing behind this value"),
        }
    }

    /// Reads a word as one of those that `T` knows.
    pub(super) fn word<T: FromStr>(&self, allowed: impl Display) -> Result<T, Flaw> {
        let word: String = self.read(&allowed)?;
        word.parse().map_err(|_| self.not_known(&word, allowed))
    }

    /// Reads one text or a list of texts.
    pub(super) fn texts(&self, allowed: impl Display) -> Result<Vec<String>, Flaw> {
        if self.part.text.starts_with('[') { self.read(allowed) } else { Ok(vec![self.read(allowed)?]) }
    }

    /// Returns the entries of a map.
    pub(super) fn entries(&self) -> ConfigEntries<'_> {
        entries_of(self.part, ['{', '}'])
    }

    /// A flaw of the value that quotes a word of it.
    pub(super) fn not_known(&self, word: &str, allowed: impl Display) -> Flaw {
        self.flaw(format!("{} is not {}, but {allowed}", self.name, quoted(word)))
    }

    /// A flaw of the value that says what is allowed and quotes nothing.
    pub(super) fn refused(&self, allowed: impl Display) -> Flaw {
        self.flaw(format!("{} is {allowed}", self.name))
    }

    /// A flaw of the value.
    pub(super) fn flaw(&self, says: impl Into<String>) -> Flaw {
        Flaw::new(self.part.at, says)
    }
}

/// Returns the beginning of a word in quotes, without characters that act on a terminal.
pub(super) fn quoted(word: &str) -> String {
    format!("{:?}", clip(&clean(word), QUOTED))
}

/// Returns words in quotes: `"dark", "light" or "projector"`.
pub(super) fn one_of<W: AsRef<str>>(words: &[W]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("{:?}", word.as_ref())).collect();
    crate::record::spoken::listed(&words, "or")
}
