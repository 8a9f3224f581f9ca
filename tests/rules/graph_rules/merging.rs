//! Two names for one thing, and taking that back.

use adjacent::export::map_json;
use adjacent::graph::Graph;
use adjacent::record::{Attribute, Direction, Fact, Kind, Slot, Status, Want};

use crate::graph_rules::tale::{Tale, arrow, arrows, graph, graph_of, thing};

fn labels(graph: &Graph) -> Vec<&str> {
    graph.things().map(|thing| thing.label.as_str()).collect()
}

#[test]
fn the_first_name_stays_and_the_second_leads_to_it() {
    let tale = Tale::new()
        .claims("a", "Bot -> Resolution", "-")
        .claims("b", "Bot -> First-contact resolution", "-")
        .merged("Resolution", "First-contact resolution")
        .claims("c", "First-contact resolution -> Repeat calls", "-");
    let graph = graph_of(tale);
    assert_eq!(labels(&graph), ["Bot", "Repeat calls", "Resolution"]);
    assert_eq!(arrow(&graph, "Bot -> Resolution").tally.minus, 2);
    assert_eq!(arrow(&graph, "Resolution -> Repeat calls").tally.minus, 1);
    assert_eq!(thing(&graph, "Resolution").aliases, ["First-contact resolution"]);
}

#[test]
fn one_person_who_used_both_names_counts_once() {
    let tale = Tale::new().claims("a", "Bot -> FCR", "-").claims("a", "Bot -> Resolution", "+");
    let graph = graph_of(tale.merged("Resolution", "FCR"));
    let tally = arrow(&graph, "Bot -> Resolution").tally;
    assert_eq!((tally.plus, tally.minus), (1, 0));
}

#[test]
fn a_claim_between_the_two_leaves_the_map_and_is_still_a_claim() {
    let tale = Tale::new().claims("a", "FCR -> Resolution", "+").claims("a", "Resolution -> FCR", "+");
    let graph = graph_of(tale.merged("Resolution", "FCR"));
    assert_eq!(arrows(&graph).len(), 0);
    assert_eq!(graph.set_aside().count(), 0);
    assert_eq!(graph.counts().claims, 2);
}

#[test]
fn the_second_name_fills_in_only_what_the_first_lacks() {
    let tale = Tale::new()
        .named("A", Kind::Unknown)
        .set("A", Attribute::Want(Want::Up))
        .named("B", Kind::Initiative)
        .set("B", Attribute::Want(Want::Down))
        .set("B", Attribute::Status(Status::Live))
        .set("B", Attribute::Scarce)
        .merged("A", "B");
    let graph = graph_of(tale);
    let a = thing(&graph, "A");
    assert_eq!((a.kind, a.want, a.status), (Kind::Initiative, Some(Want::Up), Some(Status::Live)));
    assert_eq!((a.scarce, a.outside), (true, false));
}

#[test]
fn after_merging_what_is_said_of_the_second_name_is_said_of_the_first() {
    let tale = Tale::new()
        .set("A", Attribute::Status(Status::Live))
        .set("B", Attribute::Status(Status::Pilot))
        .merged("A", "B");
    assert_eq!(thing(&graph_of(tale.clone()), "A").status, Some(Status::Live));
    let graph = graph_of(tale.set("B", Attribute::Status(Status::Fading)));
    assert_eq!(thing(&graph, "A").status, Some(Status::Fading));
}

#[test]
fn observations_and_rules_move_along() {
    let saw = |label: &str, direction| Fact::Observed { label: label.into(), direction, words: None };
    let rule = |label: &str, text: &str| Fact::Ruled { label: label.into(), slot: Slot::Never, text: text.into() };
    let tale = Tale::new()
        .fact(saw("B", Direction::Down))
        .fact(saw("A", Direction::Up))
        .fact(rule("A", "refuses"))
        .fact(rule("B", "promises"))
        .merged("A", "B");
    let graph = graph_of(tale);
    let a = thing(&graph, "A");
    let seen: Vec<Direction> = a.observations.iter().map(|seen| seen.direction).collect();
    assert_eq!(seen, [Direction::Down, Direction::Up]);
    assert_eq!(a.rules.get(&Slot::Never).map(String::as_str), Some("promises"));
}

#[test]
fn names_of_names_lead_to_the_same_thing() {
    let tale = Tale::new().claims("a", "X -> C", "-").merged("B", "C").merged("A", "B").merged("A", "C");
    let graph = graph_of(tale);
    assert_eq!(labels(&graph), ["A", "X"]);
    assert_eq!(arrows(&graph), ["X -> A"]);
}

#[test]
fn a_merge_said_in_one_session_holds_in_all() {
    let first = Tale::on_day(9, "first").merged("Resolution", "FCR").told();
    let second = Tale::on_day(10, "second").claims("a", "Bot -> FCR", "-").told();
    assert_eq!(arrows(&graph(&[second, first])), ["Bot -> Resolution"]);
}

fn before_merging() -> Tale {
    Tale::new()
        .named("Resolution", Kind::Factor)
        .set("FCR", Attribute::Want(Want::Up))
        .claims("a", "Bot -> FCR", "- seen")
        .claims("b", "Bot -> Resolution", "+")
        .claims("b", "FCR -> Resolution", "+")
        .claims("c", "Resolution -> Repeat calls", "-- 7d")
}

#[test]
fn taking_a_merge_back_leaves_exactly_what_would_be_there_without_it() {
    let never = map_json(&graph_of(before_merging()));
    let merged = map_json(&graph_of(before_merging().merged("Resolution", "FCR")));
    let parted = map_json(&graph_of(before_merging().merged("Resolution", "FCR").unmerged("Resolution", "FCR")));
    assert_ne!(never, merged);
    assert_eq!(never, parted);
}

#[test]
fn what_was_said_while_merged_goes_back_to_the_name_it_was_said_of() {
    let tale = Tale::new()
        .set("A", Attribute::Status(Status::Live))
        .merged("A", "B")
        .set("B", Attribute::Status(Status::Fading))
        .unmerged("A", "B");
    let graph = graph_of(tale);
    assert_eq!(thing(&graph, "A").status, Some(Status::Live));
    assert_eq!(thing(&graph, "B").status, Some(Status::Fading));
}

#[test]
fn taking_one_name_out_leaves_the_others_together() {
    let tale = || Tale::new().merged("A", "B").merged("B", "C").merged("A", "D");
    assert_eq!(labels(&graph_of(tale().unmerged("A", "B"))), ["A", "B"]);
    assert_eq!(labels(&graph_of(tale().unmerged("A", "C"))), ["A", "C"]);
    assert_eq!(labels(&graph_of(tale().unmerged("A", "B").merged("A", "B"))), ["A"]);
}

#[test]
fn a_thing_that_was_merged_through_another_name_can_be_taken_out_too() {
    let tale = Tale::new().merged("A", "B").merged("C", "B").unmerged("C", "A");
    assert_eq!(labels(&graph_of(tale)), ["A", "C"]);
}
