//! Which things belong to a picture, the most important first: those it is about, and then what is near them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{FilteredGraph, Graph, Key, Link};
use crate::record::Relation;

/// The arrows that a picture for the room shows: effects, and what things need of each other and are meant to move. Who
/// answers for what is not drawn.
pub(super) fn is_pictured(link: Link<'_>) -> bool {
    link.arrow.is_drawn() && !matches!(link.arrow.relation, Relation::Owns | Relation::In | Relation::Covers)
}

/// The things of a picture, in the order in which they are drawn while there is room.
#[derive(Clone, Debug, Default)]
pub(super) struct RankedThings {
    /// The things: first those that the picture is about, then the nearer ones.
    things: Vec<Key>,
    /// The number of things that it is about.
    about: usize,
    /// The number of things that are near enough to be in the picture, those included that it is about; the others
    /// stand in it from before.
    near: usize,
}

impl RankedThings {
    /// Returns the things within `steps` arrows of some things. `standing` are the things of the picture before: those
    /// are drawn rather than new ones, and stay as long as there is room.
    pub(super) fn near(shown: &FilteredGraph<'_>, about: &[Key], steps: u16, standing: &BTreeSet<Key>) -> Self {
        let beside = neighbours(shown);
        let mut far: BTreeMap<&Key, usize> = BTreeMap::new();
        let mut front: Vec<&Key> = about.iter().filter(|key| shown.has(key)).collect();
        let order: Vec<Key> = front.iter().map(|key| (*key).clone()).collect();
        far.extend(front.iter().map(|key| (*key, 0)));
        for step in 1..=usize::from(steps) {
            let next = front.iter().filter_map(|key| beside.get(*key)).flatten().copied();
            let next: BTreeSet<&Key> = next.filter(|key| !far.contains_key(*key)).collect();
            far.extend(next.iter().map(|key| (*key, step)));
            front = next.into_iter().collect();
        }
        let beyond = usize::from(steps) + 1;
        for key in standing.iter().filter(|key| shown.has(key)) {
            far.entry(key).or_insert(beyond);
        }
        let busy = |key: &Key| beside.get(key).map_or(0, BTreeSet::len);
        let mut others: Vec<(usize, bool, Reverse<usize>, &Key)> = far
            .iter()
            .filter(|(key, _)| !order.contains(key))
            .map(|(key, far)| (*far, !standing.contains(*key), Reverse(busy(key)), *key))
            .collect();
        others.sort_unstable();
        let about = order.len();
        let near = about + others.iter().filter(|(far, ..)| *far < beyond).count();
        let things = order.into_iter().chain(others.into_iter().map(|(.., key)| key.clone())).collect();
        Self { things, about, near }
    }

    /// Returns the things with an arrow, at most `most`: first the one with the most arrows, and then always the one
    /// with the most arrows to those before it, so that a part of the map holds as many of its arrows as possible.
    pub(super) fn all(shown: &FilteredGraph<'_>, most: usize) -> Self {
        let beside = neighbours(shown);
        let mut joined: BTreeMap<&Key, usize> = beside.keys().map(|key| (*key, 0)).collect();
        let mut things = Vec::new();
        while things.len() < most {
            let rank = |(key, joined): &(&&Key, &usize)| (**joined, beside.get(**key).map_or(0, BTreeSet::len));
            // Among equals the first in the order of keys.
            let Some((next, _)) = joined.iter().rev().max_by_key(rank) else { break };
            let next: &Key = next;
            joined.remove(next);
            for other in beside.get(next).into_iter().flatten() {
                if let Some(joined) = joined.get_mut(*other) {
                    *joined += 1;
                }
            }
            things.push(next.clone());
        }
        things.extend(joined.into_keys().cloned());
        Self { near: things.len(), things, about: 0 }
    }

    /// The things in their order.
    pub(super) fn all_things(&self) -> &[Key] {
        &self.things
    }

    /// The things that the picture is about.
    pub(super) fn about(&self) -> &[Key] {
        self.things.get(..self.about).unwrap_or_default()
    }

    /// The things that are near enough to be in the picture.
    pub(super) fn near_things(&self) -> &[Key] {
        self.things.get(..self.near).unwrap_or_default()
    }
}

/// Returns the part of a graph that a picture may show.
pub(super) fn pictured(graph: &Graph) -> FilteredGraph<'_> {
    graph.shown(&crate::graph::Filter::default()).with_arrows(is_pictured)
}

fn neighbours<'g>(shown: &FilteredGraph<'g>) -> BTreeMap<&'g Key, BTreeSet<&'g Key>> {
    let mut beside: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
    for link in shown.links().filter(|link| link.from.key != link.to.key) {
        beside.entry(&link.from.key).or_default().insert(&link.to.key);
        beside.entry(&link.to.key).or_default().insert(&link.from.key);
    }
    beside
}
