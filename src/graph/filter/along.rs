use std::collections::BTreeSet;

use petgraph::Direction;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use super::term::{Term, is_called};
use crate::graph::Graph;
use crate::graph::flow::travels;

/// Returns the arrows for which a term holds because of the arrows around them: those in a loop, those on a path. `None` for a
/// term that can be decided by the arrow alone.
pub(super) fn along(term: &Term, graph: &Graph) -> Option<BTreeSet<EdgeIndex>> {
    match term {
        Term::InLoop => Some(in_loops(graph)),
        Term::Between(from, to) => Some(between(graph, from.as_deref(), to.as_deref())),
        _ => None,
    }
}

/// Returns the effects that lie on a loop of at least two of them, however long: those whose ends reach each other.
fn in_loops(graph: &Graph) -> BTreeSet<EdgeIndex> {
    let inner = graph.inner();
    let effects: Vec<_> = inner.edge_references().filter(|edge| edge.weight().is_effect()).collect();
    let mut joined: DiGraph<(), ()> = DiGraph::with_capacity(inner.node_count(), effects.len());
    for _ in inner.node_indices() {
        joined.add_node(());
    }
    for edge in &effects {
        joined.add_edge(edge.source(), edge.target(), ());
    }
    let mut part = vec![0; inner.node_count()];
    for (number, things) in kosaraju_scc(&joined).into_iter().enumerate() {
        for thing in things {
            if let Some(part) = part.get_mut(thing.index()) {
                *part = number;
            }
        }
    }
    let together = |one: NodeIndex, other: NodeIndex| one != other && part.get(one.index()) == part.get(other.index());
    effects.into_iter().filter(|edge| together(edge.source(), edge.target())).map(|edge| edge.id()).collect()
}

/// Returns the arrows along which a change travels from a thing called `from` to one called `to`; without one of the names,
/// from anywhere or to anywhere. No path goes on beyond its end.
fn between(graph: &Graph, from: Option<&str>, to: Option<&str>) -> BTreeSet<EdgeIndex> {
    let (starts, ends) = (from.map(|name| called(graph, name)), to.map(|name| called(graph, name)));
    let is_in = |set: &Option<BTreeSet<NodeIndex>>, thing| set.as_ref().is_some_and(|set| set.contains(&thing));
    let travelled =
        starts.as_ref().map(|starts| spread(graph, starts, Direction::Outgoing, |thing| is_in(&ends, thing)));
    let leading = ends.as_ref().map(|ends| spread(graph, ends, Direction::Incoming, |thing| is_in(&starts, thing)));
    let inner = graph.inner();
    let on_path = inner.edge_references().filter(|edge| {
        let Some(direction) = travels(edge.weight().relation) else { return false };
        let forwards = direction == Direction::Outgoing;
        let (near, far) = if forwards { (edge.source(), edge.target()) } else { (edge.target(), edge.source()) };
        let is_within = |set: &Option<BTreeSet<NodeIndex>>, thing| set.as_ref().is_none_or(|set| set.contains(&thing));
        is_within(&travelled, near) && is_within(&leading, far) && !is_in(&ends, near) && !is_in(&starts, far)
    });
    on_path.map(|edge| edge.id()).collect()
}

/// Returns the things with this name; if there is none, those with a name that contains these words.
fn called(graph: &Graph, name: &str) -> BTreeSet<NodeIndex> {
    let exact = crate::graph::Key::of(name).and_then(|key| graph.index(&key));
    if let Some(exact) = exact {
        return BTreeSet::from([exact]);
    }
    graph
        .inner()
        .node_indices()
        .zip(graph.things())
        .filter(|(_, thing)| is_called(thing, name))
        .map(|(at, _)| at)
        .collect()
}

/// Returns what a change reaches from these things, or what reaches them, without going on from where `stops` holds.
fn spread(
    graph: &Graph,
    from: &BTreeSet<NodeIndex>,
    direction: Direction,
    stops: impl Fn(NodeIndex) -> bool,
) -> BTreeSet<NodeIndex> {
    let inner = graph.inner();
    let mut found = BTreeSet::new();
    let mut waiting: Vec<NodeIndex> = from.iter().copied().collect();
    while let Some(here) = waiting.pop() {
        if !found.insert(here) || stops(here) && !from.contains(&here) {
            continue;
        }
        for edge in
            inner.edges_directed(here, Direction::Outgoing).chain(inner.edges_directed(here, Direction::Incoming))
        {
            let leaves = if edge.source() == here { Direction::Outgoing } else { Direction::Incoming };
            // Upstream, arrows are followed from their ends.
            let follows = if direction == Direction::Outgoing { leaves } else { leaves.opposite() };
            if travels(edge.weight().relation) == Some(follows) {
                waiting.push(if edge.source() == here { edge.target() } else { edge.source() });
            }
        }
    }
    found
}
