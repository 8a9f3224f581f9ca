use std::collections::{BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{StepContext, Subject};
use crate::graph::{Arrow, Thing};
use crate::record::Sign;

/// The maximum of things in a loop: a story that is told in one breath has no more.
const LONGEST: usize = 6;

/// The maximum of loops that are listed: a room can work on no more.
const LOOPS: usize = 5;

/// Loops among arrows whose direction is agreed, the shortest first: for each thing the shortest one through it.
pub(super) fn loops(context: &StepContext<'_>) -> Vec<Subject> {
    let graph = context.graph.inner();
    let mut seen = BTreeSet::new();
    let mut found: Vec<Vec<NodeIndex>> = Vec::new();
    for start in graph.node_indices() {
        let Some(shortest) = loop_through(graph, start) else { continue };
        if seen.insert(shortest.iter().copied().collect::<BTreeSet<_>>()) {
            found.push(shortest);
        }
    }
    found.sort_by_key(Vec::len);
    found.iter().take(LOOPS).filter_map(|things| told(graph, things)).collect()
}

/// The arrows that carry an effect of a known direction.
fn effects(graph: &DiGraph<Thing, Arrow>, from: NodeIndex) -> impl Iterator<Item = NodeIndex> {
    let arrows = graph.edges_directed(from, Direction::Outgoing);
    let carrying = arrows.filter(|arrow| matches!(arrow.weight().effect(), Sign::Plus | Sign::Minus));
    let mut targets: Vec<NodeIndex> = carrying.map(|arrow| arrow.target()).collect();
    targets.sort();
    targets.into_iter()
}

/// The shortest loop through a thing, breadth first.
fn loop_through(graph: &DiGraph<Thing, Arrow>, start: NodeIndex) -> Option<Vec<NodeIndex>> {
    let mut paths = VecDeque::from([vec![start]]);
    let mut met = BTreeSet::new();
    while let Some(path) = paths.pop_front() {
        for next in effects(graph, *path.last()?) {
            if next == start {
                return Some(path);
            }
            if path.len() < LONGEST && met.insert(next) {
                paths.push_back(path.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

/// A loop as it is told; right is said to all of it.
fn told(graph: &DiGraph<Thing, Arrow>, things: &[NodeIndex]) -> Option<Subject> {
    let labels: Vec<String> =
        things.iter().filter_map(|&at| graph.node_weight(at)).map(|thing| thing.label.clone()).collect();
    let first = labels.first()?;
    let says = format!("{} → back to {first}", labels.join(" → "));
    let next = labels.iter().skip(1).chain([first]);
    let arrows = labels.iter().cloned().zip(next.cloned()).collect();
    Some(Subject { says, arrows, ..Subject::default() })
}
