use std::collections::BTreeSet;

use crate::record::Relation;

use super::chronology::Chronology;
use super::paged::PagedMap;
use super::statement::Statement;
use super::{Key, Ledger, Moment};

/// The side of a thing on which an arrow lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ArrowSide {
    /// Arrows that lead to the thing.
    Into,
    /// Arrows that start at the thing.
    Out,
}

impl ArrowSide {
    /// Returns start and end of the arrow on this side between a thing and its neighbour.
    pub(super) const fn ends<'a>(self, thing: &'a Key, beside: &'a Key) -> (&'a Key, &'a Key) {
        match self {
            ArrowSide::Into => (beside, thing),
            ArrowSide::Out => (thing, beside),
        }
    }
}

impl Ledger {
    /// Returns the neighbours of a thing in a relation, by what was said under any of their names; never the thing
    /// itself.
    pub(super) fn beside(&self, thing: &Key, relation: Relation, side: ArrowSide) -> BTreeSet<&Key> {
        let mut beside = BTreeSet::new();
        for name in self.aliases().all(thing).filter_map(|key| self.names.get(key)) {
            match side {
                ArrowSide::Into => {
                    beside.extend(name.into.get(&relation).into_iter().flat_map(PagedMap::keys));
                }
                ArrowSide::Out => {
                    beside.extend(name.out.get(&relation).into_iter().flat_map(PagedMap::keys));
                }
            }
        }
        beside.into_iter().map(|key| self.aliases().canonical(key)).filter(|canonical| *canonical != thing).collect()
    }

    /// Returns the neighbours of a thing on one side with the relation of each, in order.
    pub(super) fn sorted_beside(&self, thing: &Key, side: ArrowSide) -> Vec<(&Key, Relation)> {
        let related = |relation| self.beside(thing, relation, side).into_iter().map(move |key| (key, relation));
        let mut beside: Vec<_> = Relation::ALL.into_iter().flat_map(related).collect();
        beside.sort_unstable();
        beside
    }

    /// Returns what was said about the arrow between two things, under any of their names, in time order.
    pub(super) fn words(&self, from: &Key, to: &Key, relation: Relation) -> Vec<&(Moment, Statement)> {
        let mut words = Vec::new();
        for source in self.aliases().all(from).filter_map(|key| self.names.get(key)) {
            if let Some(out) = source.out.get(&relation) {
                let told = self.aliases().all(to).filter_map(|key| out.get(key));
                words.extend(told.flat_map(Chronology::iter));
            }
        }
        words.sort_by_key(|(moment, _)| moment);
        words
    }
}
