use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::{Direction, Relation, SessionId, Slot};

use super::chronology::Chronology;
use super::paged::PagedMap;
use super::statement::Statement;
use super::trait_record::TraitRecord;
use super::watch_note::{MeasureNote, WatchNote};
use super::{Key, Moment};

/// A report of how a factor has moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// The direction in which the factor moved.
    pub direction: Direction,
    /// By how much and since when, in the speaker's words.
    pub words: Option<String>,
    /// When it was said, in milliseconds since 1970.
    pub time: i64,
    /// The day it was said, in the session's own time zone.
    pub day: Date,
}

/// A promise about a thing, or about an arrow that starts at the thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct PromiseNote {
    /// The thing at the end of the arrow; `None` for a promise about the thing.
    pub(super) to: Option<Key>,
    /// Whether the promise names a person.
    pub(super) named: bool,
    /// Whether the promise names a day.
    pub(super) dated: bool,
}

/// Everything said under one name, before names are merged.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct NameRecord {
    /// Every spelling, with the moment at which it was first typed.
    spellings: BTreeMap<String, Moment>,
    /// The spelling that the latest renaming gave the name, with whether a person renamed it, and when. A person's
    /// renaming counts before one by the newer edition of an imported file.
    chosen: Option<(bool, Moment, String)>,
    pub(super) traits: TraitRecord,
    pub(super) observed: Chronology<Observation>,
    pub(super) ruled: Chronology<(Slot, String)>,
    pub(super) promises: Chronology<PromiseNote>,
    pub(super) watched: Chronology<WatchNote>,
    pub(super) measured: Chronology<MeasureNote>,
    /// What imported files say about it.
    pub(super) described: Chronology<String>,
    /// What was said about each arrow that starts at this name, by relation and end.
    pub(super) out: BTreeMap<Relation, PagedMap<Key, Chronology<Statement>>>,
    /// The starts of the arrows that end at this name, by relation.
    pub(super) into: BTreeMap<Relation, PagedMap<Key, ()>>,
}

impl NameRecord {
    /// Records a spelling of the name.
    pub(super) fn spell(&mut self, label: &str, moment: &Moment) {
        match self.spellings.get_mut(label) {
            Some(first) if *moment < *first => first.clone_from(moment),
            Some(_) => {}
            None => {
                self.spellings.insert(label.to_owned(), moment.clone());
            }
        }
    }

    /// Records the spelling that a renaming gives the name.
    pub(super) fn choose(&mut self, label: &str, moment: &Moment, by_person: bool) {
        if self.chosen.as_ref().is_none_or(|(person, known, _)| (*person, known) < (by_person, moment)) {
            self.chosen = Some((by_person, moment.clone(), label.to_owned()));
        }
    }

    /// Returns the spelling of the latest renaming; without one, of the first mention.
    pub(super) fn label(&self) -> &str {
        if let Some((.., chosen)) = &self.chosen {
            return chosen;
        }
        self.spellings.iter().min_by_key(|(_, moment)| *moment).map_or("", |(label, _)| label)
    }

    /// Returns the moment of the first mention.
    pub(super) fn first(&self) -> Option<&Moment> {
        self.spellings.values().min()
    }

    /// Returns the number of statements about the arrows that start at this name.
    pub(super) fn sayings(&self) -> usize {
        self.out.values().flat_map(PagedMap::values).map(Chronology::len).sum()
    }

    /// Returns the sessions in which something was said under this name.
    pub(super) fn heard_in(&self) -> impl Iterator<Item = &SessionId> {
        let named = self.spellings.values();
        let traits = self.traits.iter().map(|(moment, _)| moment);
        let observed = self.observed.iter().map(|(moment, _)| moment);
        let measured = self.measured.iter().map(|(moment, _)| moment);
        let watched = self.watched.iter().map(|(moment, _)| moment);
        let words = self.out.values().flat_map(PagedMap::values).flat_map(Chronology::iter).map(|(moment, _)| moment);
        let described = self.described.iter().map(|(moment, _)| moment);
        named
            .chain(described)
            .chain(traits)
            .chain(observed)
            .chain(measured)
            .chain(watched)
            .chain(words)
            .map(|moment| &moment.session)
    }

    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, &Moment)> {
        self.spellings.iter().map(|(label, moment)| (label.as_str(), moment))
    }
}
