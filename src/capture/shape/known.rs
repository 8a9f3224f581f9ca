use crate::graph::Ledger;
use crate::record::{Sign, Want};

/// Answers what a reader of sentences asks about names that were used before.
pub(crate) trait KnownNames {
    /// Whether a thing of this name is known.
    fn knows(&self, label: &str) -> bool;

    /// Whether a known thing was typed with this word as a word of its own.
    fn is_spelled_with(&self, label: &str, word: &str) -> bool;

    /// Whether more (plus) or less (minus) of a known thing is wanted; `None` if nobody said.
    fn wanted(&self, label: &str) -> Option<Sign>;
}

impl KnownNames for Ledger {
    fn knows(&self, label: &str) -> bool {
        self.thing(label).is_some()
    }

    fn is_spelled_with(&self, label: &str, word: &str) -> bool {
        Self::is_spelled_with(self, label, word)
    }

    fn wanted(&self, label: &str) -> Option<Sign> {
        match Self::wanted(self, label)? {
            Want::Up => Some(Sign::Plus),
            Want::Down => Some(Sign::Minus),
            Want::Steady => None,
        }
    }
}
