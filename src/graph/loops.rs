use std::collections::{BTreeMap, VecDeque};
use std::ops::RangeInclusive;

use super::Causal;

/// As many steps are tried at most, whatever the map looks like.
const TRIES: usize = 300_000;

/// Simple circles along effects, the shortest first; each is the places on it, from the smallest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loops {
    /// The circles.
    pub places: Vec<Vec<usize>>,
    /// There are more.
    pub cut: bool,
}

/// Lists the simple circles of so many arrows, at most `listed` of them, each once.
///
/// A circle is found from its smallest place, along places from which the way back is still short enough; circles of
/// one length are in the order of their places. Listing all of them explodes in dense maps, as Eberlein and Schoenberg
/// (2020) show, so that the search is bounded by steps; the idea of rooting each circle at its smallest member is
/// Tiernan's and Johnson's (1975).
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
    /// Where each place leads and what leads there, each place once, in order; what moves itself is no circle.
    ahead: Vec<Vec<usize>>,
    into: Vec<Vec<usize>>,
    /// How many arrows lead back to the root, as far as that is known.
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

    /// Lists the circles of this length whose smallest place is the root; says no when it had to give up.
    fn list(&mut self, root: usize, length: usize) -> bool {
        if !self.look_back(root, length) {
            return false;
        }
        let mut waiting = vec![vec![root]];
        while let Some(way) = waiting.pop() {
            if !self.may_go_on() {
                return false;
            }
            let Some(ahead) = way.last().and_then(|place| self.ahead.get(*place)) else { continue };
            if way.len() < length {
                let left = length - way.len();
                let near = |place: &&usize| self.back.get(*place).is_some_and(|back| *back <= left);
                let next = ahead.iter().filter(|place| !way.contains(place)).filter(near);
                waiting.extend(next.rev().map(|place| way.iter().copied().chain([*place]).collect()));
            } else if ahead.binary_search(&root).is_ok() {
                self.found.places.push(way);
            }
        }
        true
    }

    /// Finds the places, none smaller than the root, from which the root can still be reached in time.
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

    fn may_go_on(&mut self) -> bool {
        self.tries = self.tries.saturating_sub(1);
        self.tries > 0 && self.found.places.len() < self.listed
    }
}
