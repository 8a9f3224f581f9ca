//! What the hour adds up to: the map of the worked example, whatever else happened in the room.

use adjacent::export::map_json;
use adjacent::graph::Ledger;
use adjacent::record::{Fact, Names, Session};
use serde_json::Value;

use crate::hour::cast::Cast;
use crate::hour::script::play;
use crate::hour::stage::Stage;

const EXPECTED: &str = include_str!("../../fixtures/harbourline.expected.json");

#[test]
fn the_hour_adds_up_to_the_map_of_the_worked_example() {
    let mut stage = Stage::in_memory(Cast::plain(), None);
    play(&mut stage);
    // The slips are voices of their own, beside those of the example.
    let shows = |fact: &Fact| matches!(fact, Fact::Revealed { .. });
    let spoken = stage.saved.iter().filter(|event| !event.facts.iter().any(shows)).cloned();
    let session = Session::fold(stage.header(), spoken);
    let mut ledger = Ledger::new();
    ledger.add_session(&session, &Names::default());
    let map: Value = serde_json::from_str(&map_json(&ledger.graph(None))).unwrap();
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    assert_eq!(map["nodes"], expected["nodes"]);
    assert_eq!(arrows(&map), arrows(&expected));
    for count in ["nodes", "edges", "claims", "nodes_by_kind"] {
        assert_eq!(map["counts"][count], expected["counts"][count], "{count}");
    }
}

/// Every arrow by what the example says about it.
fn arrows(map: &Value) -> Vec<String> {
    let fields = ["from", "to", "kind", "sign", "strength", "confidence", "delay_days", "agreement"];
    let told = |arrow: &Value| fields.map(|field| arrow[field].to_string()).join(" ");
    let mut arrows: Vec<_> = map["edges"].as_array().unwrap().iter().map(told).collect();
    arrows.sort();
    arrows
}
