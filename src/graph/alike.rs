//! Finds things that may be one thing under two names. They are offered with the reason and never merged automatically.

mod beside;
mod names;
mod namesakes;
mod near;
mod stems;
mod within;
mod words;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::record::Kind;

use super::{Key, Ledger};
pub use names::Likeness;
use names::{NameList, Pair};

/// At most this many pairs are offered of which only imported files name both.
const LISTED_PAIRS: usize = 40;

/// Two names that may stand for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The label of the one that was mentioned first.
    pub left: String,
    /// The label of the other.
    pub right: String,
    /// The reason why they may be one thing.
    pub why: Likeness,
    /// The number of neighbours that both have.
    pub shared: usize,
    /// Whether only imported files name both.
    pub listed: bool,
}

/// A pair with what decides its place in the list.
struct RankedPair {
    /// Whether only imported files name both.
    listed: bool,
    /// The number of neighbours of both, if only imported files name them.
    used: usize,
    pair: Alike,
}

/// A name that was typed in spellings that look different: they are one thing to the program, whatever was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The label of the name.
    pub label: String,
    /// Every spelling, in the order of the first mention.
    pub spellings: Vec<String>,
}

impl Ledger {
    /// Returns the pairs of things that may be one, the most probable first; without pairs of which somebody said that
    /// they are two things.
    ///
    /// Pairs of which only imported files name both come last, those in the most use first, and only so many of them: a
    /// register of thousands of rows has thousands of names that look alike.
    ///
    /// The work grows with the number of names and not with the number of pairs, since a name is compared only with
    /// names that share a stem, a piece or a neighbour with it. A piece or neighbour of too many names is skipped.
    pub fn alike(&self) -> Vec<Alike> {
        let names = NameList::of(self);
        let mut found: BTreeMap<Pair, Likeness> = BTreeMap::new();
        let mut note = |(a, b): Pair, why: Likeness| {
            let known = found.entry((a.min(b), a.max(b))).or_insert(why);
            *known = why.min(*known);
        };
        words::pairs(&names, &mut note);
        words::initials(&names, &mut note);
        near::pairs(&names, &mut note);
        within::pairs(&names, &mut note);
        namesakes::pairs(self, &names, &mut note);
        let neighbours = beside::Surroundings::of(self, &names);
        neighbours.pairs(&names, &mut note);
        let apart = self.told_apart();
        let mut offered: Vec<RankedPair> = found
            .into_iter()
            .filter_map(|((a, b), why)| {
                let (one, other) = (*names.keys.get(a)?, *names.keys.get(b)?);
                let is_apart = apart.contains(&in_order(one, other));
                let shared = neighbours.shared(a, b);
                let offered = !is_apart && self.may_be_one(one, other, why);
                let listed = offered && self.is_only_imported(one) && self.is_only_imported(other);
                let used = if listed { neighbours.count(a) + neighbours.count(b) } else { 0 };
                let pair = Alike { listed, ..self.pair(one, other, why, shared) };
                offered.then_some(RankedPair { listed, used, pair })
            })
            .collect();
        let rank =
            |ranked: &RankedPair| (ranked.listed, Reverse(ranked.used), ranked.pair.why, Reverse(ranked.pair.shared));
        offered.sort_by_key(rank);
        let said = offered.iter().take_while(|ranked| !ranked.listed).count();
        offered.truncate(said + LISTED_PAIRS);
        offered.into_iter().map(|ranked| ranked.pair).collect()
    }

    /// Whether only imported files name a thing, which is given by its canonical name.
    fn is_only_imported(&self, thing: &Key) -> bool {
        !self.imports.is_empty() && self.heard_in(thing.as_str()).into_iter().all(|session| self.is_import(session))
    }

    /// Returns the names that were typed in spellings that differ in more than case and spaces.
    pub fn spelled_differently(&self) -> Vec<Spelled> {
        let bare = |typed: &str| typed.split_whitespace().collect::<String>().to_lowercase();
        let differs =
            |spellings: &[String]| spellings.iter().map(|typed| bare(typed)).collect::<BTreeSet<_>>().len() > 1;
        let spelled = self.canonical_names().flat_map(|(key, _)| self.aliases().all(key)).filter_map(|key| {
            let name = self.names.get(key)?;
            let others = self.merging.spelled_plainly(key)?.filter_map(|other| self.names.get(other));
            let mut spellings: Vec<_> = name.spellings().chain(others.flat_map(|other| other.spellings())).collect();
            spellings.sort_by_key(|(_, moment)| *moment);
            let spellings: Vec<String> = spellings.into_iter().map(|(typed, _)| typed.to_owned()).collect();
            differs(&spellings).then(|| Spelled { label: name.label().to_owned(), spellings })
        });
        spelled.collect()
    }

    /// Whether two names may be one thing. A close likeness is enough. Otherwise their kinds must not clash, they must
    /// not both be voices, and no arrow may lead from one to the other.
    fn may_be_one(&self, one: &Key, other: &Key, why: Likeness) -> bool {
        let kinds = (self.traits(one).kind, self.traits(other).kind);
        let known = kinds.0 != Kind::Unknown && kinds.1 != Kind::Unknown;
        let clash = known && kinds.0 != kinds.1;
        let voice = kinds.0 == Kind::Voice && kinds.1 == Kind::Voice;
        why.is_close() || !(clash || voice || self.are_joined(one, other))
    }

    fn pair(&self, one: &Key, other: &Key, why: Likeness, shared: usize) -> Alike {
        let first = |key: &Key| self.names.get(key).and_then(|name| name.first()).cloned();
        let label = |key: &Key| self.names.get(key).map_or("", |name| name.label()).to_owned();
        let (left, right) = if first(other) < first(one) { (other, one) } else { (one, other) };
        Alike { left: label(left), right: label(right), why, shared, listed: false }
    }

    /// Returns the pairs of canonical names of which somebody said that they are two things. Aliases stand for their
    /// thing.
    fn told_apart(&self) -> BTreeSet<(&Key, &Key)> {
        self.apart.iter().map(|(a, b)| in_order(self.aliases().canonical(a), self.aliases().canonical(b))).collect()
    }
}

fn in_order<'k>(a: &'k Key, b: &'k Key) -> (&'k Key, &'k Key) {
    if a <= b { (a, b) } else { (b, a) }
}
