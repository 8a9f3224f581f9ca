//! The worked example, line by line, and the small graphs of the archetypes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use adjacent::capture::Form;
use adjacent::record::Kind;
use serde_json::Value;

use crate::capture::room::{Room, claims};
use crate::example::EXAMPLE;

const EXPECTED: &str = include_str!("../../fixtures/harbourline.expected.json");
const ARCHETYPES: &str = include_str!("../../fixtures/archetypes.md");

const PEOPLE: [(&str, &str); 8] = [
    ("mei", "Claims"),
    ("sam", "Claims"),
    ("tom", "Contact Centre"),
    ("pri", "Retention"),
    ("gus", "Underwriting"),
    ("lin", "Data Platform"),
    ("ana", "Risk"),
    ("joe", "Finance"),
];

fn lines() -> impl Iterator<Item = &'static str> {
    EXAMPLE.lines().filter(|line| line.starts_with('[')).filter_map(|line| line.splitn(3, ' ').nth(2))
}

#[test]
fn every_line_of_the_example_is_read_as_expected() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let mut room = Room::of_people(&PEOPLE);
    let mut forms: BTreeMap<&str, u64> = BTreeMap::new();
    let mut claimed = 0;
    for line in lines() {
        let reading = room.hear(line);
        assert_ne!(reading.form, Form::Scrap, "{line}: {:?}", reading.why);
        assert!(reading.amber.is_empty(), "{line}: {:?}", reading.amber);
        *forms.entry(reading.form.name()).or_default() += 1;
        claimed += claims(&reading).len();
    }
    assert_eq!(forms.values().sum::<u64>(), 75);
    assert_eq!(claimed, 76);
    assert_eq!(serde_json::to_value(forms).unwrap(), expected["counts"]["events_by_type"]);
    assert_eq!(kinds(&room), expected_kinds(&expected));
}

fn kinds(room: &Room) -> BTreeSet<(String, String)> {
    room.ledger.things().map(|thing| (thing.label.to_owned(), thing.kind.name().to_owned())).collect()
}

fn expected_kinds(expected: &Value) -> BTreeSet<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    expected["nodes"].as_array().unwrap().iter().map(|node| (text(&node["label"]), text(&node["kind"]))).collect()
}

#[test]
fn the_example_adds_up_to_the_expected_map() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    let mut room = Room::of_people(&PEOPLE);
    for line in lines() {
        room.hear(line);
    }
    let map: Value = serde_json::from_str(&adjacent::export::map_json(&room.ledger.graph(None))).unwrap();
    for count in ["events", "nodes", "edges", "claims", "nodes_by_kind"] {
        assert_eq!(map["counts"][count], expected["counts"][count], "{count}");
    }
    assert_eq!(sorted(&map["edges"]), sorted(&expected["edges"]));
}

fn sorted(edges: &Value) -> Vec<String> {
    let fields = ["from", "to", "kind", "sign", "strength", "confidence", "delay_days", "agreement"];
    let shown = |edge: &Value| fields.map(|field| edge[field].to_string()).join(" ");
    let mut edges: Vec<_> = edges.as_array().unwrap().iter().map(shown).collect();
    edges.sort();
    edges
}

#[test]
fn the_example_is_read_back_in_plain_words() {
    let mut room = Room::of_people(&PEOPLE);
    let mut told = String::new();
    for line in lines() {
        let reading = room.read(line);
        writeln!(told, "{line}\n    {}", room.speak(&reading)).unwrap();
        room.record(&reading);
    }
    insta::assert_snapshot!(told);
}

#[test]
fn every_line_read_again_from_what_was_kept_gives_the_same_facts() {
    let mut room = Room::of_people(&PEOPLE);
    for line in lines() {
        let reading = room.read(line);
        assert_eq!(room.read(&reading.said).facts, reading.facts, "{line}");
        room.record(&reading);
    }
}

#[test]
fn every_line_of_the_archetypes_is_read_as_it_was_meant() {
    let mut read = 0;
    for block in ARCHETYPES.split("```").skip(1).step_by(2) {
        let mut room = Room::new();
        for line in block.lines().filter(|line| !line.is_empty()) {
            let reading = room.hear(line);
            let expected = if line.starts_with("want") { Form::Want } else { Form::Arrow };
            assert_eq!(
                (reading.form, claims(&reading).len()),
                (expected, usize::from(expected == Form::Arrow)),
                "{line}"
            );
            assert!(reading.mentions.iter().all(|mention| mention.kind != Kind::Unknown), "{line}");
            read += 1;
        }
    }
    assert_eq!(read, 37);
}
