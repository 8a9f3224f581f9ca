use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::record::{Direction, Relation, SessionId, Slot};

use super::kept::{At, Gathered, Keep, Packed, Texts};
use super::timeline::Chronology;
use super::traits::Trait;
use super::word::Statement;
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
    /// The day, where it was said.
    pub day: Date,
}

/// A promise about a thing, or about an arrow that starts there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PromiseNote {
    /// The other end of the arrow.
    pub(super) to: Option<Key>,
    /// Somebody is named.
    pub(super) named: bool,
    /// A day is named.
    pub(super) dated: bool,
}

/// Everything said under one name, before names are merged.
#[derive(Clone, Debug, Default)]
pub(super) struct NameRecord {
    /// Every way it was typed, with its first moment.
    spellings: BTreeMap<String, Moment>,
    pub(super) traits: Chronology<Trait>,
    pub(super) observed: Chronology<Observation>,
    pub(super) ruled: Chronology<(Slot, String)>,
    pub(super) promises: Chronology<PromiseNote>,
    /// What was said about each arrow that starts here.
    pub(super) out: BTreeMap<Relation, BTreeMap<Key, Chronology<Statement>>>,
    /// Where arrows to here start.
    pub(super) into: BTreeMap<Relation, BTreeSet<Key>>,
}

impl NameRecord {
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

    /// How much was said about the arrows that start here.
    pub(super) fn sayings(&self) -> usize {
        self.out.values().flat_map(BTreeMap::values).map(Chronology::len).sum()
    }

    /// The sessions in which something was said under this name.
    pub(super) fn heard_in(&self) -> impl Iterator<Item = &SessionId> {
        let named = self.spellings.values();
        let traits = self.traits.iter().map(|(moment, _)| moment);
        let observed = self.observed.iter().map(|(moment, _)| moment);
        let words = self.out.values().flat_map(|out| out.values()).flat_map(Chronology::iter).map(|(moment, _)| moment);
        named.chain(traits).chain(observed).chain(words).map(|moment| &moment.session)
    }

    pub(super) fn spellings(&self) -> impl Iterator<Item = (&str, &Moment)> {
        self.spellings.iter().map(|(label, moment)| (label.as_str(), moment))
    }
}

impl Keep for PromiseNote {
    type Packed = (Packed<Option<Key>>, bool, bool);

    fn packed(&self, texts: &mut Gathered) -> Self::Packed {
        (self.to.packed(texts), self.named, self.dated)
    }

    fn taken_up((to, named, dated): Self::Packed, texts: &Texts) -> Option<Self> {
        Some(Self { to: Keep::taken_up(to, texts)?, named, dated })
    }
}

/// A name with every field in its place.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct PackedName {
    spellings: Vec<(At, Packed<Moment>)>,
    traits: Packed<Chronology<Trait>>,
    observed: Packed<Chronology<Observation>>,
    ruled: Packed<Chronology<(Slot, String)>>,
    promises: Packed<Chronology<PromiseNote>>,
    out: Packed<BTreeMap<Relation, BTreeMap<Key, Chronology<Statement>>>>,
    into: Packed<BTreeMap<Relation, BTreeSet<Key>>>,
}

impl Keep for NameRecord {
    type Packed = PackedName;

    fn packed(&self, texts: &mut Gathered) -> PackedName {
        let spelled = self.spellings.iter();
        PackedName {
            spellings: spelled.map(|(label, moment)| (texts.at(label), moment.packed(texts))).collect(),
            traits: self.traits.packed(texts),
            observed: self.observed.packed(texts),
            ruled: self.ruled.packed(texts),
            promises: self.promises.packed(texts),
            out: self.out.packed(texts),
            into: self.into.packed(texts),
        }
    }

    fn taken_up(packed: PackedName, texts: &Texts) -> Option<Self> {
        let spelled = packed.spellings.into_iter().map(|(label, moment)| {
            let label = texts.get(label)?.as_ref().to_owned();
            Some((label, Keep::taken_up(moment, texts)?))
        });
        Some(Self {
            spellings: spelled.collect::<Option<_>>()?,
            traits: Keep::taken_up(packed.traits, texts)?,
            observed: Keep::taken_up(packed.observed, texts)?,
            ruled: Keep::taken_up(packed.ruled, texts)?,
            promises: Keep::taken_up(packed.promises, texts)?,
            out: Keep::taken_up(packed.out, texts)?,
            into: Keep::taken_up(packed.into, texts)?,
        })
    }
}
