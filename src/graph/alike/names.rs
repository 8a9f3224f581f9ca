use strum::IntoStaticStr;

use super::stems::Stemmed;
use crate::graph::{Key, Ledger};

/// Why two names may stand for one thing; the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Likeness {
    /// The same words, in the one and in the many.
    Plural,
    /// The same letters, with other gaps.
    Gaps,
    /// One is made of the first letters of the other's words.
    Initials,
    /// One letter is another, is missing, or changed its place.
    #[strum(serialize = "one letter")]
    OneLetter,
    /// Two letters are.
    #[strum(serialize = "two letters")]
    TwoLetters,
    /// One breaks off where the other goes on.
    Begun,
    /// All words of one are among those of the other.
    Within,
    /// They stand beside the same things in the same way.
    Beside,
}

impl Likeness {
    /// So near that even two sorts of things may be one that was sorted wrongly.
    pub(super) const fn is_close(self) -> bool {
        matches!(self, Likeness::Plural | Likeness::Gaps | Likeness::OneLetter)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A pair of canonical names, by their places in key order.
pub(super) type Pair = (usize, usize);

/// Every canonical name, in key order, with its stems.
pub(super) struct NameList<'a> {
    pub(super) keys: Vec<&'a Key>,
    pub(super) stems: Vec<Stemmed>,
}

impl<'a> NameList<'a> {
    pub(super) fn of(ledger: &'a Ledger) -> Self {
        let keys: Vec<&Key> = ledger.keys().collect();
        let stems = keys.iter().map(|key| Stemmed::of(key.as_str())).collect();
        Self { keys, stems }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.keys.iter().enumerate().map(|(at, key)| (at, key.as_str()))
    }
}
