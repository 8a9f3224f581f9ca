use crate::graph::Key;

/// A heading with sentences about the whole map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewSection {
    /// The heading.
    pub heading: &'static str,
    /// The sentences; never none.
    pub lines: Vec<OverviewLine>,
}

/// A sentence about the whole map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewLine {
    /// The sentence.
    pub says: String,
    /// What one could do about it; empty if there is nothing to do.
    pub could: String,
    /// The filter that shows what the sentence counts; empty if there is none.
    pub filter: &'static str,
    /// The things that it names, the most important first.
    pub things: Vec<Key>,
}

impl OverviewLine {
    pub(super) fn new(says: String) -> Self {
        Self { says, ..Self::default() }
    }

    pub(super) fn could(self, could: impl Into<String>) -> Self {
        Self { could: could.into(), ..self }
    }

    pub(super) fn shown_by(self, filter: &'static str) -> Self {
        Self { filter, ..self }
    }

    pub(super) fn naming(self, things: impl IntoIterator<Item = Key>) -> Self {
        Self { things: things.into_iter().collect(), ..self }
    }
}
