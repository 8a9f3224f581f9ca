//! Small maps by chance, and the plain code that says what is true of them: the measures are compared with it.

use std::collections::BTreeSet;

use adjacent::graph::Graph;
use adjacent::record::{Kind, Relation};

use crate::graph_rules::tale::{Tale, graph_of};
use crate::layout::chance::Chance;

/// How many maps every measure is compared on.
pub(crate) const MAPS: u64 = 1_000;

const TAILS: [&str; 10] = ["+", "-", "++", "---", "feeds", "feeds +", "needs", "rewards -", "aims +", "owns"];

/// What is said on a map of up to eight things and sixteen arrows, with parties, loops, disputes and arrows to oneself.
pub(crate) fn claims(seed: u64) -> Vec<(String, &'static str)> {
    let mut chance = Chance::new(seed);
    let things = 1 + chance.below(8);
    let mut claims = Vec::new();
    for _ in 0..chance.below(17) {
        let tail = TAILS[chance.below(TAILS.len())];
        let from = if tail == "owns" { format!("U{}", chance.below(3)) } else { format!("T{}", chance.below(things)) };
        claims.push((format!("{from} -> T{}", chance.below(things)), tail));
    }
    claims
}

/// The map of these claims, told in this order.
pub(crate) fn told(claims: &[(String, &'static str)]) -> Graph {
    let mut tale = Tale::new();
    for unit in ["U0", "U1", "U2"] {
        if claims.iter().any(|(arrow, _)| arrow.starts_with(unit)) {
            tale = tale.named(unit, Kind::Party);
        }
    }
    for (at, (arrow, tail)) in claims.iter().enumerate() {
        tale = tale.claims(["a", "b", "c"][at % 3], arrow, tail);
    }
    graph_of(tale)
}

pub(crate) fn map(seed: u64) -> Graph {
    told(&claims(seed))
}

/// The numbers of the things that a change goes between, each pair once.
pub(crate) fn pairs(graph: &Graph) -> BTreeSet<(usize, usize)> {
    let at = |key| graph.index(key).unwrap().index();
    let pairs = graph.links().filter_map(|link| {
        let (from, to) = (at(&link.from.key), at(&link.to.key));
        match link.arrow.relation {
            Relation::Affects | Relation::Feeds | Relation::Rewards => Some((from, to)),
            Relation::Needs => Some((to, from)),
            _ => None,
        }
    });
    pairs.filter(|(from, to)| from != to).collect()
}

/// What can be reached from a thing, itself among it, over at most so many pairs: depth first.
pub(crate) fn reached(pairs: &BTreeSet<(usize, usize)>, from: usize, steps: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::from([from]);
    if steps > 0 {
        for (_, to) in pairs.iter().filter(|(near, _)| *near == from) {
            let without: BTreeSet<(usize, usize)> = pairs.iter().copied().filter(|(_, to)| *to != from).collect();
            found.extend(reached(&without, *to, steps - 1));
        }
    }
    found
}
