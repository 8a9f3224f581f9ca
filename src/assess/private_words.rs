use std::fmt;

use serde::{Deserialize, Serialize};

use crate::record::text::{clean, clip};

/// As much as is kept of one example, in scalar values.
const LIMIT: usize = 2000;

/// Something somebody wrote for themselves: it stays out of whatever is printed to look for a mistake.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct PrivateWords(String);

impl PrivateWords {
    /// What was typed, without characters that act; none when nothing is left.
    pub fn of(typed: &str) -> Option<Self> {
        let words = Self::from(typed.to_owned());
        (!words.0.is_empty()).then_some(words)
    }

    /// The words.
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
