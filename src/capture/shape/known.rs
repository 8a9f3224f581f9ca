use crate::graph::Ledger;

/// Answers what a reader of sentences asks about names that were used before.
pub(crate) trait KnownNames {
    /// Whether a thing of this name is known.
    fn knows(&self, label: &str) -> bool;

    /// Whether a known thing was typed with this word as a word of its own.
    fn is_spelled_with(&self, label: &str, word: &str) -> bool;
}

impl KnownNames for Ledger {
    fn knows(&self, label: &str) -> bool {
        self.thing(label).is_some()
    }

    fn is_spelled_with(&self, label: &str, word: &str) -> bool {
        Self::is_spelled_with(self, label, word)
    }
}
