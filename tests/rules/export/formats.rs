//! Each format of a small map, as it is written.

use adjacent::export::{
    Arrows, Material, dot, graphml, json_graph, kumu_connections, kumu_elements, kumu_json, map_svg, mermaid,
    report_html, report_markdown,
};
use adjacent::graph::Graph;
use adjacent::lens::read;

use crate::example::EXAMPLE;
use crate::export::readers;
use crate::talk::Talk;

fn small() -> Graph {
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
    insta::assert_snapshot!("small_json_graph", json_graph(&graph, "Small"));
    insta::assert_snapshot!("small_mermaid", mermaid(&graph, 100));
    insta::assert_snapshot!("small_kumu_json", kumu_json(&graph, &findings));
    insta::assert_snapshot!("small_kumu_csv", format!("{}\n{}", kumu_elements(&graph), kumu_connections(&graph)));
    insta::assert_snapshot!("small_svg", map_svg(&graph, "Small", Arrows::Readable));
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let material = Material { title: "Small", graph: &graph, findings: &findings, chapters: &[], arrows, most_things };
    insta::assert_snapshot!("small_html", report_html(&material));
    insta::assert_snapshot!("small_markdown", report_markdown(&material));
}

#[test]
fn the_worked_example_is_read_back_from_every_format() {
    let graph = Talk::transcript(EXAMPLE).graph();
    let expected = readers::expected(&graph);
    assert_eq!(readers::graphml(&graphml(&graph)), expected);
    assert_eq!(readers::json_graph(&json_graph(&graph, "Example")), expected);
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
    let file: serde_json::Value = serde_json::from_str(&json_graph(&small(), "Small")).unwrap();
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
    let allowed = ["label", "directed", "type", "metadata", "nodes", "edges", "id"];
    assert!(file["graph"].as_object().unwrap().keys().all(|key| allowed.contains(&key.as_str())));
}
