//! How a map stands as a whole: six counts, each with an example to begin with.

use std::collections::BTreeSet;

use super::Field;
use crate::graph::{Flow, Graph, Key, Link, PathStep};
use crate::record::{Basis, Kind, Relation};
use petgraph::Direction;

/// The state of a map, in counts. Units are listed in the order of their names and never by how much they said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapHealth {
    /// The number of arrows.
    pub arrows: usize,
    /// The number of arrows by their best basis: guessed, told, seen, and stated by files alone.
    pub bases: [usize; 4],
    /// The guess on which most things hang.
    pub guess: Option<(Key, Key)>,
    /// The units of the people who said anything about an arrow.
    pub heard: BTreeSet<Key>,
    /// The units on the map of which nobody did.
    pub unheard: BTreeSet<Key>,
    /// The arrows with a sign to say that nobody has said, and that nobody disputes.
    pub unsigned: usize,
    /// The measures that something changes, that lead nowhere, and of which nobody said which direction is good.
    pub dead_ends: Vec<Key>,
    /// The things that are needed, and that nobody supplies or answers for.
    pub unsupplied: Vec<Key>,
    /// The arrows about which people disagree.
    pub disputes: Vec<(Key, Key)>,
    /// The arrows that nobody said again for half a year.
    pub stale: Vec<(Key, Key)>,
    /// The arrows and things that their source no longer lists.
    pub gone: usize,
    /// The loops, by what they do.
    pub loops: LoopCount,
}

/// The number of loops by what they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoopCount {
    /// The loops that make themselves stronger.
    pub reinforcing: usize,
    /// The loops that push back.
    pub balancing: usize,
    /// The loops on which a sign is missing.
    pub open: usize,
    /// Whether there are more than could be listed.
    pub cut: bool,
    /// The arrow without a sign that lies on most open loops.
    pub missing: Option<(Key, Key)>,
}

impl LoopCount {
    /// Returns the number of loops.
    pub const fn all(&self) -> usize {
        self.reinforcing + self.balancing + self.open
    }
}

impl MapHealth {
    /// Reads the state of a map.
    pub fn of(field: &Field<'_>) -> Self {
        let graph = field.graph;
        let count = |basis| graph.links().filter(|link| link.arrow.basis == basis).count();
        let ends = |holds: fn(Link<'_>) -> bool| graph.links().filter(move |link| holds(*link)).map(ends).collect();
        let heard = heard(graph);
        let units = graph.things().filter(|thing| thing.unit.as_ref() == Some(&thing.key)).map(|thing| &thing.key);
        Self {
            arrows: graph.inner().edge_count(),
            bases: [Basis::Guess, Basis::Told, Basis::Seen, Basis::Imported].map(count),
            guess: guess(graph),
            unheard: units.filter(|unit| !heard.contains(*unit)).cloned().collect(),
            heard,
            unsigned: graph.links().filter(is_unsigned).count(),
            dead_ends: dead_ends(graph),
            unsupplied: unsupplied(field),
            disputes: ends(|link| link.arrow.is_disputed()),
            stale: ends(|link| link.arrow.stale),
            gone: graph.links().filter(|link| link.arrow.gone().is_some()).count()
                + graph.things().filter(|thing| thing.gone.is_some()).count(),
            loops: loops(field),
        }
    }
}

fn ends(link: Link<'_>) -> (Key, Key) {
    (link.from.key.clone(), link.to.key.clone())
}

/// Returns the units of all who said something about an arrow, on the map or not.
fn heard(graph: &Graph) -> BTreeSet<Key> {
    let said = graph.links().chain(graph.set_aside()).flat_map(|link| &link.arrow.evidence);
    said.filter(|said| !said.is_imported() && !said.imagined).filter_map(|said| said.unit.clone()).collect()
}

/// Returns the guess on which most things hang: those that its end acts on, over however many arrows.
fn guess(graph: &Graph) -> Option<(Key, Key)> {
    let flow = Flow::of(graph);
    let hang = |link: &Link<'_>| {
        graph.index(&link.to.key).map(|end| flow.reached([end.index()], Direction::Outgoing, usize::MAX).len())
    };
    let guesses = graph.links().filter(|link| link.arrow.basis == Basis::Guess && link.arrow.is_effect());
    let guesses: Vec<Link<'_>> = guesses.collect();
    guesses.into_iter().rev().max_by_key(hang).map(ends)
}

fn is_unsigned(link: &Link<'_>) -> bool {
    link.arrow.is_effect() && !link.arrow.says_direction() && !link.arrow.is_disputed()
}

fn dead_ends(graph: &Graph) -> Vec<Key> {
    let flow = Flow::of(graph);
    let factors = graph.things().enumerate().filter(|(_, thing)| thing.kind == Kind::Factor && thing.want.is_none());
    let is_end =
        |at: usize| flow.beside(at, Direction::Outgoing).is_empty() && !flow.beside(at, Direction::Incoming).is_empty();
    factors.filter(|(at, _)| is_end(*at)).map(|(_, thing)| thing.key.clone()).collect()
}

fn unsupplied(field: &Field<'_>) -> Vec<Key> {
    let (feeds, needs) = (field.ending(Relation::Feeds), field.ending(Relation::Needs));
    let without =
        |key: &&&Key| !feeds.contains_key(**key) && field.graph.thing(key).is_some_and(|thing| thing.unit.is_none());
    needs.keys().filter(without).map(|key| (*key).clone()).collect()
}

fn loops(field: &Field<'_>) -> LoopCount {
    let paths = field.loops();
    let mut count = LoopCount { cut: paths.cut, ..LoopCount::default() };
    let mut missing: std::collections::BTreeMap<(usize, usize), usize> = std::collections::BTreeMap::new();
    for path in &paths.paths {
        let mut open = path.steps.iter().filter(|step| !step.is_signed()).peekable();
        let which = match (open.peek(), path.turns) {
            (Some(_), _) => &mut count.open,
            (None, true) => &mut count.balancing,
            (None, false) => &mut count.reinforcing,
        };
        *which += 1;
        for step in open.filter(|step: &&PathStep<'_>| !step.arrow.is_disputed()) {
            *missing.entry((step.from, step.to)).or_default() += 1;
        }
    }
    let most = missing.into_iter().rev().max_by_key(|(_, loops)| *loops);
    let key = |place: usize| field.causal.thing(place).map(|thing| thing.key.clone());
    count.missing = most.and_then(|((from, to), _)| Some((key(from)?, key(to)?)));
    count
}
