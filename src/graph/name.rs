use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::record::{Direction, Relation, Slot};

use super::timeline::Timeline;
use super::traits::Trait;
use super::word::Word;
use super::{Key, Moment};

/// Somebody saw a factor move.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Observation {
    /// Which way.
    pub direction: Direction,
    /// How much and since when, in their words.
    pub words: Option<String>,
    /// When it was said, in milliseconds since 1970.
    pub time: i64,
}

/// A promise about a thing, or about an arrow that starts there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Promise {
    /// The other end of the arrow.
    pub(super) to: Option<Key>,
    /// Somebody is named.
    pub(super) named: bool,
    /// A day is named.
    pub(super) dated: bool,
}

/// Everything said under one name, before names are merged.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct Name {
    /// Every way it was typed, with its first moment.
    spellings: BTreeMap<String, Moment>,
    pub(super) traits: Timeline<Trait>,
    pub(super) observed: Timeline<Observation>,
    pub(super) ruled: Timeline<(Slot, String)>,
    pub(super) promises: Timeline<Promise>,
    /// What was said about each arrow that starts here.
    pub(super) out: BTreeMap<Relation, BTreeMap<Key, Timeline<Word>>>,
    /// Where arrows to here start.
    pub(super) into: BTreeMap<Relation, BTreeSet<Key>>,
}

impl Name {
    /// Notes how the name was typed.
    pub(super) fn spell(&mut self, label: &str, moment: &Moment) {
        match self.spellings.get_mut(label) {
            Some(first) if *moment < *first => first.clone_from(moment),
            Some(_) => {}
            None => {
                self.spellings.insert(label.to_owned(), moment.clone());
            }
        }
    }

    /// The spelling of the first mention.
    pub(super) fn label(&self) -> &str {
        self.spellings.iter().min_by_key(|(_, moment)| *moment).map_or("", |(label, _)| label)
    }

    /// The moment of the first mention.
    pub(super) fn first(&self) -> Option<&Moment> {
        self.spellings.values().min()
    }

    /// The sessions in which something was said under this name.
    pub(super) fn heard_in(&self) -> impl Iterator<Item = &Arc<str>> {
        let named = self.spellings.values();
        let traits = self.traits.iter().map(|(moment, _)| moment);
        let observed = self.observed.iter().map(|(moment, _)| moment);
        let words = self.out.values().flat_map(|out| out.values()).flat_map(Timeline::iter).map(|(moment, _)| moment);
        named.chain(traits).chain(observed).chain(words).map(|moment| &moment.session)
    }

    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, &Moment)> {
        self.spellings.iter().map(|(label, moment)| (label.as_str(), moment))
    }
}
