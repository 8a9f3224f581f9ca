use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link};
use crate::record::{Kind, Relation};

use super::field::Field;
use super::thresholds::{LISTED_CROWD, TOPIC};

/// The role of a thing for an initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum FootprintRole {
    /// The initiative moves the thing, or aims to, in any direction.
    Moves,
    /// The initiative needs the thing.
    Needs,
    /// The initiative supplies the thing.
    Makes,
}

impl FootprintRole {
    /// Returns the role that an arrow of this relation gives to the thing at its end; `None` if it gives none.
    pub(super) const fn of(relation: Relation) -> Option<Self> {
        match relation {
            Relation::Aims | Relation::Affects => Some(FootprintRole::Moves),
            Relation::Needs => Some(FootprintRole::Needs),
            Relation::Feeds => Some(FootprintRole::Makes),
            _ => None,
        }
    }
}

/// A thing with its role. Because of the role, an initiative that supplies a thing and one that needs it have nothing
/// in common.
pub(super) type FootprintItem<'a> = (FootprintRole, &'a Key);

/// The footprint of every initiative, and the pairs of which one builds on the other.
#[derive(Debug, Default)]
pub(super) struct Footprints<'a> {
    items: BTreeMap<&'a Key, BTreeSet<FootprintItem<'a>>>,
    touching: BTreeMap<FootprintItem<'a>, BTreeSet<&'a Key>>,
    built: BTreeSet<(&'a Key, &'a Key)>,
    /// The initiatives that only imported files name.
    listed: BTreeSet<&'a Key>,
}

impl<'a> Footprints<'a> {
    pub(super) fn of(field: &Field<'a>) -> Self {
        let mut prints = Self::default();
        for Link { from, to, arrow } in field.graph.links().filter(|link| link.from.kind == Kind::Initiative) {
            if from.imported {
                prints.listed.insert(&from.key);
            }
            if let Some(role) = FootprintRole::of(arrow.relation) {
                prints.items.entry(&from.key).or_default().insert((role, &to.key));
                prints.touching.entry((role, &to.key)).or_default().insert(&from.key);
            } else if arrow.relation == Relation::Builds {
                prints.built.insert((&from.key, &to.key));
            }
        }
        prints
    }

    /// Returns every two initiatives that move the same thing, in key order, each pair once. Of a thing that very many
    /// move, two that only imported files name are no pair: a register has millions of those, and they say nothing.
    pub(super) fn pairs(&self) -> BTreeSet<(&'a Key, &'a Key)> {
        let moved = self.touching.iter().filter(|((role, _), _)| *role == FootprintRole::Moves);
        moved.flat_map(|(_, movers)| self.pairs_among(movers)).collect()
    }

    fn pairs_among(&self, movers: &BTreeSet<&'a Key>) -> Vec<(&'a Key, &'a Key)> {
        if movers.len() <= LISTED_CROWD {
            return pairs(movers).collect();
        }
        let spoken = movers.difference(&self.listed);
        let with_others =
            spoken.flat_map(|one| movers.iter().filter(move |other| *other != one).map(move |other| (one, other)));
        with_others.map(|(one, other)| (*one.min(other), *one.max(other))).collect()
    }

    /// Whether one of the two builds on the other.
    pub(super) fn are_joined(&self, one: &Key, other: &Key) -> bool {
        self.built.contains(&(one, other)) || self.built.contains(&(other, one))
    }

    /// Returns the things that both touch in the same role, in order, without topics: what very many touch says only what
    /// their field is, and not that they do one job.
    pub(super) fn shared(&self, one: &Key, other: &Key) -> Vec<FootprintItem<'a>> {
        let (Some(one), Some(other)) = (self.items.get(one), self.items.get(other)) else { return Vec::new() };
        one.intersection(other).filter(|item| !self.is_topic(item)).copied().collect()
    }

    fn is_topic(&self, item: &FootprintItem<'_>) -> bool {
        self.touching.get(item).is_some_and(|touching| touching.len() > TOPIC)
    }

    /// Returns the number of things that so many move that listed ones among them are no pairs.
    pub(super) fn crowds(&self) -> usize {
        let moved = self.touching.iter().filter(|((role, _), _)| *role == FootprintRole::Moves);
        moved.filter(|(_, movers)| movers.len() > LISTED_CROWD).count()
    }

    /// Returns the weight of what both touch, divided by the weight of what either touches, from 0 to 1. A thing that
    /// many initiatives touch has a low weight.
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

/// Returns every pair of elements of a set, in order.
fn pairs<T: Copy>(set: &BTreeSet<T>) -> impl Iterator<Item = (T, T)> + '_ {
    set.iter().enumerate().flat_map(move |(at, one)| set.iter().skip(at + 1).map(move |other| (*one, *other)))
}
