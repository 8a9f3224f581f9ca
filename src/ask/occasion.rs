use crate::exercise::Blanks;
use crate::graph::Key;

/// Something that a template could be asked about.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// What it is about, in the template's own order.
    pub(super) about: Vec<Key>,
    /// The things whose reach counts; the furthest is taken.
    pub(super) weighed: Vec<Key>,
    /// The unit that could answer.
    pub(super) unit: Option<Key>,
    /// What its blanks are filled with.
    pub(super) blanks: Blanks,
    /// Why, in one plain sentence.
    pub(super) because: String,
}

impl Occasion {
    /// An occasion to ask about these things, for this reason; the reach of all of them counts.
    pub(super) fn about<'k>(about: impl IntoIterator<Item = &'k Key>, because: String) -> Self {
        let about: Vec<Key> = about.into_iter().cloned().collect();
        Self { weighed: about.clone(), about, unit: None, blanks: Blanks::default(), because }
    }

    /// With the reach of this thing alone.
    pub(super) fn weighing(mut self, key: &Key) -> Self {
        self.weighed = vec![key.clone()];
        self
    }

    /// Put to this unit, where it is known.
    pub(super) fn asking(mut self, unit: Option<&Key>) -> Self {
        self.unit = unit.cloned();
        self
    }

    /// With a blank filled.
    pub(super) fn with(mut self, blank: &'static str, words: impl Into<String>) -> Self {
        self.blanks.set(blank, Some(words.into()));
        self
    }
}
