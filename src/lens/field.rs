use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use crate::graph::{Bridges, Causal, Crossing, Graph, Key, Link, LongLoops, Path, Thing, crossings, paths_and_cut};
use crate::record::{Kind, Relation, Want};

use super::limit_reason::LimitReason;
use super::loop_paths::LoopPaths;
use super::thresholds::{FAINTEST, LONGEST_PATH};

/// The input of all lenses: a graph with its effects, paths, loops and forums, each computed once.
#[derive(Debug)]
pub struct Field<'a> {
    /// The graph of everything said.
    pub graph: &'a Graph,
    /// The effects of the graph.
    pub causal: Causal<'a>,
    /// The forums, with the units that meet in each.
    pub bridges: Bridges,
    /// The crossings between units.
    pub crossings: Vec<Crossing<'a>>,
    paths: Vec<OnceCell<Vec<Path<'a>>>>,
    loops: OnceCell<LoopPaths<'a>>,
    /// What was left out since it was last taken: for each reason how much, and whether it may be more.
    left_out: RefCell<BTreeMap<LimitReason, (usize, bool)>>,
}

impl<'a> Field<'a> {
    /// Builds the field of a graph.
    pub fn of(graph: &'a Graph) -> Self {
        let causal = Causal::of(graph);
        let paths = vec![OnceCell::new(); causal.things().len()];
        Self {
            graph,
            causal,
            bridges: Bridges::of(graph),
            crossings: crossings(graph),
            paths,
            loops: OnceCell::new(),
            left_out: RefCell::default(),
        }
    }

    /// Notes that a lens leaves out so much, so that it is said with its findings.
    pub fn leave_out(&self, reason: LimitReason, count: usize) {
        self.left_out.borrow_mut().entry(reason).or_default().0 += count;
    }

    /// Notes that a search ended early, and that there may be more than the `count` that was left out.
    pub(super) fn leave_out_at_least(&self, reason: LimitReason, count: usize) {
        let mut left_out = self.left_out.borrow_mut();
        let known = left_out.entry(reason).or_default();
        *known = (known.0 + count, true);
    }

    /// Returns what was left out since the last call.
    pub(super) fn take_left_out(&self) -> BTreeMap<LimitReason, (usize, bool)> {
        self.left_out.take()
    }

    /// Returns the paths along signed effects from a place.
    pub fn paths(&self, from: usize) -> &[Path<'a>] {
        let found = || {
            let (paths, cut) = paths_and_cut(&self.causal, from, LONGEST_PATH, FAINTEST);
            if cut {
                self.leave_out(LimitReason::PathSearch, 1);
            }
            paths
        };
        self.paths.get(from).map_or(&[], |known| known.get_or_init(found))
    }

    /// Returns the loops.
    pub(super) fn loops(&self) -> &LoopPaths<'a> {
        self.loops.get_or_init(|| {
            let found = LoopPaths::of(&self.causal);
            match (found.more, found.cut) {
                (0, true) => self.leave_out_at_least(LimitReason::LoopSearch, 1),
                (0, false) => {}
                (more, true) => self.leave_out_at_least(LimitReason::MoreLoops, more),
                (more, false) => self.leave_out(LimitReason::MoreLoops, more),
            }
            match found.longer {
                LongLoops { count, cut: true } => self.leave_out_at_least(LimitReason::LongLoops, count),
                LongLoops { count: 0, .. } => {}
                LongLoops { count, .. } => self.leave_out(LimitReason::LongLoops, count),
            }
            found
        })
    }

    /// Returns the paths along signed effects from one place to another.
    pub(super) fn between(&self, from: usize, to: usize) -> impl Iterator<Item = &Path<'a>> {
        self.paths(from).iter().filter(move |path| path.end() == Some(to))
    }

    /// Returns the things of a kind with their places, in key order.
    pub(super) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (usize, &'a Thing)> {
        self.things().filter(move |(_, thing)| thing.kind == kind)
    }

    /// Returns every thing with its place, in key order.
    pub(super) fn things(&self) -> impl Iterator<Item = (usize, &'a Thing)> {
        self.causal.things().iter().copied().enumerate()
    }

    /// Returns the arrows of a relation.
    pub(super) fn links(&self, relation: Relation) -> impl Iterator<Item = Link<'a>> {
        self.graph.links().filter(move |link| link.arrow.relation == relation)
    }

    /// Returns the arrows of a relation, grouped by the thing at their end.
    pub(super) fn ending(&self, relation: Relation) -> BTreeMap<&'a Key, Vec<Link<'a>>> {
        let mut ending: BTreeMap<&Key, Vec<Link<'_>>> = BTreeMap::new();
        for link in self.links(relation) {
            ending.entry(&link.to.key).or_default().push(link);
        }
        ending
    }

    /// Whether an arrow of this relation leads from one thing to another.
    pub(super) fn leads(&self, from: &Key, relation: Relation, to: &Key) -> bool {
        let ends = self.graph.index(from).zip(self.graph.index(to));
        let mut arrows = ends.into_iter().flat_map(|(from, to)| self.graph.inner().edges_connecting(from, to));
        arrows.any(|arrow| arrow.weight().relation == relation)
    }

    /// Returns the label of the thing with this key.
    pub(super) fn label<'k>(&self, key: &'k Key) -> &'k str
    where
        'a: 'k,
    {
        self.graph.label(key)
    }

    /// Returns the label of the thing at a place, with a verb in the form that agrees: "Repeat calls go".
    pub(super) fn with_at(&self, place: usize, verb: &str) -> String {
        self.causal.thing(place).map(|thing| thing.with(verb)).unwrap_or_default()
    }

    /// Returns the label of the thing at a place.
    pub(super) fn label_at(&self, place: usize) -> &'a str {
        self.causal.thing(place).map_or("", |thing| &thing.label)
    }

    /// Returns the label of the unit that answers for a thing.
    pub(super) fn unit_label<'t>(&self, thing: &'t Thing) -> Option<&'t str>
    where
        'a: 't,
    {
        thing.unit.as_ref().map(|unit| self.label(unit))
    }
}

/// Whether both things belong to known units, and these differ.
pub fn differ(one: &Thing, other: &Thing) -> bool {
    one.unit.as_ref().zip(other.unit.as_ref()).is_some_and(|(one, other)| one != other)
}

/// Whether more of a factor is wanted (`true`) or less (`false`). `None` if nobody said, if the factor should stay as
/// it is, and for other kinds of things.
pub(super) fn wanted_up(thing: &Thing) -> Option<bool> {
    match thing.want.filter(|_| thing.kind == Kind::Factor)? {
        Want::Up => Some(true),
        Want::Down => Some(false),
        Want::Steady => None,
    }
}

/// Whether more at the start of a path is bad for the factor at its end. `None` if nobody said which direction is good.
pub(super) fn harms(path: &Path<'_>, end: &Thing) -> Option<bool> {
    wanted_up(end).map(|up| up == path.turns)
}
