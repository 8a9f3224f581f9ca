use std::fmt;

use serde::{Deserialize, Serialize};

use crate::record::text::{clean, clip};

/// The maximum length of an example, in characters.
const LIMIT: usize = 2000;

/// Words that somebody wrote for themselves. Debug output does not show them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct PrivateWords(String);

impl PrivateWords {
    /// Takes the typed words without control characters; `None` if no words remain.
    pub fn of(typed: &str) -> Option<Self> {
        let words = Self::from(typed.to_owned());
        (!words.0.is_empty()).then_some(words)
    }

    /// Returns the words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for PrivateWords {
    fn from(typed: String) -> Self {
        Self(clip(clean(&typed).trim(), LIMIT).to_owned())
    }
}

impl From<PrivateWords> for String {
    fn from(words: PrivateWords) -> String {
        words.0
    }
}

impl fmt::Debug for PrivateWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(private)")
    }
}
