//! Each format of a small map, as it is written.

use adjacent::export::{
    Arrows, Material, dot, graphml, json_graph, kumu_connections, kumu_elements, kumu_json, map_svg, mermaid,
    report_html, report_markdown,
};
use adjacent::graph::{Graph, Ledger};
use adjacent::lens::read;
use adjacent::record::{Claim, Event, Fact, Kind, Names, Session};

use crate::example::EXAMPLE;
use crate::export::readers;
use crate::session::header;
use crate::talk::Talk;

pub(super) fn small() -> Graph {
    let mut talk = Talk::among(&[("mei", "Claims"), ("tom", "Contact Centre")]);
    talk.says(
        "mei> @Claims owns !Triage bot (live)
         tom> Triage bot -> less \"quoted\" handle time : seen \"they wait\"
         mei> Triage bot -> less \"quoted\" handle time
         tom> Quoted handle time -> more Repeat calls : ++ 1q
         mei> Repeat calls -> more Triage bot : guess
         mei> Repeat calls -> Trust : -
         tom> no .
         tom> Triage bot needs $History (scarce)
         tom> want Trust up
         tom> same Trust = Customer trust",
    );
    talk.graph()
}

#[test]
fn a_small_map_in_every_format() {
    let graph = small();
    let findings = read(&graph).findings;
    insta::assert_snapshot!("small_dot", dot(&graph));
    insta::assert_snapshot!("small_graphml", graphml(&graph));
    insta::assert_snapshot!("small_json_graph", json_graph(&graph, "Small", &findings));
    insta::assert_snapshot!("small_mermaid", mermaid(&graph, 100));
    insta::assert_snapshot!("small_kumu_json", kumu_json(&graph, &findings));
    insta::assert_snapshot!("small_kumu_csv", format!("{}\n{}", kumu_elements(&graph), kumu_connections(&graph)));
    insta::assert_snapshot!("small_svg", map_svg(&graph, "Small", Arrows::Readable));
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let material = Material {
        title: "Small",
        graph: &graph,
        findings: &findings,
        chapters: &[],
        arrows,
        most_things,
        house: None,
    };
    insta::assert_snapshot!("small_html", report_html(&material));
    insta::assert_snapshot!("small_markdown", report_markdown(&material));
}

#[test]
fn the_worked_example_is_read_back_from_every_format() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let expected = readers::expected(&graph);
    assert_eq!(readers::graphml(&graphml(&graph)), expected);
    assert_eq!(readers::json_graph(&json_graph(&graph, "Example", &[])), expected);
    assert_eq!(readers::kumu_json(&kumu_json(&graph, &[])), expected);
    assert_eq!(readers::dot(&dot(&graph)), expected);
    assert_eq!(readers::kumu_csv(&kumu_elements(&graph), &kumu_connections(&graph)), expected);
    assert_eq!(readers::mermaid(&mermaid(&graph, 100)), readers::without_kinds(&expected));
}

#[test]
fn a_chart_that_leaves_things_out_says_so() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let chart = mermaid(&graph, 10);
    let said = "10 of 44 things and ";
    assert!(chart.contains(&format!("%% {said}")) && chart.contains(&format!("left_out[\"{said}")), "{chart}");
    assert_eq!(chart.lines().filter(|line| line.trim_start().starts_with('t') && !line.contains("| t")).count(), 10);
    assert!(!mermaid(&graph, 44).contains("left_out"));
}

#[test]
fn arrows_that_close_a_loop_do_not_push_in_dot() {
    let closing = dot(&small()).lines().filter(|line| line.contains("constraint=false")).count();
    assert_eq!(closing, 1, "{}", dot(&small()));
}

#[test]
fn loops_travel_to_kumu_with_their_arrows() {
    let graph = small();
    let file: serde_json::Value = serde_json::from_str(&kumu_json(&graph, &read(&graph).findings)).unwrap();
    let loops = file["loops"].as_array().unwrap();
    assert_eq!(loops.len(), 1);
    assert_eq!(loops[0]["connections"].as_array().unwrap().len(), 3);
    let ids: Vec<&serde_json::Value> =
        file["connections"].as_array().unwrap().iter().map(|connection| &connection["id"]).collect();
    assert!(loops[0]["connections"].as_array().unwrap().iter().all(|id| ids.contains(&id)));
}

#[test]
fn json_graph_counts_people_and_names_none() {
    let file: serde_json::Value =
        serde_json::from_str(&json_graph(&small(), "Small", &read(&small()).findings)).unwrap();
    let edges = file["graph"]["edges"].as_array().unwrap();
    let edge = |from: &str, to: &str| {
        &edges.iter().find(|edge| edge["source"] == from && edge["target"] == to).unwrap()["metadata"]
    };
    let agreed = edge("triage bot", "quoted handle time");
    assert_eq!((&agreed["for"], &agreed["against"], &agreed["sign"]), (&2.into(), &0.into(), &"-".into()));
    assert_eq!(agreed["evidence"][0]["words"], "they wait");
    let disputed = edge("repeat calls", "trust");
    assert_eq!((&disputed["disputed"], &disputed["against"]), (&true.into(), &1.into()));
    assert_eq!(file["graph"]["nodes"]["trust"]["metadata"]["aliases"], serde_json::json!(["Customer trust"]));
    let loops = file["graph"]["metadata"]["loops"].as_array().unwrap();
    assert_eq!((loops.len(), loops[0]["arrows"].as_array().unwrap().len()), (1, 3));
    let seen = Talk::among(&[]).says("bot -> less handle time").says("saw handle time up 20 percent since May").graph();
    let file_of_seen: serde_json::Value = serde_json::from_str(&json_graph(&seen, "Seen", &[])).unwrap();
    let observations = &file_of_seen["graph"]["nodes"]["handle time"]["metadata"]["observations"];
    assert_eq!(
        (&observations[0]["direction"], &observations[0]["words"]),
        (&"up".into(), &"20 percent since May".into())
    );
    let allowed = ["label", "directed", "type", "metadata", "nodes", "edges", "id"];
    assert!(file["graph"].as_object().unwrap().keys().all(|key| allowed.contains(&key.as_str())));
}

/// A map on which one thing is called like this.
pub(crate) fn called(label: &str) -> Graph {
    let claim = Claim { claim: 1, from: label.to_owned(), to: "handle time".to_owned(), ..Claim::default() };
    let named = Fact::Named { label: label.to_owned(), kind: Kind::Factor };
    let event = Event { seq: 1, facts: vec![named, Fact::Claimed(claim)], ..Event::default() };
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header("2026-11-20-called", "Called"), [event]), &Names::default());
    ledger.graph(None)
}

#[test]
fn mermaid_has_no_more_arrows_than_mermaid_draws_and_says_so() {
    let mut talk = Talk::among(&[]);
    for at in 0..694 {
        talk.says(&format!("cause {} -> more effect {}", at / 26, at % 26));
    }
    let graph = talk.graph();
    assert!(graph.counts().arrows > 500, "{}", graph.counts().arrows);
    let chart = mermaid(&graph, 100);
    let arrows = chart.lines().filter(|line| line.contains("-->|")).count();
    assert!((400..=500).contains(&arrows), "{arrows}");
    assert!(chart.contains("Mermaid draws no larger chart") && !chart.contains("--limit"), "{chart}");
    assert!(mermaid(&graph, 10).contains("a larger --limit shows more"));
}

#[test]
fn no_label_directs_styles_or_decorates_a_mermaid_chart() {
    // Each was shown by mermaid 11.17 as it is typed here, once it is written like this.
    for (label, written) in [
        ("direction LR", "#100;irection LR"),
        ("the Direction TB of it", "the #68;irection TB of it"),
        ("fa:fa-car", "fa#58;fa-car"),
        ("$$x$$", "#36;#36;x#36;#36;"),
        ("classDef a:b", "classDef a#58;b"),
        ("style x fill:red", "style x fill#58;red"),
    ] {
        let chart = mermaid(&called(label), 100);
        assert!(chart.contains(&format!("\"{written}\"")), "{label}: {chart}");
    }
}

#[test]
fn a_label_that_looks_like_an_entity_is_shown_as_typed_by_graphviz() {
    for (label, written) in [
        ("a &lt;b&gt;", "a &amp;lt;b&amp;gt;"),
        ("R & D", "R & D"),
        ("a &#65; b", "a &amp;#65; b"),
        ("x & y; z", "x & y; z"),
    ] {
        assert!(dot(&called(label)).contains(&format!("label=\"{written}\"")), "{label}: {}", dot(&called(label)));
    }
}

#[test]
fn sheets_say_that_they_are_utf_8() {
    for sheet in [kumu_elements(&small()), kumu_connections(&small())] {
        assert!(sheet.starts_with("\u{feff}ID,"), "{sheet}");
    }
}
