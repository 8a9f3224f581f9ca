//! Quotes, reasons and remarks go with their arrow into everything that can hold text.

use adjacent::export::{findings_json, map_json, map_text, provenance};
use adjacent::graph::Disguise;
use adjacent::lens::read;
use adjacent::replay::search::{Query, search};

use crate::export::secrets::everything;
use crate::talk::Talk;

/// The formats that tell of sessions, of which none is given here, and those that have no place beside an arrow.
const WITHOUT: [&str; 6] = ["letter", "minutes", "ics", "json-canvas", "loopy", "backstage"];

fn talk() -> Talk {
    let mut talk = Talk::among(&[("mei", "Claims"), ("tom", "Contact Centre")]);
    talk.says(
        "tom> !Bot -> more calls : seen \"they ring twice\"
         mei> calls -> more overtime : + because nobody calls back
         tom> overtime -> less trust : - // in the north only
         mei> want trust up",
    );
    talk
}

#[test]
fn every_export_holds_the_words_behind_an_arrow() {
    let graph = talk().graph();
    for (format, text) in everything(&graph, "Calls", &[]).into_iter().filter(|(format, _)| !WITHOUT.contains(format)) {
        for words in ["they ring twice", "because nobody calls back", "in the north only"] {
            assert!(text.contains(words), "{words} is missing in {format}:\n{text}");
        }
    }
}

#[test]
fn the_map_of_one_session_says_when_and_by_whom_with_the_words() {
    let text = map_text(&talk().graph());
    for words in [
        "Contact Centre: “they ring twice”\n",
        "Claims: because nobody calls back\n",
        "Contact Centre: noted: in the north only\n",
    ] {
        assert!(text.contains(&format!("minute 0, {words}")), "{words} is missing in\n{text}");
    }
}

#[test]
fn the_json_of_map_and_findings_has_the_note_beside_the_words() {
    let graph = talk().graph();
    let map: serde_json::Value = serde_json::from_str(&map_json(&graph)).unwrap();
    let edges = map["edges"].as_array().unwrap();
    let said = |from: &str| edges.iter().find(|edge| edge["from"] == from).unwrap()["said"][0].clone();
    assert_eq!(said("calls")["note"], "because nobody calls back");
    assert_eq!((&said("Bot")["words"], &said("Bot")["note"]), (&"they ring twice".into(), &serde_json::Value::Null));
    let found = findings_json(&graph, &read(&graph).findings, &[]);
    assert!(found.contains("\"note\": \"because nobody calls back\""), "{found}");
}

#[test]
fn the_sources_of_an_arrow_on_screen_have_the_reason() {
    let graph = talk().graph();
    let link = graph.links().find(|link| link.from.label == "calls").unwrap();
    assert!(provenance(&graph, link).iter().any(|row| row.ends_with(": because nobody calls back")));
}

#[test]
fn search_finds_a_line_by_its_reason_and_by_its_remark() {
    let talk = talk();
    for (words, told) in
        [("nobody calls back", "More calls, more overtime"), ("in the north", "More overtime, less trust")]
    {
        let query = Query { words: words.split(' ').map(str::to_owned).collect(), ..Query::default() };
        let hits = search(talk.session(), &[], &query);
        assert_eq!(hits.len(), 1, "{words}");
        assert!(hits[0].excerpt.starts_with(told) && hits[0].excerpt.contains(words), "{}", hits[0].excerpt);
    }
}

#[test]
fn under_neutral_names_no_reason_is_left() {
    let graph = talk().graph();
    let masked = Disguise::of(&graph).graph(&graph);
    for (format, text) in everything(&masked, "A map under neutral names", &[]) {
        assert!(!text.contains("nobody calls back") && !text.contains("north"), "{format}: {text}");
    }
}

#[test]
fn a_tag_in_a_note_stands_for_its_unit_on_every_map() {
    let mut talk = Talk::among(&[("zqmei", "Claims"), ("zqtom", "Contact Centre")]);
    talk.says("zqmei> A -> more B : + zqtom\nzqtom> B -> more C : + // zqmei, zqtom");
    let text = map_text(&talk.graph());
    assert!(!text.contains("zq") && text.contains("noted: Contact Centre"), "{text}");
}
