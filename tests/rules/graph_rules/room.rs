//! Who has to be in the room to reach most of a map, and what is joined to nothing.

use std::collections::BTreeSet;

use adjacent::graph::{Graph, Key, RoomCover};
use adjacent::record::Kind;

use crate::graph_rules::by_chance::{MAPS, map, pairs, reached};
use crate::graph_rules::tale::{Tale, graph_of};

/// What a unit reaches, depth first: its own things, and what they act on within two arrows, without the units.
fn reach(graph: &Graph, unit: &Key) -> BTreeSet<usize> {
    let pairs = pairs(graph);
    let things: Vec<_> = graph.things().collect();
    let own = (0..things.len()).filter(|at| things[*at].unit.as_ref() == Some(unit));
    let found = own.flat_map(|at| reached(&pairs, at, 2));
    found.filter(|at| things[*at].kind != Kind::Party).collect()
}

#[test]
fn what_the_chosen_units_reach_is_what_they_reach_together_on_a_thousand_maps() {
    for seed in 0..MAPS {
        let graph = map(seed);
        let cover = RoomCover::of(&graph);
        let units: BTreeSet<&Key> = graph.things().filter_map(|thing| thing.unit.as_ref()).collect();
        let mut together = BTreeSet::new();
        for (unit, adds) in &cover.units {
            let before = together.len();
            together.extend(reach(&graph, unit));
            assert_eq!(together.len() - before, *adds, "map {seed}");
            assert!(*adds > 0, "map {seed}");
        }
        assert_eq!(together.len(), cover.reached, "map {seed}");
        let all: BTreeSet<usize> = units.iter().flat_map(|unit| reach(&graph, unit)).collect();
        assert_eq!(all.len(), cover.reachable, "map {seed}");
        assert!(100 * cover.reached >= 90 * cover.reachable, "three units always reach what there is: map {seed}");
        // The first unit reaches at least as much as any other.
        let most = units.iter().map(|unit| reach(&graph, unit).len()).max().unwrap_or_default();
        assert_eq!(cover.units.first().map_or(0, |(_, adds)| *adds), most, "map {seed}");
    }
}

#[test]
fn units_that_reach_equally_much_are_taken_in_the_order_of_their_names() {
    let tale = Tale::new()
        .named("Beta", Kind::Party)
        .named("Alpha", Kind::Party)
        .claims("a", "Beta -> B", "owns")
        .claims("a", "Alpha -> A", "owns")
        .claims("a", "A -> C", "+")
        .claims("a", "B -> D", "+");
    let cover = RoomCover::of(&graph_of(tale));
    let units: Vec<(&str, usize)> = cover.units.iter().map(|(unit, adds)| (unit.as_str(), *adds)).collect();
    assert_eq!(units, [("alpha", 2), ("beta", 2)]);
    assert_eq!((cover.reached, cover.reachable, cover.things), (4, 4, 4));
}

#[test]
fn a_thing_that_somebody_only_answers_for_is_joined_to_nothing() {
    let tale = Tale::new()
        .named("Claims", Kind::Party)
        .named("Idea", Kind::Initiative)
        .named("Nobody's", Kind::Initiative)
        .claims("a", "Claims -> Idea", "owns")
        .claims("a", "Bot -> Trust", "aims +");
    let graph = graph_of(tale);
    let orphans: Vec<&str> = graph.orphans().map(|thing| thing.label.as_str()).collect();
    assert_eq!(orphans, ["Idea", "Nobody's"]);
}
