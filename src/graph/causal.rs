use petgraph::visit::EdgeRef;

use crate::record::Sign;

use super::{Arrow, Graph, Link, Thing};

/// One arrow along which an effect travels, between the places of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathStep<'a> {
    /// Place of its start in [`Causal::things`].
    pub from: usize,
    /// Place of its end.
    pub to: usize,
    /// What people say about it.
    pub arrow: &'a Arrow,
}

impl PathStep<'_> {
    /// Whether people gave it a sign and agree on it.
    pub const fn is_signed(&self) -> bool {
        matches!(self.arrow.effect(), Sign::Plus | Sign::Minus)
    }

    /// Whether more at its start is less at its end.
    pub const fn turns(&self) -> bool {
        matches!(self.arrow.effect(), Sign::Minus)
    }

    /// Days until the effect shows.
    pub fn days(&self) -> u32 {
        self.arrow.delay.map_or(0, crate::record::Delay::days)
    }
}

/// The causal projection of a graph: what is left of it when only effects count, by the places of things.
///
/// An effect is `affects`, `rewards`, or `feeds` with a sign; intent (`aims`) and belonging never are. Arrows of the
/// first two whose sign is open are here as well, and told apart by [`PathStep::is_signed`].
#[derive(Clone, Debug)]
pub struct Causal<'a> {
    things: Vec<&'a Thing>,
    steps: Vec<PathStep<'a>>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
}

impl<'a> Causal<'a> {
    /// What is causal in a graph; places are in key order, steps in the order of start, end and relation.
    pub fn of(graph: &'a Graph) -> Self {
        let things: Vec<&Thing> = graph.things().collect();
        let mut causal = Self {
            out: vec![Vec::new(); things.len()],
            into: vec![Vec::new(); things.len()],
            things,
            steps: Vec::new(),
        };
        for edge in graph.inner().edge_references() {
            let step = PathStep { from: edge.source().index(), to: edge.target().index(), arrow: edge.weight() };
            if step.arrow.is_effect() {
                causal.place(step);
            }
        }
        causal
    }

    fn place(&mut self, step: PathStep<'a>) {
        let at = self.steps.len();
        if let Some(out) = self.out.get_mut(step.from) {
            out.push(at);
        }
        if let Some(into) = self.into.get_mut(step.to) {
            into.push(at);
        }
        self.steps.push(step);
    }

    /// Every thing by its place, those without effects included.
    pub fn things(&self) -> &[&'a Thing] {
        &self.things
    }

    /// The thing at a place.
    pub fn thing(&self, place: usize) -> Option<&'a Thing> {
        self.things.get(place).copied()
    }

    /// A step with the things at its ends.
    pub fn link(&self, step: &PathStep<'a>) -> Option<Link<'a>> {
        Some(Link { from: self.thing(step.from)?, to: self.thing(step.to)?, arrow: step.arrow })
    }

    /// The place of the thing with this key.
    pub fn place_of(&self, key: &super::Key) -> Option<usize> {
        self.things.binary_search_by(|thing| thing.key.cmp(key)).ok()
    }

    /// Every step, in order.
    pub fn steps(&self) -> &[PathStep<'a>] {
        &self.steps
    }

    /// The steps that start at a place, in order.
    pub fn out_of(&self, place: usize) -> impl DoubleEndedIterator<Item = &PathStep<'a>> {
        self.out.get(place).into_iter().flatten().filter_map(|at| self.steps.get(*at))
    }

    /// The steps that end at a place, in order.
    pub fn into(&self, place: usize) -> impl DoubleEndedIterator<Item = &PathStep<'a>> {
        self.into.get(place).into_iter().flatten().filter_map(|at| self.steps.get(*at))
    }
}
