use std::collections::{BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;

use super::{StepContext, Subject};
use crate::graph::{Arrow, Thing};
use crate::record::Sign;

/// The maximum number of things in a loop: a longer loop cannot be told in one breath.
const LONGEST: usize = 6;

/// The maximum number of loops in the list, which is as many as a room can work on.
const LOOPS: usize = 5;

/// Returns loops of arrows whose direction is agreed, shortest first: for each thing, the shortest loop through it.
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

/// Returns the things at the ends of the arrows from a thing that carry an effect of known direction.
fn effects(graph: &DiGraph<Thing, Arrow>, from: NodeIndex) -> impl Iterator<Item = NodeIndex> {
    let arrows = graph.edges_directed(from, Direction::Outgoing);
    let carrying = arrows.filter(|arrow| matches!(arrow.weight().effect(), Sign::Plus | Sign::Minus));
    let mut targets: Vec<NodeIndex> = carrying.map(|arrow| arrow.target()).collect();
    targets.sort();
    targets.into_iter()
}

/// Finds the shortest loop through a thing, by breadth-first search.
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

/// Returns a loop as a subject; "right" then answers the whole loop.
fn told(graph: &DiGraph<Thing, Arrow>, things: &[NodeIndex]) -> Option<Subject> {
    let labels: Vec<String> =
        things.iter().filter_map(|&at| graph.node_weight(at)).map(|thing| thing.label.clone()).collect();
    let first = labels.first()?;
    let says = format!("{} → back to {first}", labels.join(" → "));
    let next = labels.iter().skip(1).chain([first]);
    let arrows = labels.iter().cloned().zip(next.cloned()).collect();
    Some(Subject { says, arrows, ..Subject::default() })
}
