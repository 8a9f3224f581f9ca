//! The worked example under neutral names.

use std::collections::BTreeMap;

use adjacent::export::{SessionChapter, map_json};
use adjacent::graph::{Disguise, Graph, Ledger};
use adjacent::lens::read;
use adjacent::record::{Kind, Names};

use crate::example::EXAMPLE;
use crate::export::secrets::everything;
use crate::talk::Talk;

/// Whether a text holds these words, each as a whole.
fn holds(text: &str, words: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .any(|(at, found)| !inside(text[..at].chars().next_back()) && !inside(text[at + found.len()..].chars().next()))
}

#[test]
fn no_label_no_unit_and_no_word_of_it_is_in_any_format() {
    let talk = Talk::transcript(EXAMPLE);
    let graph = talk.graph();
    let mut known: Vec<String> = graph.things().map(|thing| thing.label.to_lowercase()).collect();
    known.extend(graph.present().map(|unit| unit.as_str().to_owned()));
    known.extend(graph.links().flat_map(|link| &link.arrow.evidence).filter_map(|said| said.words.clone()));
    known.extend(graph.things().flat_map(|thing| thing.rules.values().map(|rule| rule.to_lowercase())));
    known.extend(
        ["talk-0001", "mei", "tom", "harbourline", "sponsor", "three decks", "pair the handle"].map(str::to_owned),
    );
    assert!(known.len() > 60, "{}", known.len());
    let disguise = Disguise::of(&graph);
    let chapter = SessionChapter::disguised(talk.session(), &disguise);
    for (format, text) in everything(&disguise.graph(&graph), "A map under neutral names", &[chapter]) {
        let text = text.to_lowercase();
        for words in &known {
            assert!(!holds(&text, words), "{words:?} is in {format}");
        }
    }
}

#[test]
fn it_is_the_same_map() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let masked = Disguise::of(&graph).graph(&graph);
    assert_eq!(masked.counts(), graph.counts());
    let shape = |graph: &Graph| -> BTreeMap<(Kind, &str, Kind, String), usize> {
        let mut shape = BTreeMap::new();
        for link in graph.links() {
            let sign = format!("{:?} {:?} {:?}", link.arrow.sign, link.arrow.strength, link.arrow.tally);
            *shape.entry((link.from.kind, link.arrow.relation.name(), link.to.kind, sign)).or_default() += 1;
        }
        shape
    };
    assert_eq!(shape(&masked), shape(&graph));
    let found = |graph: &Graph| {
        let mut found: Vec<_> =
            read(graph).findings.into_iter().map(|found| (found.lens, found.pattern, found.severity)).collect();
        found.sort();
        found
    };
    assert_eq!(found(&masked), found(&graph));
}

#[test]
fn every_arrow_leads_where_it_led() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let disguise = Disguise::of(&graph);
    let masked = disguise.graph(&graph);
    let named = |label: &str| disguise.name(label).unwrap().to_owned();
    for link in graph.links() {
        let (from, to) = (named(&link.from.label), named(&link.to.label));
        let found = masked.links().find(|other| {
            other.from.label == from && other.to.label == to && other.arrow.relation == link.arrow.relation
        });
        assert_eq!(found.unwrap().arrow.tally, link.arrow.tally, "{from} to {to}");
    }
    assert_eq!(disguise.name("Service bot"), Some("Change 1"));
    assert_eq!(disguise.name("contact  CENTRE"), disguise.name("Contact Centre"));
    assert_eq!(disguise.name("nobody named this"), None);
}

#[test]
fn names_do_not_hang_on_the_order_of_sessions() {
    let days = [
        Talk::on_day(3, "a bot -> less b time, more c calls\n@Zed owns d bot"),
        Talk::on_day(9, "d bot -> more c calls\n@Alpha owns a bot"),
    ];
    let added = |order: [&Talk; 2]| {
        let mut ledger = Ledger::new();
        for talk in order {
            ledger.add_session(talk.session(), &Names::default());
        }
        Disguise::of(&ledger.graph(None))
    };
    let [one, other] = &days;
    assert_eq!(added([one, other]), added([other, one]));
}

#[test]
fn a_part_of_a_map_keeps_the_names_of_the_whole() {
    let whole = Talk::transcript(EXAMPLE).graph();
    let part = Talk::first_lines(EXAMPLE, 20).graph();
    let disguise = Disguise::of(&whole);
    for (thing, masked) in part.things().map(|thing| disguise.name(&thing.label)).zip(1..) {
        assert!(thing.is_some(), "thing {masked} has a name");
    }
    let labels: Vec<String> = disguise.graph(&part).things().map(|thing| thing.label.clone()).collect();
    assert_eq!(labels.len(), part.counts().things);
    assert!(labels.iter().all(|label| disguise.graph(&whole).things().any(|thing| thing.label == *label)));
}

#[test]
fn no_day_is_left_of_it_and_what_came_first_still_comes_first() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let masked = Disguise::of(&graph).graph(&graph);
    assert!(map_json(&graph).contains("\"affirmed\": \"20"), "the map itself says when");
    for day in ["\"20", "talk-0001"] {
        assert!(!map_json(&masked).contains(day), "{day}");
    }
    let moments = |graph: &Graph| -> Vec<i64> {
        let mut touched: Vec<i64> = graph.links().filter_map(|link| link.arrow.touched).collect();
        touched.sort_unstable();
        touched.windows(2).map(|two| two[1] - two[0]).collect()
    };
    assert_eq!(moments(&masked), moments(&graph));
}
