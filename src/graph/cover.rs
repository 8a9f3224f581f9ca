use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;

use crate::record::Kind;

use super::{Flow, Graph, Key};

/// The units that have to be in the room so that together they reach most of a map.
///
/// A unit reaches the things that it answers for, and what these act on within [`RoomCover::STEPS`] arrows (the reach of a set
/// in Borgatti 2006). Units are not things to be reached. Units are added one by one, each time the one that adds most; such a
/// choice reaches at least 63 percent of what the best choice of as many would (Nemhauser, Wolsey and Fisher 1978).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomCover {
    /// The chosen units, each with the number of things that it adds.
    pub units: Vec<(Key, usize)>,
    /// The number of things that they reach.
    pub reached: usize,
    /// The number of things that all units together reach.
    pub reachable: usize,
    /// The things that no unit reaches, in key order.
    pub unreached: Vec<Key>,
    /// The number of things that are no units.
    pub things: usize,
}

impl RoomCover {
    /// The maximum number of arrows over which a unit reaches a thing.
    pub const STEPS: usize = 2;
    /// The maximum number of chosen units.
    pub const MOST: usize = 6;
    /// The choice ends when this many hundredths of what all units reach are reached.
    const ENOUGH: usize = 90;

    /// Chooses the units. Of units that add equally much, the first in key order is taken.
    pub fn of(graph: &Graph) -> Self {
        let reach = Self::reach(graph);
        let all: BTreeSet<usize> = reach.values().flatten().copied().collect();
        let mut cover = Self {
            reachable: all.len(),
            things: graph.things().filter(|thing| thing.kind != Kind::Party).count(),
            unreached: graph
                .things()
                .enumerate()
                .filter(|(at, thing)| thing.kind != Kind::Party && !all.contains(at))
                .map(|(_, thing)| thing.key.clone())
                .collect(),
            ..Self::default()
        };
        let mut left = all;
        while cover.units.len() < Self::MOST && 100 * cover.reached < Self::ENOUGH * cover.reachable {
            let adds = |reached: &BTreeSet<usize>| reached.intersection(&left).count();
            let next = reach.iter().rev().map(|(unit, reached)| (adds(reached), unit)).max_by_key(|(adds, _)| *adds);
            let Some((adds, unit)) = next.filter(|(adds, _)| *adds > 0) else { break };
            cover.reached += adds;
            left.retain(|thing| reach.get(unit).is_none_or(|reached| !reached.contains(thing)));
            cover.units.push((unit.clone(), adds));
        }
        cover
    }

    /// Returns for each unit the numbers of the things that it reaches.
    pub fn reach(graph: &Graph) -> BTreeMap<Key, BTreeSet<usize>> {
        let flow = Flow::of(graph);
        let things = graph.things().enumerate();
        let parties: BTreeSet<usize> =
            things.filter(|(_, thing)| thing.kind == Kind::Party).map(|(at, _)| at).collect();
        let mut own: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for (at, thing) in graph.things().enumerate() {
            if let Some(unit) = &thing.unit {
                own.entry(unit.clone()).or_default().push(at);
            }
        }
        let reached = own.into_iter().map(|(unit, own)| {
            let reached = flow.reached(own, Direction::Outgoing, Self::STEPS).into_iter();
            (unit, reached.filter(|thing| !parties.contains(thing)).collect())
        });
        reached.collect()
    }
}
