use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link};
use crate::record::{Kind, Relation};

use super::field::Field;

/// How a change relates to a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FootprintRole {
    /// It is meant to move it, or moves it, in any direction.
    Moves,
    /// It cannot work without it.
    Needs,
    /// It supplies it.
    Makes,
}

impl FootprintRole {
    /// What an arrow from a change to a thing says about the two.
    pub(super) const fn of(relation: Relation) -> Option<Self> {
        match relation {
            Relation::Aims | Relation::Affects => Some(FootprintRole::Moves),
            Relation::Needs => Some(FootprintRole::Needs),
            Relation::Feeds => Some(FootprintRole::Makes),
            _ => None,
        }
    }
}

/// A thing with its role for a change, so that the maker and the user of a thing have nothing in common.
pub(super) type FootprintItem<'a> = (FootprintRole, &'a Key);

/// What every initiative touches, and which of them build on each other.
#[derive(Debug, Default)]
pub(super) struct Footprints<'a> {
    items: BTreeMap<&'a Key, BTreeSet<FootprintItem<'a>>>,
    touching: BTreeMap<FootprintItem<'a>, BTreeSet<&'a Key>>,
    built: BTreeSet<(&'a Key, &'a Key)>,
}

impl<'a> Footprints<'a> {
    pub(super) fn of(field: &Field<'a>) -> Self {
        let mut prints = Self::default();
        for Link { from, to, arrow } in field.graph.links().filter(|link| link.from.kind == Kind::Initiative) {
            if let Some(role) = FootprintRole::of(arrow.relation) {
                prints.items.entry(&from.key).or_default().insert((role, &to.key));
                prints.touching.entry((role, &to.key)).or_default().insert(&from.key);
            } else if arrow.relation == Relation::Builds {
                prints.built.insert((&from.key, &to.key));
            }
        }
        prints
    }

    /// Every two initiatives that move one thing, in key order, each pair once.
    pub(super) fn pairs(&self) -> BTreeSet<(&'a Key, &'a Key)> {
        let moved = self.touching.iter().filter(|((role, _), _)| *role == FootprintRole::Moves);
        moved.flat_map(|(_, movers)| pairs(movers)).collect()
    }

    /// Whether one of the two builds on the other.
    pub(super) fn are_joined(&self, one: &Key, other: &Key) -> bool {
        self.built.contains(&(one, other)) || self.built.contains(&(other, one))
    }

    /// What both touch in the same role, in order.
    pub(super) fn shared(&self, one: &Key, other: &Key) -> Vec<FootprintItem<'a>> {
        let (Some(one), Some(other)) = (self.items.get(one), self.items.get(other)) else { return Vec::new() };
        one.intersection(other).copied().collect()
    }

    /// What both touch, divided by what either touches. A thing counts less the more changes touch it.
    pub(super) fn overlap(&self, one: &Key, other: &Key) -> f64 {
        let (Some(one), Some(other)) = (self.items.get(one), self.items.get(other)) else { return 0.0 };
        self.weight(one.intersection(other)) / self.weight(one.union(other))
    }

    fn weight<'i>(&self, items: impl Iterator<Item = &'i FootprintItem<'a>>) -> f64
    where
        'a: 'i,
    {
        items.filter_map(|item| self.touching.get(item)).map(|touching| 1.0 / touching.len() as f64).sum()
    }
}

/// Every pair of a set, in order.
fn pairs<T: Copy>(set: &BTreeSet<T>) -> impl Iterator<Item = (T, T)> + '_ {
    set.iter().enumerate().flat_map(move |(at, one)| set.iter().skip(at + 1).map(move |other| (*one, *other)))
}
