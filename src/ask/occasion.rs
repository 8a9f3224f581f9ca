use crate::exercise::Blanks;
use crate::graph::{Key, Thing};

use super::GapSide;
use super::slot::{QuestionSlot, fits};

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
    /// The things that fill blanks, by blank.
    filled: Vec<(&'static str, Thing)>,
    /// The reason for asking, in one plain sentence.
    pub(super) because: String,
    /// How much the subject is used on the map; among equal scores of what only imported files name, it decides.
    pub(super) used: usize,
    /// The side of its first thing on which it asks for arrows; `None` if it does not ask what else there is.
    pub(super) side: Option<GapSide>,
}

impl Occasion {
    /// Makes an occasion to ask about these things for this reason; the reach of all of them counts.
    pub(super) fn about<'k>(about: impl IntoIterator<Item = &'k Key>, because: String) -> Self {
        let about: Vec<Key> = about.into_iter().cloned().collect();
        Self {
            weighed: about.clone(),
            about,
            unit: None,
            blanks: Blanks::default(),
            filled: Vec::new(),
            because,
            used: 0,
            side: None,
        }
    }

    /// Counts the reach of this thing alone.
    pub(super) fn weighing(mut self, key: &Key) -> Self {
        self.weighed = vec![key.clone()];
        self
    }

    /// Sets how much the subject is used.
    pub(super) const fn used(mut self, used: usize) -> Self {
        self.used = used;
        self
    }

    /// Sets the side of its first thing on which it asks for arrows.
    pub(super) const fn open(mut self, side: GapSide) -> Self {
        self.side = Some(side);
        self
    }

    /// Sets the unit that could answer, if it is known.
    pub(super) fn asking(mut self, unit: Option<&Key>) -> Self {
        self.unit = unit.cloned();
        self
    }

    /// Fills a blank with the label of a thing.
    pub(super) fn thing(mut self, blank: &'static str, thing: &Thing) -> Self {
        self.blanks.agree(blank, thing.agreement());
        self.about_in(blank, thing).with(blank, &thing.label)
    }

    /// Fills a blank with words about a thing: "less Handle time".
    pub(super) fn words_of(self, blank: &'static str, thing: &Thing, words: String) -> Self {
        self.about_in(blank, thing).with(blank, words)
    }

    fn about_in(mut self, blank: &'static str, thing: &Thing) -> Self {
        self.filled.push((blank, thing.clone()));
        self
    }

    /// Whether all things in its blanks are of the kinds that these slots allow.
    pub(super) fn fits(&self, slots: &[QuestionSlot]) -> bool {
        let allowed = |blank: &str| slots.iter().find(|(name, _)| *name == blank).map(|(_, kinds)| *kinds);
        self.filled.iter().all(|(blank, thing)| allowed(blank).is_none_or(|kinds| fits(thing, kinds)))
    }

    /// Fills a blank.
    pub(super) fn with(mut self, blank: &'static str, words: impl Into<String>) -> Self {
        self.blanks.set(blank, Some(words.into()));
        self
    }
}
