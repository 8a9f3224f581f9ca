use std::collections::BTreeSet;

use petgraph::Direction;
use petgraph::graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::record::{Delay, Relation};

use super::{Arrow, Graph, Impact, Key, Link, Thing};

/// A link between two things of different units: one arrow, or two arrows through a thing that belongs to no unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing<'a> {
    /// The thing at the start of the first arrow.
    pub from: &'a Thing,
    /// The thing in the middle, which belongs to no unit; `None` for a crossing of one arrow.
    pub through: Option<&'a Thing>,
    /// The thing in the other unit.
    pub to: &'a Thing,
    /// Its arrows: one, or two.
    pub arrows: Vec<&'a Arrow>,
    /// Whether the second arrow points backwards, from the thing in the other unit to the one in the middle.
    pub back: bool,
}

impl<'a> Crossing<'a> {
    /// Returns the two units, in key order.
    pub fn units(&self) -> Option<(&'a Key, &'a Key)> {
        let (from, to) = (self.from.unit.as_ref()?, self.to.unit.as_ref()?);
        Some(if from < to { (from, to) } else { (to, from) })
    }

    /// Returns its arrows with the things at their ends.
    pub fn links(&self) -> impl Iterator<Item = Link<'a>> {
        let middle = self.through.unwrap_or(self.to);
        let second = if self.back { (self.to, middle) } else { (middle, self.to) };
        let ends = [(self.from, middle), second];
        self.arrows.clone().into_iter().zip(ends).map(|(arrow, (from, to))| Link { from, to, arrow })
    }

    /// Returns the share of a change at the start that arrives in the other unit.
    pub fn impact(&self) -> Impact {
        self.arrows.iter().fold(Impact::WHOLE, |impact, arrow| impact.through(arrow.strength))
    }

    /// Returns the sum of the delays of its arrows, in days.
    pub fn days(&self) -> u32 {
        self.arrows.iter().filter_map(|arrow| arrow.delay).map(Delay::days).fold(0, u32::saturating_add)
    }

    /// Whether people from both units are among those the arrows rest on.
    pub fn both_sides(&self) -> bool {
        let heard: BTreeSet<&Key> = self.arrows.iter().flat_map(|arrow| &arrow.heard_from).collect();
        self.units().is_some_and(|(one, other)| heard.contains(one) && heard.contains(other))
    }

    /// Whether a named person has promised to look after one of its arrows.
    pub fn is_owned(&self) -> bool {
        self.arrows.iter().any(|arrow| arrow.owned)
    }
}

/// Lists the crossings of a graph, by effect, supply or need, in either direction; in the order of start, middle and
/// end.
pub fn crossings(graph: &Graph) -> Vec<Crossing<'_>> {
    let inner = graph.inner();
    let mut found = Vec::new();
    for edge in inner.edge_references().filter(|edge| carries(edge.weight())) {
        let (Some(from), Some(to)) = (inner.node_weight(edge.source()), inner.node_weight(edge.target())) else {
            continue;
        };
        match (&from.unit, &to.unit) {
            (Some(one), Some(other)) if one != other => {
                found.push(Crossing { from, through: None, to, arrows: vec![edge.weight()], back: false });
            }
            (Some(_), None) => found.extend(behind(graph, from, edge.weight(), edge.target())),
            _ => {}
        }
    }
    found
}

const fn carries(arrow: &Arrow) -> bool {
    matches!(arrow.relation, Relation::Affects | Relation::Feeds | Relation::Needs)
}

/// Lists the crossings that go through a thing of no unit: on to what the thing leads to, and to those that need it.
fn behind<'a>(graph: &'a Graph, from: &'a Thing, first: &'a Arrow, middle: NodeIndex) -> Vec<Crossing<'a>> {
    let inner = graph.inner();
    let mut sides: Vec<(NodeIndex, &Arrow, bool)> = Vec::new();
    let out = inner.edges_directed(middle, Direction::Outgoing).filter(|edge| carries(edge.weight()));
    sides.extend(out.map(|edge| (edge.target(), edge.weight(), false)));
    if first.relation != Relation::Needs {
        let needed = inner.edges_directed(middle, Direction::Incoming);
        let needed = needed.filter(|edge| edge.weight().relation == Relation::Needs);
        sides.extend(needed.map(|edge| (edge.source(), edge.weight(), true)));
    }
    sides.sort_by_key(|(place, arrow, _)| (place.index(), arrow.relation));
    let through = inner.node_weight(middle);
    let crossings = sides.into_iter().filter_map(|(place, second, back)| {
        let to = inner.node_weight(place)?;
        let differ = to.unit.is_some() && to.unit != from.unit;
        differ.then(|| Crossing { from, through, to, arrows: vec![first, second], back })
    });
    crossings.collect()
}
