//! Names with the same neighbours.

use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Kind, Relation};

use super::super::Key;
use super::super::Ledger;
use super::super::adjacency::ArrowSide;
use super::likeness::Likeness;
use super::names::{FoundPairs, NameList, Pair};

/// The maximum number of names that share a neighbour. A neighbour of more names is no sign of likeness.
const CROWD: usize = 12;

/// The minimum number of neighbours in common.
const FEWEST: usize = 2;

const BESIDE: u16 = 500;

/// The neighbours of each name.
pub(super) struct Surroundings<'a> {
    of: Vec<BTreeSet<(ArrowSide, Relation, &'a Key)>>,
    kinds: Vec<Kind>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(ledger: &'a Ledger, names: &NameList<'a>) -> Self {
        let beside = |key: &'a Key| {
            let side = |side| {
                let found = ledger.sorted_beside(key, side).into_iter();
                found.map(move |(other, relation)| (side, relation, other))
            };
            side(ArrowSide::Into).chain(side(ArrowSide::Out)).collect()
        };
        Self {
            of: names.keys.iter().map(|key| beside(key)).collect(),
            kinds: names.keys.iter().map(|key| ledger.traits(key).kind).collect(),
        }
    }

    /// Returns the number of neighbours of a name.
    pub(super) fn count(&self, at: usize) -> usize {
        self.of.get(at).map_or(0, BTreeSet::len)
    }

    /// Returns the number of neighbours that two names have in common.
    pub(super) fn shared(&self, a: usize, b: usize) -> usize {
        match (self.of.get(a), self.of.get(b)) {
            (Some(a), Some(b)) => a.intersection(b).count(),
            _ => 0,
        }
    }

    /// Finds the pairs of one kind that share a word, at least two neighbours, and half of all neighbours. A pair
    /// without a common word must share at least three neighbours, and three quarters of all. Only factors, resources
    /// and processes are paired without a common word: two initiatives or two parties are two things, whatever they
    /// share.
    pub(super) fn pairs(&self, names: &NameList<'_>, found: &mut FoundPairs) {
        let mut around: BTreeMap<(ArrowSide, Relation, &Key), Vec<usize>> = BTreeMap::new();
        for (at, beside) in self.of.iter().enumerate() {
            for place in beside {
                around.entry(*place).or_default().push(at);
            }
        }
        let mut shared: BTreeMap<Pair, usize> = BTreeMap::new();
        for crowd in around.values().filter(|crowd| crowd.len() <= CROWD) {
            for (at, a) in crowd.iter().enumerate() {
                for b in crowd.iter().skip(at + 1) {
                    *shared.entry((*a, *b)).or_default() += 1;
                }
            }
        }
        for ((a, b), shared) in shared.into_iter().filter(|(_, shared)| *shared >= FEWEST) {
            let all = self.together(a, b).saturating_sub(shared);
            let word = names.forms.get(a).zip(names.forms.get(b)).is_some_and(|(a, b)| a.shares_a_word(b));
            let enough = if word { 2 * shared >= all } else { shared > FEWEST && 4 * shared >= 3 * all };
            if enough && self.are_of_one_kind(a, b) && (word || self.is_what_work_is_made_of(a)) {
                found.note((a, b), Likeness::Beside, BESIDE);
            }
        }
    }

    fn are_of_one_kind(&self, a: usize, b: usize) -> bool {
        self.kinds.get(a) == self.kinds.get(b) && self.kinds.get(a) != Some(&Kind::Unknown)
    }

    fn is_what_work_is_made_of(&self, at: usize) -> bool {
        matches!(self.kinds.get(at), Some(Kind::Factor | Kind::Resource | Kind::Process))
    }

    fn together(&self, a: usize, b: usize) -> usize {
        self.of.get(a).map_or(0, BTreeSet::len) + self.of.get(b).map_or(0, BTreeSet::len)
    }
}

impl Ledger {
    /// Whether anything was said about an arrow between two things, by their canonical names.
    pub(super) fn are_joined(&self, one: &Key, other: &Key) -> bool {
        let beside = |side| self.sorted_beside(one, side).into_iter().any(|(key, _)| key == other);
        beside(ArrowSide::Into) || beside(ArrowSide::Out)
    }
}
