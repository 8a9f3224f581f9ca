use strum::IntoStaticStr;

use super::stems::Stemmed;
use crate::graph::{Key, Ledger};

/// The reason why two names may stand for one thing; the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Likeness {
    /// They are the same words, one in the singular and one in the plural.
    Plural,
    /// They have the same letters, with spaces at other positions.
    Gaps,
    /// One consists of the initials of the other's words.
    Initials,
    /// They are one name, owned by several organisations: `Triage (Claims)` and `Triage (Sales)`.
    Namesake,
    /// They differ in one letter: it is another one, is missing, or changed its position.
    #[strum(serialize = "one letter")]
    OneLetter,
    /// They differ in two letters.
    #[strum(serialize = "two letters")]
    TwoLetters,
    /// One is the beginning of the other and ends within a word.
    Begun,
    /// All words of one occur in the other.
    Within,
    /// They have the same neighbours, by the same relations.
    Beside,
}

impl Likeness {
    /// Whether the reason is strong enough to pair even names of two kinds, since one of the kinds may be wrong.
    pub(super) const fn is_close(self) -> bool {
        matches!(self, Likeness::Plural | Likeness::Gaps | Likeness::Namesake | Likeness::OneLetter)
    }

    /// Returns its name, as written in JSON.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// A pair of canonical names, by their indices in key order.
pub(super) type Pair = (usize, usize);

/// Every canonical name with its stems, in key order.
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
