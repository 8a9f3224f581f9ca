use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef;
use petgraph::{Incoming, Outgoing};

use crate::record::{Kind, Relation, SessionId, Sign};

use super::session_record::Met;
use super::{Arrow, Judged, Key, TableContradiction, Thing};

/// The map of everything said: things, and the arrows from one to another.
///
/// Things are in key order; arrows in the order of their start, their end and their relation. The same events give the
/// same graph with the same indices.
#[derive(Clone, Debug)]
pub struct Graph {
    pub(super) inner: DiGraph<Thing, Arrow>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) present: BTreeMap<Key, String>,
    pub(super) judged: Vec<Judged>,
    pub(super) meetings: BTreeMap<SessionId, Met>,
    pub(super) as_of: Option<i64>,
    pub(super) lines: usize,
    pub(super) claims: usize,
    pub(super) contradictions: Vec<TableContradiction>,
}

/// An arrow with the things at its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link<'a> {
    /// The thing where it starts.
    pub from: &'a Thing,
    /// The thing where it ends.
    pub to: &'a Thing,
    /// The arrow itself.
    pub arrow: &'a Arrow,
}

impl Link<'_> {
    /// Whether it leads from one unit to another and people of both units say so.
    pub fn is_confirmed_by_both(&self) -> bool {
        self.arrow.both_sides && self.from.unit != self.to.unit
    }
}

/// An arrow that was talked about and is not on the map: people found no such effect, or nobody says that there is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SetAside {
    pub(super) from: NodeIndex,
    pub(super) to: NodeIndex,
    pub(super) arrow: Arrow,
}

/// The counts of a map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Lines that were typed, including those taken back.
    pub lines: usize,
    /// Things; a thing with several names counts once.
    pub things: usize,
    /// Arrows on the map.
    pub arrows: usize,
    /// Claims that were not taken back, including those replaced by a later claim.
    pub claims: usize,
    /// Things of each kind; kinds without a thing are left out.
    pub by_kind: BTreeMap<Kind, usize>,
}

impl Graph {
    /// Returns a graph without things and arrows, with the same `as_of` and the same counts of lines and claims.
    pub(super) fn emptied(&self) -> Self {
        Self {
            inner: DiGraph::new(),
            set_aside: Vec::new(),
            present: BTreeMap::new(),
            judged: Vec::new(),
            meetings: BTreeMap::new(),
            as_of: self.as_of,
            lines: self.lines,
            claims: self.claims,
            contradictions: Vec::new(),
        }
    }

    /// Returns the graph in the form that petgraph's algorithms take.
    pub const fn inner(&self) -> &DiGraph<Thing, Arrow> {
        &self.inner
    }

    /// Returns every thing, in key order.
    pub fn things(&self) -> impl Iterator<Item = &Thing> {
        self.inner.node_weights()
    }

    /// Returns the index of the thing with this key.
    pub fn index(&self, key: &Key) -> Option<NodeIndex> {
        let found = self.inner.raw_nodes().binary_search_by(|node| node.weight.key.cmp(key));
        found.ok().map(NodeIndex::new)
    }

    /// Returns the thing with this key; `None` for a name that was merged into another.
    pub fn thing(&self, key: &Key) -> Option<&Thing> {
        self.inner.node_weight(self.index(key)?)
    }

    /// Returns the arrow of a relation from one thing to another.
    pub fn arrow(&self, from: &Key, to: &Key, relation: Relation) -> Option<&Arrow> {
        let (from, to) = (self.index(from)?, self.index(to)?);
        self.inner.edges_connecting(from, to).map(|edge| edge.weight()).find(|arrow| arrow.relation == relation)
    }

    /// Returns the number of arrow ends at a thing; an arrow from the thing to itself counts twice.
    pub fn arrows_at(&self, key: &Key) -> usize {
        let count = |at, direction| self.inner.edges_directed(at, direction).count();
        self.index(key).map_or(0, |at| count(at, Outgoing) + count(at, Incoming))
    }

    /// Whether only imported files name these things; not so if none of them is on the map.
    pub fn is_only_imported(&self, things: &[Key]) -> bool {
        let mut things = things.iter().filter_map(|key| self.thing(key)).peekable();
        things.peek().is_some() && things.all(|thing| thing.imported)
    }

    /// Returns the arrow of a relation from one thing to another, with both things.
    pub fn link<'a>(&'a self, from: &Key, to: &Key, relation: Relation) -> Option<Link<'a>> {
        let arrow = self.arrow(from, to, relation)?;
        Some(Link { from: self.thing(from)?, to: self.thing(to)?, arrow })
    }

    /// Returns every arrow on the map, in order.
    pub fn links(&self) -> impl Iterator<Item = Link<'_>> {
        self.inner.raw_edges().iter().filter_map(|edge| self.between(edge.source(), edge.target(), &edge.weight))
    }

    /// Whether imported files say of any of their effects whether it raises or lowers. Of the arrows of files that never say
    /// so, no sign is missing: their names tell what goes up and down.
    pub fn imports_tell_signs(&self) -> bool {
        self.links().any(|link| link.arrow.is_imported() && matches!(link.arrow.sign, Sign::Plus | Sign::Minus))
    }

    /// Returns every arrow that starts or ends at a thing, in order.
    pub fn links_at(&self, thing: &Key) -> impl Iterator<Item = Link<'_>> {
        let at = |direction| self.index(thing).into_iter().flat_map(move |at| self.inner.edges_directed(at, direction));
        let edges: BTreeSet<_> = at(Outgoing).chain(at(Incoming)).map(|edge| edge.id()).collect();
        let edges = edges.into_iter().filter_map(|edge| self.inner.raw_edges().get(edge.index()));
        edges.filter_map(|edge| self.between(edge.source(), edge.target(), &edge.weight))
    }

    /// Returns the arrows that were talked about and are not on the map, in order.
    pub fn set_aside(&self) -> impl Iterator<Item = Link<'_>> {
        self.set_aside.iter().filter_map(|aside| self.between(aside.from, aside.to, &aside.arrow))
    }

    fn between<'a>(&'a self, from: NodeIndex, to: NodeIndex, arrow: &'a Arrow) -> Option<Link<'a>> {
        Some(Link { from: self.inner.node_weight(from)?, to: self.inner.node_weight(to)?, arrow })
    }

    /// Whether the map is built from more than one session.
    pub fn is_of_several_sessions(&self) -> bool {
        self.meetings.len() > 1
    }

    /// Returns the units of all people whom any session lists.
    pub fn present(&self) -> impl Iterator<Item = &Key> {
        self.present.keys()
    }

    /// Whether any session lists a person who belongs to this unit.
    pub fn is_present(&self, unit: &Key) -> bool {
        self.present.contains_key(unit)
    }

    /// Returns the label of a thing or a unit. A unit that no line names has the label with which its people were
    /// listed.
    pub fn label<'a>(&'a self, key: &'a Key) -> &'a str {
        let listed = || self.present.get(key).map_or(key.as_str(), String::as_str);
        self.thing(key).map_or_else(listed, |thing| &thing.label)
    }

    /// Returns the session with this id.
    pub fn met(&self, session: &str) -> Option<&Met> {
        self.meetings.get(session)
    }

    /// Returns what tables contradict each other on, that about which the most people take a side first.
    pub fn contradictions(&self) -> &[TableContradiction] {
        &self.contradictions
    }

    /// Returns the arrow of a contradiction without its sign: "Service bot → Repeat calls".
    pub fn arrow_in_words(&self, found: &TableContradiction) -> String {
        let arrow = if found.relation.carries_sign() { "→" } else { found.relation.name() };
        format!("{} {arrow} {}", self.label(&found.from), self.label(&found.to))
    }

    /// Returns the judgements of findings, in time order.
    pub fn judged(&self) -> &[Judged] {
        &self.judged
    }

    /// Returns the moment against which the age of arrows was measured, in milliseconds since 1970.
    pub const fn as_of(&self) -> Option<i64> {
        self.as_of
    }

    /// Returns the counts of the map.
    pub fn counts(&self) -> Totals {
        let mut by_kind = BTreeMap::new();
        for thing in self.things() {
            *by_kind.entry(thing.kind).or_default() += 1;
        }
        Totals {
            lines: self.lines,
            things: self.inner.node_count(),
            arrows: self.inner.edge_count(),
            claims: self.claims,
            by_kind,
        }
    }
}
