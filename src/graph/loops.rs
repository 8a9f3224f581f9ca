use std::collections::{BTreeMap, VecDeque};
use std::ops::RangeInclusive;

use super::Causal;

/// The maximum number of steps of a search, so that dense maps end in time.
const TRIES: usize = 300_000;

/// The maximum number of steps after the list is full, in which further loops are only counted.
const TRIES_TO_COUNT: usize = 20_000;

/// Simple loops along effects, the shortest first. Each is a list of places that begins with the smallest place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loops {
    /// The loops.
    pub places: Vec<Vec<usize>>,
    /// The number of loops that were found after the list was full.
    pub more: usize,
    /// Whether the search ended at the maximum number of steps, so that there may be loops that were not found.
    pub cut: bool,
}

/// Lists the simple loops of `lengths` arrows, at most `listed` of them, each once. Further ones are counted, as far as
/// a bounded search finds them.
///
/// The search starts at the smallest place of a loop and follows only places from which the path back is short enough.
/// Loops of one length are in the order of their places. Dense maps have too many loops to list, as Eberlein and
/// Schoenberg (2020) show, so the number of steps is bounded. Rooting each loop at its smallest member is an idea of
/// Tiernan and Johnson (1975).
pub fn loops(causal: &Causal<'_>, lengths: RangeInclusive<usize>, listed: usize) -> Loops {
    let mut search = LoopSearch::new(causal, listed);
    for length in lengths {
        for root in 0..causal.things().len() {
            if !search.list(root, length) {
                search.found.cut = true;
                return search.found;
            }
        }
    }
    search.found
}

struct LoopSearch {
    /// The successors and predecessors of each place, each once, in order; an arrow to itself is no loop.
    ahead: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    /// The minimum number of arrows from each place back to the root, for the places found so far.
    back: BTreeMap<usize, usize>,
    found: Loops,
    listed: usize,
    tries: usize,
}

impl LoopSearch {
    fn new(causal: &Causal<'_>, listed: usize) -> Self {
        let others = |place: usize, mut beside: Vec<usize>| {
            beside.retain(|other| *other != place);
            beside.sort_unstable();
            beside.dedup();
            beside
        };
        let places = 0..causal.things().len();
        Self {
            ahead: places.clone().map(|at| others(at, causal.out_of(at).map(|step| step.to).collect())).collect(),
            into: places.map(|at| others(at, causal.into(at).map(|step| step.from).collect())).collect(),
            back: BTreeMap::new(),
            found: Loops::default(),
            listed,
            tries: TRIES,
        }
    }

    /// Lists the loops of this length whose smallest place is the root. Returns `false` when a limit was reached.
    fn list(&mut self, root: usize, length: usize) -> bool {
        if !self.look_back(root, length) {
            return false;
        }
        let mut waiting = vec![vec![root]];
        while let Some(path) = waiting.pop() {
            if !self.may_go_on() {
                return false;
            }
            let Some(ahead) = path.last().and_then(|place| self.ahead.get(*place)) else { continue };
            if path.len() < length {
                let left = length - path.len();
                let near = |place: &&usize| self.back.get(*place).is_some_and(|back| *back <= left);
                let next = ahead.iter().filter(|place| !path.contains(place)).filter(near);
                waiting.extend(next.rev().map(|place| path.iter().copied().chain([*place]).collect()));
            } else if ahead.binary_search(&root).is_ok() {
                self.note(path);
            }
        }
        true
    }

    /// Finds the places greater than the root from which a path of less than `length` arrows leads back to the root.
    /// Returns `false` when a limit was reached.
    fn look_back(&mut self, root: usize, length: usize) -> bool {
        self.back = BTreeMap::from([(root, 0)]);
        let mut waiting = VecDeque::from([(root, 0)]);
        while let Some((place, distance)) = waiting.pop_front() {
            if !self.may_go_on() {
                return false;
            }
            for from in self.into.get(place).into_iter().flatten().filter(|from| **from > root) {
                if distance + 1 < length && !self.back.contains_key(from) {
                    self.back.insert(*from, distance + 1);
                    waiting.push_back((*from, distance + 1));
                }
            }
        }
        true
    }

    /// Lists a loop, or counts it if the list is full.
    fn note(&mut self, path: Vec<usize>) {
        if self.found.places.len() < self.listed {
            self.found.places.push(path);
        } else {
            self.found.more += 1;
            if self.found.more == 1 {
                self.tries = self.tries.min(TRIES_TO_COUNT);
            }
        }
    }

    const fn may_go_on(&mut self) -> bool {
        self.tries = self.tries.saturating_sub(1);
        self.tries > 0
    }
}
