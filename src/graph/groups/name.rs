use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Graph, Key};
use crate::record::Kind;

/// What the things of a group share, by which it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupName {
    /// More than half of its things belong to this unit.
    Unit(Key),
    /// This word stands in more than half of its labels.
    Word(String),
    /// They share nothing else: the thing with the most arrows among them.
    Around(Key),
}

/// The minimum number of letters of a word that names a group.
const LETTERS: usize = 4;
/// Words that say nothing about a group, though they are long enough.
const EMPTY_WORDS: [&str; 14] =
    ["with", "from", "that", "this", "into", "over", "more", "less", "than", "their", "them", "when", "what", "other"];

/// Returns a name for each group. A name that two groups would have goes to neither: both are called after their busiest
/// things.
pub(super) fn named(graph: &Graph, groups: &[Vec<Key>]) -> Vec<Option<GroupName>> {
    let shared: Vec<Option<GroupName>> =
        groups.iter().map(|things| unit(graph, things).or_else(|| word(things))).collect();
    let is_unique = |name: &GroupName| shared.iter().flatten().filter(|other| *other == name).count() == 1;
    let named = groups.iter().zip(&shared).map(|(things, shared)| {
        let own = shared.clone().filter(is_unique);
        own.or_else(|| busiest(graph, things).map(GroupName::Around))
    });
    named.collect()
}

/// Returns the unit of more than half of the things.
fn unit(graph: &Graph, things: &[Key]) -> Option<GroupName> {
    let units = things.iter().filter_map(|thing| graph.thing(thing)?.unit.clone());
    most(units, things.len()).map(GroupName::Unit)
}

/// Returns the word that stands in more than half of the labels; names of kinds do not count, since neutral names are made of
/// them.
fn word(things: &[Key]) -> Option<GroupName> {
    let kinds: BTreeSet<&str> = Kind::SORTED.iter().chain([&Kind::Unknown]).map(|kind| kind.word()).collect();
    let counts = |word: &&str| word.chars().count() >= LETTERS && !EMPTY_WORDS.contains(word) && !kinds.contains(word);
    let words = things.iter().flat_map(|thing| {
        let words: BTreeSet<&str> = thing.as_str().split(' ').filter(counts).collect();
        words.into_iter().map(str::to_owned)
    });
    most(words, things.len()).map(GroupName::Word)
}

/// Returns what stands most often among these, if for more than half of `all`; of equals the first.
fn most<T: Ord>(these: impl Iterator<Item = T>, all: usize) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    for one in these {
        *counts.entry(one).or_default() += 1;
    }
    let most = counts.into_iter().rev().max_by_key(|(_, count)| *count);
    most.filter(|(_, count)| 2 * count > all && *count > 1).map(|(one, _)| one)
}

/// Returns the thing with the most arrows; of equals the first.
fn busiest(graph: &Graph, things: &[Key]) -> Option<Key> {
    things.iter().rev().max_by_key(|thing| graph.arrows_at(thing)).cloned()
}
