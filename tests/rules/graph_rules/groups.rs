//! Which things belong together.

use std::collections::{BTreeMap, BTreeSet};

use adjacent::graph::{Graph, GroupName, Key, ThingGroups, is_grouping};
use adjacent::record::Kind;

use crate::graph_rules::by_chance::{MAPS, claims, map, told};
use crate::graph_rules::tale::{Tale, graph_of, ledger};

/// The groups as lists of labels, things in no group one by one.
fn partition(groups: &ThingGroups) -> Vec<BTreeSet<Key>> {
    let all = groups.groups.iter().map(|group| group.things.iter().cloned().collect());
    all.chain(groups.alone.iter().map(|key| BTreeSet::from([key.clone()]))).collect()
}

/// How strongly two things are joined, both directions together.
fn weights(graph: &Graph) -> BTreeMap<(Key, Key), f64> {
    let mut weights = BTreeMap::new();
    for link in graph.links().filter(|link| is_grouping(link.arrow.relation) && link.from.key != link.to.key) {
        for (from, to) in [(&link.from.key, &link.to.key), (&link.to.key, &link.from.key)] {
            *weights.entry((from.clone(), to.clone())).or_insert(0.0) += f64::from(link.arrow.strength.tenths());
        }
    }
    weights
}

/// Newman and Girvan's sum over all pairs of things of one group.
fn modularity(graph: &Graph, groups: &[BTreeSet<Key>]) -> f64 {
    let weights = weights(graph);
    let total: f64 = weights.values().sum();
    if total == 0.0 {
        return 0.0;
    }
    let degree =
        |key: &Key| -> f64 { weights.iter().filter(|((from, _), _)| from == key).map(|(_, weight)| weight).sum() };
    let mut sum = 0.0;
    for group in groups {
        for from in group {
            for to in group {
                let joined = weights.get(&(from.clone(), to.clone())).copied().unwrap_or_default();
                sum += joined - degree(from) * degree(to) / total;
            }
        }
    }
    sum / total
}

/// Every partition of up to so many things.
fn partitions(keys: &[Key]) -> Vec<Vec<BTreeSet<Key>>> {
    let Some((first, rest)) = keys.split_first() else { return vec![Vec::new()] };
    let mut all = Vec::new();
    for partition in partitions(rest) {
        for at in 0..partition.len() {
            let mut with = partition.clone();
            with[at].insert(first.clone());
            all.push(with);
        }
        all.push(partition.into_iter().chain([BTreeSet::from([first.clone()])]).collect());
    }
    all
}

#[test]
fn every_thing_is_in_one_group_and_the_groups_are_never_worse_than_none() {
    for seed in 0..MAPS {
        let graph = map(seed);
        let groups = ThingGroups::of(&graph);
        let partition = partition(&groups);
        let all: Vec<&Key> = partition.iter().flatten().collect();
        assert_eq!(all.len(), graph.things().count(), "map {seed}");
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "map {seed}");
        let found = modularity(&graph, &partition);
        assert!((found - groups.modularity).abs() < 1e-9, "map {seed}: {found} {}", groups.modularity);
        let alone: Vec<BTreeSet<Key>> = graph.things().map(|thing| BTreeSet::from([thing.key.clone()])).collect();
        assert!(found >= modularity(&graph, &alone) - 1e-9, "map {seed}");
        for group in &groups.groups {
            assert!(holds_together(&graph, &group.things), "map {seed}: {:?}", group.things);
        }
    }
}

/// Whether every thing of a group can be reached from its first without leaving it.
fn holds_together(graph: &Graph, things: &[Key]) -> bool {
    let weights = weights(graph);
    let mut found = BTreeSet::from([things[0].clone()]);
    for _ in things {
        let next: Vec<Key> = weights
            .keys()
            .filter(|(from, to)| found.contains(from) && things.contains(to))
            .map(|(_, to)| to.clone())
            .collect();
        found.extend(next);
    }
    found.len() == things.len()
}

#[test]
fn the_groups_are_nearly_always_the_best_there_are() {
    let (mut best_sum, mut found_sum) = (0.0, 0.0);
    for seed in (0..MAPS).filter(|seed| map(*seed).things().count() <= 6).take(120) {
        let graph = map(seed);
        let keys: Vec<Key> = graph.things().map(|thing| thing.key.clone()).collect();
        let best = partitions(&keys).iter().map(|groups| modularity(&graph, groups)).fold(f64::MIN, f64::max);
        let found = ThingGroups::of(&graph).modularity;
        assert!(found <= best + 1e-9, "map {seed}");
        best_sum += best;
        found_sum += found;
    }
    assert!(found_sum >= 0.95 * best_sum, "{found_sum} of {best_sum}");
}

#[test]
fn the_order_in_which_things_were_said_changes_no_group() {
    for seed in 0..200 {
        let said = claims(seed);
        let turned: Vec<_> = said.iter().rev().cloned().collect();
        let (groups, backwards) = (ThingGroups::of(&told(&said)), ThingGroups::of(&told(&turned)));
        assert_eq!(partition(&groups), partition(&backwards), "map {seed}");
    }
}

#[test]
fn the_order_of_files_changes_nothing() {
    let one = Tale::on_day(20, "one").claims("a", "A -> B", "+").claims("a", "C -> D", "-").told();
    let two = Tale::on_day(21, "two").claims("b", "B -> A", "-").claims("b", "D -> E", "+").told();
    let groups = |order: &[adjacent::record::Session]| ThingGroups::of(&ledger(order).graph(None));
    assert_eq!(groups(&[one.clone(), two.clone()]), groups(&[two, one]));
}

#[test]
fn a_plus_and_a_minus_between_two_things_join_them_twice_and_never_cancel() {
    let tale = Tale::new()
        .claims("a", "Bot -> Calls", "+")
        .claims("a", "Calls -> Bot", "-")
        .claims("a", "Price -> Churn", "-")
        .claims("a", "Churn -> Calls", "+");
    let groups = ThingGroups::of(&graph_of(tale));
    let pairs: Vec<Vec<&str>> =
        groups.groups.iter().map(|group| group.things.iter().map(Key::as_str).collect()).collect();
    assert_eq!(pairs, [["bot", "calls"], ["churn", "price"]]);
    let inside = groups.groups[0].inside;
    assert_eq!((inside.plus, inside.minus, groups.groups[0].across.all()), (1, 1, 1));
}

#[test]
fn a_group_is_called_after_its_unit_a_common_word_or_its_busiest_thing() {
    let tale = Tale::new()
        .named("Claims", Kind::Party)
        .claims("a", "Claims -> Triage", "owns")
        .claims("a", "Claims -> Backlog", "owns")
        .claims("a", "Triage -> Backlog", "-")
        .claims("a", "Customer trust -> Customer churn", "-")
        .claims("a", "Stock -> Price", "+")
        .claims("a", "Stock -> Margin", "+");
    let groups = ThingGroups::of(&graph_of(tale));
    let names: Vec<&GroupName> = groups.groups.iter().map(|group| &group.name).collect();
    let key = |label| Key::of(label).unwrap();
    assert_eq!(
        names,
        [&GroupName::Around(key("Stock")), &GroupName::Unit(key("Claims")), &GroupName::Word("customer".to_owned())]
    );
    assert_eq!(groups.alone, [key("Claims")], "who answers for a thing joins it to nothing");
}
