//! Finds things that may be one thing under two names. They are offered with the reason and never merged automatically.

mod beside;
mod compounds;
mod copies;
mod form;
mod initials;
mod likeness;
mod names;
mod namesakes;
mod near;
mod nearest;
mod opposites;
mod score;
mod small_words;
mod stem_weights;
mod tail;
mod tongue;
mod tongues;
mod vectors;
mod within;
mod words;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::record::Kind;

use super::{Key, Ledger};
pub use likeness::{AlikeBand, Likeness};
use names::{FoundPairs, NameList};
use score::Scores;

/// At most this many pairs are offered that are one thing perhaps.
const MOST_PERHAPS: usize = 150;

/// At most this many sure pairs are offered of which only imported files name both.
const MOST_LISTED: usize = 400;

/// Two names that may stand for one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The label of the one that was mentioned first.
    pub left: String,
    /// The label of the other.
    pub right: String,
    /// The strongest reason why they may be one thing.
    pub why: Likeness,
    /// Every reason, the strongest first.
    pub reasons: Vec<Likeness>,
    /// How much they look alike, in thousandths: 1000 for the same name. It is for ordering and is no measurement.
    pub score: u16,
    /// The number of neighbours that both have.
    pub shared: usize,
    /// Whether only imported files name both.
    pub listed: bool,
}

impl Alike {
    /// Returns how surely they are one thing.
    pub const fn band(&self) -> AlikeBand {
        AlikeBand::of(self.score)
    }
}

/// A pair with what decides its place in the list.
struct RankedPair {
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
    /// Returns the pairs of things that may be one, the sure ones first and then by score; without pairs of which somebody
    /// said that they are two things.
    ///
    /// In each band the pairs that somebody named come before those that only imported files name. There are at most as
    /// many pairs that are one thing perhaps as there are names, and never more than people go through.
    ///
    /// The work grows with the number of names and not with the number of pairs, since a name is compared only with
    /// names that share a stem, a piece or a neighbour with it. A piece or neighbour of too many names is skipped.
    pub fn alike(&self) -> Vec<Alike> {
        let names = NameList::of(self);
        let scores = Scores::of(&names.forms);
        let neighbours = beside::Surroundings::of(self, &names);
        let mut found = FoundPairs::default();
        words::pairs(&names, &scores, &mut found);
        copies::pairs(&names, &mut found);
        initials::pairs(&names, &mut found);
        near::pairs(&names, &scores, &mut found);
        within::pairs(&names, &scores, &mut found);
        namesakes::pairs(self, &names, &mut found);
        nearest::pairs(&names, &scores, &mut found);
        neighbours.pairs(&names, &mut found);
        let apart = self.told_apart();
        let offered = found.into_pairs().filter_map(|((a, b), signs)| {
            let (one, other) = (*names.keys.get(a)?, *names.keys.get(b)?);
            let (score, reasons) = (signs.score, signs.reasons());
            let why = *reasons.first()?;
            let is_offered = !apart.contains(&in_order(one, other)) && self.may_be_one(one, other, why);
            let listed = is_offered && self.is_only_imported(one) && self.is_only_imported(other);
            let used = if listed { neighbours.count(a) + neighbours.count(b) } else { 0 };
            let (left, right) = self.labels_in_order(one, other);
            let pair = Alike { left, right, why, reasons, score, shared: neighbours.shared(a, b), listed };
            is_offered.then_some(RankedPair { used, pair })
        });
        few(offered.collect(), names.keys.len())
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
    /// not both be voices, and no arrow may lead from one to the other. A party that only its name suggests clashes with
    /// nothing.
    fn may_be_one(&self, one: &Key, other: &Key, why: Likeness) -> bool {
        let traits = [self.traits(one), self.traits(other)];
        let kinds = traits.each_ref().map(|traits| match traits.kind {
            Kind::Party if !traits.vouched_party => Kind::Unknown,
            kind => kind,
        });
        let known = !kinds.contains(&Kind::Unknown);
        let [one_kind, other_kind] = kinds;
        let clash = known && one_kind != other_kind;
        let voice = one_kind == Kind::Voice && other_kind == Kind::Voice;
        why.is_close() || !(clash || voice || self.are_joined(one, other))
    }

    /// Returns the labels of two names, the one that was mentioned first before the other.
    fn labels_in_order(&self, one: &Key, other: &Key) -> (String, String) {
        let first = |key: &Key| self.names.get(key).and_then(|name| name.first()).cloned();
        let label = |key: &Key| self.names.get(key).map_or("", |name| name.label()).to_owned();
        if first(other) < first(one) { (label(other), label(one)) } else { (label(one), label(other)) }
    }

    /// Returns the pairs of canonical names of which somebody said that they are two things. Aliases stand for their
    /// thing.
    fn told_apart(&self) -> BTreeSet<(&Key, &Key)> {
        self.apart.keys().map(|(a, b)| in_order(self.aliases().canonical(a), self.aliases().canonical(b))).collect()
    }
}

/// Sorts the pairs, and leaves out those at the end that are too many.
fn few(mut pairs: Vec<RankedPair>, names: usize) -> Vec<Alike> {
    pairs.sort_by_key(|RankedPair { used, pair }| {
        (pair.band(), pair.listed, Reverse(pair.score), Reverse(*used), pair.why, Reverse(pair.shared))
    });
    let (mut listed, mut perhaps) = (0, 0);
    pairs.retain(|RankedPair { pair, .. }| {
        let is_perhaps = pair.band() == AlikeBand::Perhaps;
        perhaps += usize::from(is_perhaps);
        listed += usize::from(pair.listed && !is_perhaps);
        if is_perhaps { perhaps <= names.min(MOST_PERHAPS) } else { !pair.listed || listed <= MOST_LISTED }
    });
    pairs.into_iter().map(|ranked| ranked.pair).collect()
}

fn in_order<'k>(a: &'k Key, b: &'k Key) -> (&'k Key, &'k Key) {
    if a <= b { (a, b) } else { (b, a) }
}
