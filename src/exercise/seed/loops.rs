use std::collections::{BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{StepContext, Subject};
use crate::graph::{Arrow, Thing};
use crate::record::Sign;

/// A story that is told in one breath has no more stations than this.
const LONGEST: usize = 6;

/// As many loops as a room can work on.
const LOOPS: usize = 5;

/// Loops among arrows whose direction is agreed, the shortest first: for each thing the shortest way back to it.
pub(super) fn loops(scene: &StepContext<'_>) -> Vec<Subject> {
    let graph = scene.graph.inner();
    let mut seen = BTreeSet::new();
    let mut found: Vec<Vec<NodeIndex>> = Vec::new();
    for start in graph.node_indices() {
        let Some(round) = way_back(graph, start) else { continue };
        if seen.insert(round.iter().copied().collect::<BTreeSet<_>>()) {
            found.push(round);
        }
    }
    found.sort_by_key(Vec::len);
    found.iter().take(LOOPS).filter_map(|round| told(graph, round)).collect()
}

/// The arrows that carry an effect of a known direction.
fn effects(graph: &DiGraph<Thing, Arrow>, from: NodeIndex) -> impl Iterator<Item = NodeIndex> {
    let edges = graph.edges_directed(from, Direction::Outgoing);
    let carrying = edges.filter(|edge| matches!(edge.weight().effect(), Sign::Plus | Sign::Minus));
    let mut targets: Vec<NodeIndex> = carrying.map(|edge| edge.target()).collect();
    targets.sort();
    targets.into_iter()
}

/// The shortest way from a thing back to itself, breadth first.
fn way_back(graph: &DiGraph<Thing, Arrow>, start: NodeIndex) -> Option<Vec<NodeIndex>> {
    let mut ways = VecDeque::from([vec![start]]);
    let mut met = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in effects(graph, *way.last()?) {
            if next == start {
                return Some(way);
            }
            if way.len() < LONGEST && met.insert(next) {
                ways.push_back(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

/// A loop as it is told; right is said to all of it.
fn told(graph: &DiGraph<Thing, Arrow>, round: &[NodeIndex]) -> Option<Subject> {
    let labels: Vec<String> =
        round.iter().filter_map(|&at| graph.node_weight(at)).map(|thing| thing.label.clone()).collect();
    let first = labels.first()?;
    let says = format!("{} → back to {first}", labels.join(" → "));
    let next = labels.iter().skip(1).chain([first]);
    let arrows = labels.iter().cloned().zip(next.cloned()).collect();
    Some(Subject { says, arrows, ..Subject::default() })
}
