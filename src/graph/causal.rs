use petgraph::visit::EdgeRef;

use crate::record::Sign;

use super::{Arrow, Graph, Link, Thing};

/// An arrow along which an effect travels, with the places of its ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PathStep<'a> {
    /// The place of its start in [`Causal::things`].
    pub from: usize,
    /// The place of its end in [`Causal::things`].
    pub to: usize,
    /// The arrow itself.
    pub arrow: &'a Arrow,
}

impl PathStep<'_> {
    /// Whether it has a sign that people agree on.
    pub const fn is_signed(&self) -> bool {
        matches!(self.arrow.effect(), Sign::Plus | Sign::Minus)
    }

    /// Whether its sign is minus: more at the start leads to less at the end.
    pub const fn turns(&self) -> bool {
        matches!(self.arrow.effect(), Sign::Minus)
    }

    /// Returns its delay in days.
    pub fn days(&self) -> u32 {
        self.arrow.delay.map_or(0, crate::record::Delay::days)
    }
}

/// The effects of a graph, without its other arrows. Things are numbered by their places.
///
/// An effect is `affects`, `rewards`, or `feeds` with a sign; intent (`aims`) and belonging are never effects. Arrows
/// of `affects` and `rewards` with an open sign are included; [`PathStep::is_signed`] tells them from signed ones.
#[derive(Clone, Debug)]
pub struct Causal<'a> {
    things: Vec<&'a Thing>,
    steps: Vec<PathStep<'a>>,
    out: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
}

impl<'a> Causal<'a> {
    /// Takes the effects from a graph. Places are in key order, steps in the order of start, end and relation.
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

    /// Returns every thing in the order of places, including things without effects.
    pub fn things(&self) -> &[&'a Thing] {
        &self.things
    }

    /// Returns the thing at a place.
    pub fn thing(&self, place: usize) -> Option<&'a Thing> {
        self.things.get(place).copied()
    }

    /// Returns a step with the things at its ends.
    pub fn link(&self, step: &PathStep<'a>) -> Option<Link<'a>> {
        Some(Link { from: self.thing(step.from)?, to: self.thing(step.to)?, arrow: step.arrow })
    }

    /// Returns the place of the thing with this key.
    pub fn place_of(&self, key: &super::Key) -> Option<usize> {
        self.things.binary_search_by(|thing| thing.key.cmp(key)).ok()
    }

    /// Returns every step, in order.
    pub fn steps(&self) -> &[PathStep<'a>] {
        &self.steps
    }

    /// Returns the steps that start at a place, in order.
    pub fn out_of(&self, place: usize) -> impl DoubleEndedIterator<Item = &PathStep<'a>> {
        self.out.get(place).into_iter().flatten().filter_map(|at| self.steps.get(*at))
    }

    /// Returns the steps that end at a place, in order.
    pub fn into(&self, place: usize) -> impl DoubleEndedIterator<Item = &PathStep<'a>> {
        self.into.get(place).into_iter().flatten().filter_map(|at| self.steps.get(*at))
    }
}
