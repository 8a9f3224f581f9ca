use std::collections::{BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::visit::EdgeRef;

use crate::record::Relation;

use super::Graph;

/// What acts on what: the things of a graph, joined in the direction in which a change travels.
///
/// A change travels along an effect (`affects`, `rewards`) and a supply (`feeds`), whatever their sign, and against a need:
/// what is needed acts on what needs it. Intent and belonging carry nothing. Things are numbered in key order; two things are
/// joined once, however many arrows lie between them, and no thing is joined to itself.
#[derive(Clone, Debug)]
pub struct Flow {
    ahead: Vec<Vec<usize>>,
    back: Vec<Vec<usize>>,
}

/// Returns the direction in which a change travels along an arrow of this relation; `None` if it carries nothing.
pub(super) const fn travels(relation: Relation) -> Option<Direction> {
    match relation {
        Relation::Affects | Relation::Rewards | Relation::Feeds => Some(Direction::Outgoing),
        Relation::Needs => Some(Direction::Incoming),
        _ => None,
    }
}

impl Flow {
    /// Collects the joined things of a graph.
    pub fn of(graph: &Graph) -> Self {
        let inner = graph.inner();
        let pairs = inner.edge_references().filter_map(|edge| {
            let (from, to) = (edge.source().index(), edge.target().index());
            let forwards = travels(edge.weight().relation)? == Direction::Outgoing;
            Some(if forwards { (from, to) } else { (to, from) })
        });
        Self::between(inner.node_count(), pairs)
    }

    /// Joins `size` things by pairs of numbers: a change travels from the first to the second.
    pub fn between(size: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let pairs: BTreeSet<(usize, usize)> = pairs.into_iter().filter(|(from, to)| from != to).collect();
        let mut flow = Self { ahead: vec![Vec::new(); size], back: vec![Vec::new(); size] };
        for (from, to) in pairs {
            if let Some((ahead, back)) = flow.ahead.get_mut(from).zip(flow.back.get_mut(to)) {
                ahead.push(to);
                back.push(from);
            }
        }
        flow
    }

    /// Returns the number of things, joined or not.
    pub const fn size(&self) -> usize {
        self.ahead.len()
    }

    /// Returns the things that the thing with this number acts on (`Outgoing`), or that act on it (`Incoming`), in order.
    pub fn beside(&self, thing: usize, direction: Direction) -> &[usize] {
        let beside = if direction == Direction::Outgoing { &self.ahead } else { &self.back };
        beside.get(thing).map_or(&[], Vec::as_slice)
    }

    /// Whether anything is joined to the thing with this number.
    pub fn is_joined(&self, thing: usize) -> bool {
        [Direction::Outgoing, Direction::Incoming]
            .into_iter()
            .any(|direction| !self.beside(thing, direction).is_empty())
    }

    /// Returns what is reached from any of these things over at most `steps` joints, with the things themselves, nearest
    /// first.
    pub fn reached(&self, from: impl IntoIterator<Item = usize>, direction: Direction, steps: usize) -> Vec<usize> {
        let mut seen = vec![false; self.size()];
        let mut found = Vec::new();
        let mut waiting: VecDeque<(usize, usize)> = from.into_iter().map(|thing| (thing, 0)).collect();
        while let Some((thing, distance)) = waiting.pop_front() {
            if seen.get(thing).copied().unwrap_or(true) {
                continue;
            }
            if let Some(seen) = seen.get_mut(thing) {
                *seen = true;
            }
            found.push(thing);
            if distance < steps {
                waiting.extend(self.beside(thing, direction).iter().map(|far| (*far, distance + 1)));
            }
        }
        found
    }
}
