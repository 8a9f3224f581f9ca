use petgraph::Direction;
use petgraph::visit::EdgeRef;

use crate::record::Relation;

use super::Graph;

/// What acts on what: the things of a graph, joined in the direction in which a change travels.
///
/// A change travels along an effect (`affects`, `rewards`) and a supply (`feeds`), whatever their sign, and against a need:
/// what is needed acts on what needs it. Intent and belonging carry nothing. Things are numbered in key order; two things are
/// joined once, however many arrows lie between them, and no thing is joined to itself.
#[derive(Clone, Debug)]
pub struct Flow {
    ahead: FlowEnds,
    back: FlowEnds,
}

/// What each thing is joined to in one direction, in one list: a walk over a large map reads it from one end to the other.
#[derive(Clone, Debug)]
struct FlowEnds {
    /// For each thing the index of its first entry in `ends`, and at the end the number of all entries.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl FlowEnds {
    /// Packs pairs that are in order.
    fn of(size: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut lists = Self { starts: vec![0], ends: Vec::new() };
        for (from, to) in pairs {
            lists.starts.resize(from + 1, lists.ends.len());
            lists.ends.push(to);
        }
        lists.starts.resize(size + 1, lists.ends.len());
        lists
    }

    fn at(&self, thing: usize) -> &[usize] {
        let range = self.starts.get(thing).zip(self.starts.get(thing + 1));
        range.and_then(|(start, end)| self.ends.get(*start..*end)).unwrap_or_default()
    }
}

/// Returns the direction in which a change travels along an arrow of this relation; `None` if it carries nothing.
pub(super) const fn travels(relation: Relation) -> Option<Direction> {
    match relation {
        Relation::Affects | Relation::Rewards | Relation::Feeds => Some(Direction::Outgoing),
        Relation::Needs => Some(Direction::Incoming),
        _ => None,
    }
}

impl Flow {
    /// Collects the joined things of a graph.
    pub fn of(graph: &Graph) -> Self {
        let inner = graph.inner();
        let pairs = inner.edge_references().filter_map(|edge| {
            let (from, to) = (edge.source().index(), edge.target().index());
            let forwards = travels(edge.weight().relation)? == Direction::Outgoing;
            Some(if forwards { (from, to) } else { (to, from) })
        });
        Self::between(inner.node_count(), pairs)
    }

    /// Joins `size` things by pairs of numbers: a change travels from the first to the second.
    pub fn between(size: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let is_joint = |(from, to): &(usize, usize)| from != to && *from < size && *to < size;
        let mut pairs: Vec<(usize, usize)> = pairs.into_iter().filter(is_joint).collect();
        pairs.sort_unstable();
        pairs.dedup();
        let ahead = FlowEnds::of(size, pairs.iter().copied());
        for (from, to) in &mut pairs {
            std::mem::swap(from, to);
        }
        pairs.sort_unstable();
        Self { ahead, back: FlowEnds::of(size, pairs) }
    }

    /// Returns the number of things, joined or not.
    pub const fn size(&self) -> usize {
        self.ahead.starts.len() - 1
    }

    /// Returns the things that the thing with this number acts on (`Outgoing`), or that act on it (`Incoming`), in order.
    pub fn beside(&self, thing: usize, direction: Direction) -> &[usize] {
        if direction == Direction::Outgoing { self.ahead.at(thing) } else { self.back.at(thing) }
    }

    /// Whether anything is joined to the thing with this number.
    pub fn is_joined(&self, thing: usize) -> bool {
        [Direction::Outgoing, Direction::Incoming]
            .into_iter()
            .any(|direction| !self.beside(thing, direction).is_empty())
    }

    /// Returns what is reached from any of these things over at most `steps` joints, with the things themselves, nearest
    /// first.
    pub fn reached(&self, from: impl IntoIterator<Item = usize>, direction: Direction, steps: usize) -> Vec<usize> {
        let mut seen = vec![false; self.size()];
        let mut is_new = |thing: usize| seen.get_mut(thing).is_some_and(|seen| !std::mem::replace(seen, true));
        let mut found: Vec<usize> = from.into_iter().filter(|thing| is_new(*thing)).collect();
        let mut wave = 0..found.len();
        for _ in 0..steps {
            for at in wave.clone() {
                let far = found.get(at).map_or(&[][..], |thing| self.beside(*thing, direction));
                found.extend(far.iter().copied().filter(|thing| is_new(*thing)));
            }
            wave = wave.end..found.len();
            if wave.is_empty() {
                break;
            }
        }
        found
    }
}
