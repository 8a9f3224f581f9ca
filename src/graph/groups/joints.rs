use std::collections::{BTreeMap, BTreeSet};

use petgraph::visit::EdgeRef;

use crate::graph::Graph;
use crate::record::Relation;

/// Whether arrows of this relation count for groups: all but those that say who answers for a thing and what it is part of,
/// since groups are compared with the units.
pub const fn is_grouping(relation: Relation) -> bool {
    !matches!(relation, Relation::Owns | Relation::In)
}

/// How strongly things are joined, in whole numbers: a symmetric table without empty entries.
#[derive(Clone, Debug)]
pub(super) struct Joints {
    /// For each thing, those that it is joined to, with the weights.
    beside: Vec<BTreeMap<usize, u64>>,
    /// For each thing, the weight inside it; above the first level a thing stands for a group.
    within: Vec<u64>,
}

impl Joints {
    /// Joins the things of a graph by the strengths of the arrows between them, in tenths.
    pub(super) fn of(graph: &Graph) -> Self {
        let inner = graph.inner();
        let arrows = inner.edge_references().filter(|edge| is_grouping(edge.weight().relation));
        let pairs = arrows.map(|edge| {
            let weight = u64::from(edge.weight().strength.tenths());
            (edge.source().index(), edge.target().index(), weight)
        });
        Self::between(inner.node_count(), pairs)
    }

    /// Joins `size` things by pairs with weights; a thing is not joined to itself.
    pub(super) fn between(size: usize, pairs: impl IntoIterator<Item = (usize, usize, u64)>) -> Self {
        let mut joints = Self { beside: vec![BTreeMap::new(); size], within: vec![0; size] };
        for (from, to, weight) in pairs.into_iter().filter(|(from, to, _)| from != to) {
            joints.join(from, to, weight);
            joints.join(to, from, weight);
        }
        joints
    }

    fn join(&mut self, from: usize, to: usize, weight: u64) {
        if let Some(beside) = self.beside.get_mut(from) {
            *beside.entry(to).or_default() += weight;
        }
    }

    pub(super) const fn size(&self) -> usize {
        self.beside.len()
    }

    pub(super) fn beside(&self, thing: usize) -> impl Iterator<Item = (usize, u64)> {
        self.beside.get(thing).into_iter().flatten().map(|(far, weight)| (*far, *weight))
    }

    /// Returns the weight of everything at a thing; what is inside it has two ends there.
    pub(super) fn degree(&self, thing: usize) -> u64 {
        2 * self.within.get(thing).copied().unwrap_or_default()
            + self.beside(thing).map(|(_, weight)| weight).sum::<u64>()
    }

    /// Returns twice the weight of everything.
    pub(super) fn total(&self) -> u64 {
        (0..self.size()).map(|thing| self.degree(thing)).sum()
    }

    /// Returns the table in which each group is one thing. `group` holds the group of each thing, numbered from 0 without gaps.
    pub(super) fn folded(&self, group: &[usize], groups: usize) -> Self {
        let of = |thing: usize| group.get(thing).copied().unwrap_or_default();
        let mut folded = Self { beside: vec![BTreeMap::new(); groups], within: vec![0; groups] };
        for thing in 0..self.size() {
            if let Some(within) = folded.within.get_mut(of(thing)) {
                *within += self.within.get(thing).copied().unwrap_or_default();
            }
            for (far, weight) in self.beside(thing) {
                if of(far) != of(thing) {
                    folded.join(of(thing), of(far), weight);
                } else if thing < far
                    && let Some(within) = folded.within.get_mut(of(thing))
                {
                    *within += weight;
                }
            }
        }
        folded
    }

    /// Returns the modularity of a partition: the share of weight inside groups, less the share that chance would put there.
    pub(super) fn modularity(&self, groups: &[Vec<usize>]) -> f64 {
        let total = self.total();
        if total == 0 {
            return 0.0;
        }
        let of_group = |things: &Vec<usize>| {
            let members: BTreeSet<usize> = things.iter().copied().collect();
            let near = things.iter().flat_map(|thing| self.beside(*thing)).filter(|(far, _)| members.contains(far));
            let inside = near.map(|(_, weight)| weight).sum::<u64>() as f64 / total as f64;
            let share = things.iter().map(|thing| self.degree(*thing)).sum::<u64>() as f64 / total as f64;
            inside - share * share
        };
        groups.iter().map(of_group).sum()
    }
}
