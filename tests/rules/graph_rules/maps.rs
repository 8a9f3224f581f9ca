//! The map as text and as JSON.

use adjacent::export::{map_json, map_text};
use adjacent::record::{Attribute, Direction, Fact, Kind, Position, Slot, Status, Want};
use serde_json::{Value, json};

use crate::graph_rules::tale::{Tale, graph_of, ledger};

fn insurer() -> Tale {
    let said = Fact::Observed { label: "Trust".into(), direction: Direction::Down, words: Some("6pts".into()) };
    let rule = Fact::Ruled { label: "Bot".into(), slot: Slot::Never, text: "refuses a person".into() };
    Tale::new()
        .named("Contact Centre", Kind::Party)
        .named("Bot", Kind::Initiative)
        .set("Bot", Attribute::Status(Status::Live))
        .named("Trust", Kind::Factor)
        .set("Trust", Attribute::Want(Want::Up))
        .named("Templates", Kind::Resource)
        .set("Templates", Attribute::Scarce)
        .claims("tom", "Contact Centre -> Bot", "owns")
        .claims("tom", "Bot -> Trust", "-- 91d seen")
        .claims("tom", "Bot -> Templates", "needs")
        .claims("tom", "Bot -> Queue", "- seen")
        .claims("mei", "Bot -> Queue", "+")
        .claims("tom", "Trust -> Queue", "=")
        .fact(said)
        .fact(rule)
}

#[test]
fn the_map_reads_like_what_the_room_said() {
    let expected = "\
5 things, 4 arrows, 1 they disagree about

Who?
  Contact Centre

What are we changing?
  Bot (live; Contact Centre)
    never: refuses a person

What does it need?
  Templates (scarce)

What goes up or down?
  Trust (more is better; seen down 6pts)

What sort of thing is it?
  Queue

What leads to what
  Bot
    touches Queue - they disagree: 1 says more, 1 says less
        minute 11
        minute 12
    needs Templates
        minute 10
    less Trust, clearly, after about a quarter (seen)
        minute 9
  Contact Centre
    answers for Bot
        minute 8

Where they disagree
  Bot -> Queue: 1 says more, 1 says less

Asked about, and not on the map
  Trust -> Queue: 1 says no such effect
";
    assert_eq!(map_text(&graph_of(insurer())), expected);
}

#[test]
fn every_relation_has_words_of_its_own() {
    for (kind, tail, words) in [
        (Kind::Initiative, "affects + guess", "more B (a guess)"),
        (Kind::Initiative, "affects +++ 0d", "more B, above all, at once"),
        (Kind::Initiative, "affects", "touches B, nobody has said which way"),
        (Kind::Initiative, "feeds +", "supplies B"),
        (Kind::Initiative, "feeds -", "supplies less B"),
        (Kind::Initiative, "needs ++", "needs B, clearly"),
        (Kind::Incentive, "rewards -", "pays for less B"),
        (Kind::Incentive, "rewards", "pays for B"),
        (Kind::Initiative, "aims - later", "is meant to bring less B, later"),
        (Kind::Initiative, "aims", "is meant to move B"),
        (Kind::Initiative, "voices", "speaks for B"),
        (Kind::Party, "owns", "answers for B"),
        (Kind::Party, "in", "is part of B"),
        (Kind::Incentive, "covers", "applies to B"),
        (Kind::Forum, "covers", "includes B"),
        (Kind::Voice, "covers", "is about B"),
        (Kind::Purpose, "covers", "answers B"),
        (Kind::Initiative, "builds", "builds on B"),
    ] {
        let text = map_text(&graph_of(Tale::new().named("A", kind).claims("a", "A -> B", tail)));
        assert!(text.contains(&format!("  A\n    {words}\n")), "{tail}: {text}");
    }
}

#[test]
fn sides_are_told_as_counts_and_nobody_is_named() {
    let tale = Tale::new()
        .seat("mei", Some("Mei"), Some("Claims"))
        .claims("mei", "A -> B", "needs")
        .claims("sam", "A -> B", "needs")
        .stance("tom", Position::No, "A -> B", "needs")
        .stance("ana", Position::Unsure, "A -> B", "needs")
        .claims("rival", "B -> A", "+ imagined");
    let text = map_text(&graph_of(tale));
    assert!(text.contains("A -> B: 2 say so, 1 says no such effect, 1 cannot tell\n"), "{text}");
    assert!(text.contains("B -> A: said only on behalf of somebody absent\n"), "{text}");
    assert!(!text.to_lowercase().contains("mei") && !text.contains("sam"), "{text}");
}

#[test]
fn an_empty_map_says_so() {
    assert_eq!(map_text(&graph_of(Tale::new())), "Nothing on the map yet: no line has named a thing.\n");
}

#[test]
fn hostile_text_never_acts() {
    let tale = Tale::new()
        .claims("a", "Bot\u{1b}[2J\nEvil -> Trust\u{202e}", "+")
        .fact(Fact::Ruled { label: "Trust".into(), slot: Slot::Never, text: "a\u{7}\rb\nWho?".into() })
        .fact(Fact::Observed { label: "Trust".into(), direction: Direction::Up, words: Some("\u{9b}31m".into()) });
    let text = map_text(&graph_of(tale));
    assert!(!text.contains(|c: char| c != '\n' && adjacent::record::text::acts(c)), "{text:?}");
    assert!(text.contains("Bot[2J Evil"), "{text}");
    assert!(text.contains("a b Who?"), "{text}");
}

/// Other programs look for what they know; there may be more.
#[track_caller]
fn assert_holds(found: &Value, expected: &Value) {
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(found[field], *value, "{field}");
    }
}

#[test]
fn the_json_has_the_shape_that_other_programs_read() {
    let json: Value = serde_json::from_str(&map_json(&graph_of(insurer()))).unwrap();
    let counts = json!({
        "events": 13, "nodes": 5, "edges": 4, "claims": 6,
        "nodes_by_kind": { "Factor": 1, "Initiative": 1, "Party": 1, "Resource": 1, "Unknown": 1 },
    });
    assert_eq!(json["counts"], counts);
    assert_eq!(json["nodes"][0], json!({ "label": "Bot", "kind": "Initiative", "attrs": { "status": "live" } }));
    assert_eq!(json["nodes"][3]["attrs"], json!({ "scarce": true }));
    let disputed = json!({
        "from": "Bot", "to": "Queue", "kind": "affects", "sign": 0, "strength": 1, "confidence": 0.95,
        "delay_days": 0, "agreement": 0.5, "disputed": true,
    });
    assert_holds(&json["edges"][0], &disputed);
    let determined = json!({
        "from": "Bot", "to": "Trust", "kind": "affects", "sign": -1, "strength": 2, "confidence": 0.9,
        "delay_days": 91, "agreement": 1.0,
    });
    assert_holds(&json["edges"][2], &determined);
}

#[test]
fn what_nobody_said_again_for_long_is_marked_in_both() {
    let told = ledger(&[Tale::new().claims("a", "A -> B", "+").told()]);
    let graph = told.graph(Some("2028-01-01T00:00:00Z".parse().unwrap()));
    let json: Value = serde_json::from_str(&map_json(&graph)).unwrap();
    assert_eq!(json["edges"][0]["stale"], json!(true));
    assert!(map_text(&graph).contains("more B - not said again for half a year"));
}
