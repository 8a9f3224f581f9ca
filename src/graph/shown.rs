use std::collections::{BTreeMap, BTreeSet, VecDeque};

use petgraph::Direction;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef;

use crate::record::{Relation, Sign};

use super::around::{NearArrow, looked};
use super::flow::travels;
use super::map::SetAside;
use super::{Filter, Graph, Key, Link, Neighbourhood, Thing};

/// The maximum number of hidden things on the path of an indirect arrow.
const HIDDEN_IN_A_ROW: usize = 4;

/// The part of a graph that a filter shows.
#[derive(Clone, Debug)]
pub struct FilteredGraph<'g> {
    graph: &'g Graph,
    things: BTreeSet<NodeIndex>,
    arrows: BTreeSet<EdgeIndex>,
}

/// An indirect arrow: a path from one shown thing to another through hidden things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indirect {
    /// The shown thing where it starts.
    pub from: Key,
    /// The shown thing where it ends.
    pub to: Key,
    /// What more at its start does to its end; unknown if an arrow on the path is no effect with a sign.
    pub sign: Sign,
    /// The hidden things on its path, in order.
    pub through: Vec<Key>,
}

impl Graph {
    /// Returns the shown part as a graph of its own. Sessions, judgements and counts of lines are those of the whole
    /// graph.
    #[must_use]
    pub fn only(&self, shown: &FilteredGraph<'_>) -> Self {
        let inner = self.inner.filter_map(
            |_, thing| shown.has(&thing.key).then(|| thing.clone()),
            |edge, arrow| shown.has_arrow(edge).then(|| arrow.clone()),
        );
        let mut part = Self { inner, set_aside: Vec::new(), ..self.clone() };
        for aside in self.set_aside() {
            if let (Some(from), Some(to)) = (part.index(&aside.from.key), part.index(&aside.to.key)) {
                part.set_aside.push(SetAside { from, to, arrow: aside.arrow.clone() });
            }
        }
        part
    }

    /// Applies a filter: returns the things that meet it, and the arrows between them that meet it. If the filter has a
    /// condition on arrows, things without a shown arrow are left out.
    pub fn shown(&self, filter: &Filter) -> FilteredGraph<'_> {
        let fits = |place: &NodeIndex| self.inner().node_weight(*place).is_some_and(|thing| filter.keeps(self, thing));
        let things: BTreeSet<NodeIndex> = self.inner().node_indices().filter(fits).collect();
        let mut shown = FilteredGraph { graph: self, things, arrows: BTreeSet::new() };
        shown.arrows = shown.between(|link| filter.lets_through(link));
        if let Some(along) = filter.along(self) {
            shown.arrows.retain(|edge| along.contains(edge));
        }
        if filter.asks_of_arrows() {
            shown.things = shown.ends();
        }
        shown
    }
}

impl<'g> FilteredGraph<'g> {
    /// Returns the graph of which this is a part.
    pub const fn graph(&self) -> &'g Graph {
        self.graph
    }

    fn between(&self, fits: impl Fn(Link<'_>) -> bool) -> BTreeSet<EdgeIndex> {
        let inner = self.graph.inner();
        let has = |place: NodeIndex| self.things.contains(&place);
        let wanted = |edge: &EdgeIndex| {
            let ends = inner.edge_endpoints(*edge).filter(|(from, to)| has(*from) && has(*to));
            ends.is_some() && self.link(*edge).is_some_and(&fits)
        };
        inner.edge_indices().filter(wanted).collect()
    }

    fn ends(&self) -> BTreeSet<NodeIndex> {
        let ends = self.arrows.iter().filter_map(|edge| self.graph.inner().edge_endpoints(*edge));
        ends.flat_map(|(from, to)| [from, to]).collect()
    }

    fn link(&self, edge: EdgeIndex) -> Option<Link<'g>> {
        let inner = self.graph.inner();
        let (from, to) = inner.edge_endpoints(edge)?;
        Some(Link { from: inner.node_weight(from)?, to: inner.node_weight(to)?, arrow: inner.edge_weight(edge)? })
    }

    /// Returns the shown things, in key order.
    pub fn things(&self) -> impl Iterator<Item = &'g Thing> {
        let graph = self.graph;
        self.things.iter().filter_map(move |place| graph.inner().node_weight(*place))
    }

    /// Returns the shown arrows, in order.
    pub fn links(&self) -> impl Iterator<Item = Link<'g>> {
        self.arrows.iter().filter_map(|edge| self.link(*edge))
    }

    /// Returns the number of shown things.
    pub fn thing_count(&self) -> usize {
        self.things.len()
    }

    /// Returns the number of shown arrows.
    pub fn arrow_count(&self) -> usize {
        self.arrows.len()
    }

    /// Whether a thing is shown.
    pub fn has(&self, key: &Key) -> bool {
        self.graph.index(key).is_some_and(|place| self.things.contains(&place))
    }

    pub(super) fn has_arrow(&self, edge: EdgeIndex) -> bool {
        self.arrows.contains(&edge)
    }

    /// Removes the arrows for which `fits` is false; things stay.
    #[must_use]
    pub fn with_arrows(mut self, fits: impl Fn(Link<'_>) -> bool) -> Self {
        let link = |edge: &EdgeIndex| self.link(*edge);
        self.arrows = self.arrows.iter().copied().filter(|edge| link(edge).is_some_and(&fits)).collect();
        self
    }

    /// Returns the part within `steps` arrows of a thing, in either direction and including indirect arrows. The thing
    /// itself is always in it.
    #[must_use]
    pub fn near(mut self, key: &Key, steps: usize, indirect: &[Indirect]) -> Self {
        let Some(start) = self.graph.index(key) else { return self };
        let mut joined: BTreeMap<NodeIndex, Vec<NodeIndex>> = BTreeMap::new();
        for hop in indirect {
            if let (Some(from), Some(to)) = (self.graph.index(&hop.from), self.graph.index(&hop.to)) {
                joined.entry(from).or_default().push(to);
                joined.entry(to).or_default().push(from);
            }
        }
        let mut reached = BTreeSet::from([start]);
        let mut front = vec![start];
        for _ in 0..steps {
            let beside = front.iter().flat_map(|place| self.beside(*place)).map(|(_, far)| far);
            let beyond = front.iter().filter_map(|place| joined.get(place)).flatten().copied();
            let next: Vec<NodeIndex> = beside.chain(beyond).filter(|far| reached.insert(*far)).collect();
            front = next;
        }
        self.things = reached;
        self.arrows = self.arrows.iter().copied().filter(|edge| self.is_within(*edge)).collect();
        self
    }

    fn is_within(&self, edge: EdgeIndex) -> bool {
        let ends = self.graph.inner().edge_endpoints(edge);
        ends.is_some_and(|(from, to)| self.things.contains(&from) && self.things.contains(&to))
    }

    /// Returns the shown arrows at a thing, in both directions, each with the thing at its other end.
    fn beside(&self, place: NodeIndex) -> impl Iterator<Item = (EdgeIndex, NodeIndex)> {
        let inner = self.graph.inner();
        let out = inner.edges_directed(place, Direction::Outgoing).map(|edge| (edge.id(), edge.target()));
        let into = inner.edges_directed(place, Direction::Incoming).map(|edge| (edge.id(), edge.source()));
        out.chain(into).filter(|(edge, _)| self.arrows.contains(edge))
    }

    /// Returns the shown neighbourhood of a thing, up to `depth` arrows away. The search goes on from each thing once.
    pub fn around(&self, key: &Key, depth: usize) -> Neighbourhood {
        let look = |direction| looked(key, depth, |near| self.arrows_beside(near, direction));
        Neighbourhood { into: look(Direction::Incoming), out: look(Direction::Outgoing) }
    }

    fn arrows_beside(&self, near: &Key, direction: Direction) -> Vec<NearArrow> {
        let Some(near) = self.graph.index(near) else { return Vec::new() };
        let inner = self.graph.inner();
        let edges = inner.edges_directed(near, direction).filter(|edge| self.arrows.contains(&edge.id()));
        let mut beside: Vec<(NodeIndex, Relation, NearArrow)> = edges
            .filter_map(|edge| {
                let far = if direction == Direction::Outgoing { edge.target() } else { edge.source() };
                let (thing, arrow) = (inner.node_weight(far)?, edge.weight());
                let (key, label) = (thing.key.clone(), thing.label.clone());
                Some((far, arrow.relation, NearArrow { key, label, kind: thing.kind, arrow: arrow.clone() }))
            })
            .collect();
        beside.sort_by_key(|(far, relation, _)| (*far, *relation));
        beside.into_iter().map(|(.., beside)| beside).collect()
    }

    /// Returns the indirect arrows: for each two shown things without a shown arrow from one to the other, the shortest
    /// path through hidden things; in order of start and end.
    pub fn indirect(&self) -> Vec<Indirect> {
        if self.things.len() == self.graph.inner().node_count() {
            return Vec::new();
        }
        self.things.iter().flat_map(|start| self.through_hidden(*start)).collect()
    }

    fn through_hidden(&self, start: NodeIndex) -> Vec<Indirect> {
        let mut waiting = VecDeque::from([(start, Vec::<NodeIndex>::new(), Sign::Plus)]);
        let mut seen = BTreeSet::from([start]);
        let mut found: BTreeMap<NodeIndex, (Sign, Vec<NodeIndex>)> = BTreeMap::new();
        while let Some((here, passed, sign)) = waiting.pop_front() {
            for (far, effect) in self.depends_on(here).into_iter().filter(|(far, _)| *far != start) {
                let sign = sign.then(effect);
                if self.things.contains(&far) {
                    if !passed.is_empty() && !self.is_joined(start, far) {
                        found.entry(far).or_insert_with(|| (sign, passed.clone()));
                    }
                } else if passed.len() < HIDDEN_IN_A_ROW && seen.insert(far) {
                    waiting.push_back((far, passed.iter().copied().chain([far]).collect(), sign));
                }
            }
        }
        let key = |place: NodeIndex| self.graph.inner().node_weight(place).map(|thing| thing.key.clone());
        let indirect = found.into_iter().filter_map(|(end, (sign, passed))| {
            let through = passed.into_iter().filter_map(key).collect();
            Some(Indirect { from: key(start)?, to: key(end)?, sign, through })
        });
        indirect.collect()
    }

    fn is_joined(&self, from: NodeIndex, to: NodeIndex) -> bool {
        self.graph.inner().edges_connecting(from, to).any(|edge| self.arrows.contains(&edge.id()))
    }

    /// Returns the things that depend on a thing: those it acts on or supplies, and those that need it; each with the
    /// sign of the effect, unknown for a need.
    fn depends_on(&self, place: NodeIndex) -> Vec<(NodeIndex, Sign)> {
        let inner = self.graph.inner();
        let on = |direction| {
            inner
                .edges_directed(place, direction)
                .filter(move |edge| travels(edge.weight().relation) == Some(direction))
        };
        let (out, needed) = (on(Direction::Outgoing), on(Direction::Incoming));
        let mut ahead: Vec<(NodeIndex, Sign)> = out.map(|edge| (edge.target(), edge.weight().effect())).collect();
        ahead.extend(needed.map(|edge| (edge.source(), Sign::Unknown)));
        ahead.sort_unstable();
        ahead
    }
}
