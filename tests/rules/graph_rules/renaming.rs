//! Another name for a thing, within a session and from a later one, and taking that back.

use adjacent::export::map_json;
use adjacent::graph::Graph;
use adjacent::record::{Attribute, Kind, Status};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::graph_rules::tale::{Tale, arrow, arrows, graph, graph_of, ledger, thing};

fn labels(graph: &Graph) -> Vec<&str> {
    graph.things().map(|thing| thing.label.as_str()).collect()
}

/// A thing with arrows, a kind and a status, under the name `ED docs`.
fn docs() -> Tale {
    Tale::new()
        .named("ED docs", Kind::Party)
        .set("ED docs", Attribute::Status(Status::Pilot))
        .claims("a", "ED docs -> Trust", "-")
        .claims("b", "Trust -> ED docs", "+")
}

#[test]
fn a_renamed_thing_keeps_everything_said_about_it_and_the_old_name_means_it() {
    let graph = graph_of(docs().renamed("ED docs", "Emergency doctors").claims("c", "ED docs -> Trust", "+"));
    assert_eq!(labels(&graph), ["Emergency doctors", "Trust"]);
    let renamed = thing(&graph, "Emergency doctors");
    assert_eq!((renamed.kind, renamed.status), (Kind::Party, Some(Status::Pilot)));
    assert_eq!(renamed.aliases, ["ED docs"]);
    assert_eq!(arrow(&graph, "Emergency doctors -> Trust").tally.plus, 1);
}

#[test]
fn what_is_said_of_a_renamed_thing_holds_before_and_after() {
    let later = docs().renamed("ED docs", "Doctors").set("Doctors", Attribute::Status(Status::Live));
    assert_eq!(thing(&graph_of(later), "Doctors").status, Some(Status::Live));
    let old = docs().renamed("ED docs", "Doctors").set("ed DOCS", Attribute::Status(Status::Fading));
    assert_eq!(thing(&graph_of(old), "Doctors").status, Some(Status::Fading));
}

#[test]
fn a_spelling_can_be_mended() {
    let graph = graph_of(docs().renamed("ED docs", "ED Docs"));
    assert_eq!(labels(&graph), ["ED Docs", "Trust"]);
    assert_eq!(thing(&graph, "ED docs").aliases, ["ED docs"]);
}

#[test]
fn a_thing_can_be_renamed_twice_and_back() {
    let twice = docs().renamed("ED docs", "Doctors").renamed("Doctors", "Medics");
    assert_eq!(labels(&graph_of(twice.clone())), ["Medics", "Trust"]);
    let back = twice.renamed("Medics", "ED docs");
    assert_eq!(labels(&graph_of(back.clone())), ["ED docs", "Trust"]);
    assert_eq!(arrows(&graph_of(back)), ["ED docs -> Trust", "Trust -> ED docs"]);
}

#[test]
fn a_later_session_renames_on_the_shared_map() {
    let renaming = Tale::on_day(21, "later").renamed("ED docs", "Doctors").told();
    for sessions in [[docs().told(), renaming.clone()], [renaming, docs().told()]] {
        assert_eq!(labels(&graph(&sessions)), ["Doctors", "Trust"]);
    }
}

#[test]
fn a_renaming_is_not_listed_among_the_merged_names() {
    assert!(ledger(&[docs().renamed("ED docs", "Doctors").told()]).joined().is_empty());
    let merged = docs().renamed("ED docs", "Doctors").claims("a", "Medics -> Trust", "+").merged("Doctors", "Medics");
    assert_eq!(ledger(&[merged.told()]).joined().len(), 1);
}

#[test]
fn merging_the_other_way_round_swaps_the_name_that_is_shown() {
    let merged = docs().claims("c", "Medics -> Trust", "+").merged("ED docs", "Medics");
    assert_eq!(labels(&graph_of(merged.clone())), ["ED docs", "Trust"]);
    let swapped = merged.merged("Medics", "ED docs");
    assert_eq!(labels(&graph_of(swapped.clone())), ["Medics", "Trust"]);
    assert_eq!(thing(&graph_of(swapped.clone()), "Medics").status, Some(Status::Pilot));
    assert_eq!(labels(&graph_of(swapped.clone().merged("ED docs", "Medics"))), ["ED docs", "Trust"]);
    let parted = swapped.unmerged("ED docs", "Medics");
    assert_eq!(labels(&graph_of(parted)), ["ED docs", "Medics", "Trust"]);
}

#[test]
fn a_name_that_was_swapped_in_leaves_with_its_merge_alone() {
    let merged = Tale::new()
        .claims("a", "A -> T", "+")
        .claims("a", "B -> T", "+")
        .claims("a", "C -> T", "+")
        .merged("A", "B")
        .merged("B", "C")
        .merged("C", "A");
    assert_eq!(labels(&graph_of(merged.clone())), ["C", "T"]);
    assert_eq!(labels(&graph_of(merged.clone().unmerged("A", "B"))), ["A", "B", "T"]);
    assert_eq!(labels(&graph_of(merged.unmerged("A", "C"))), ["A", "C", "T"]);
}

const NAMES: [&str; 6] = ["Bot", "bot", "Service bot", "Trust", "Queue", "Straße"];

fn name() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(&NAMES[..])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn renaming_and_taking_it_back_gives_the_bytes_of_before(
        arrows in prop::collection::vec((name(), name()), 0..6),
        merged in prop::option::of((name(), name())),
        earlier in prop::option::of((name(), name())),
        (from, to) in (name(), name()),
    ) {
        let mut tale = Tale::new();
        for (start, end) in arrows {
            tale = tale.claims("a", &format!("{start} -> {end}"), "+");
        }
        if let Some((keep, drop)) = merged {
            tale = tale.merged(keep, drop);
        }
        if let Some((from, to)) = earlier {
            tale = tale.renamed(from, to);
        }
        let before = map_json(&graph_of(tale.clone()));
        prop_assert_eq!(map_json(&graph_of(tale.renamed(from, to).undone())), before);
    }
}
