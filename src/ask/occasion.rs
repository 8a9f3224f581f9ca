use crate::exercise::Blanks;
use crate::graph::Key;

/// An occasion to use a template: the things in the graph that it could ask about.
#[derive(Clone, Debug)]
pub(super) struct Occasion {
    /// The things it is about, in the order that the template defines.
    pub(super) about: Vec<Key>,
    /// The things whose reach counts; the largest reach is taken.
    pub(super) weighed: Vec<Key>,
    /// The unit that could answer; `None` if any unit could.
    pub(super) unit: Option<Key>,
    /// The words for the blanks of the template.
    pub(super) blanks: Blanks,
    /// The reason for asking, in one plain sentence.
    pub(super) because: String,
}

impl Occasion {
    /// Makes an occasion to ask about these things for this reason; the reach of all of them counts.
    pub(super) fn about<'k>(about: impl IntoIterator<Item = &'k Key>, because: String) -> Self {
        let about: Vec<Key> = about.into_iter().cloned().collect();
        Self { weighed: about.clone(), about, unit: None, blanks: Blanks::default(), because }
    }

    /// Counts the reach of this thing alone.
    pub(super) fn weighing(mut self, key: &Key) -> Self {
        self.weighed = vec![key.clone()];
        self
    }

    /// Sets the unit that could answer, if it is known.
    pub(super) fn asking(mut self, unit: Option<&Key>) -> Self {
        self.unit = unit.cloned();
        self
    }

    /// Fills a blank.
    pub(super) fn with(mut self, blank: &'static str, words: impl Into<String>) -> Self {
        self.blanks.set(blank, Some(words.into()));
        self
    }
}
