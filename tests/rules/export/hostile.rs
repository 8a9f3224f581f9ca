//! Five hundred names that would like to be more than names.

use std::sync::LazyLock;

use adjacent::export::{
    Arrows, Material, dot, graphml, json_graph, kumu_connections, kumu_elements, kumu_json, map_svg, mermaid,
    report_html,
};
use adjacent::graph::Graph;
use adjacent::lens::read;
use adjacent::record::text::acts;

use crate::export::readers;
use crate::export::secrets::everything;
use crate::hostile_map::hostile;

pub(super) static GRAPH: LazyLock<Graph> = LazyLock::new(hostile);
pub(super) const TITLE: &str = "</title><script>alert(1)</script>";

#[test]
fn there_are_five_hundred_of_them() {
    assert_eq!(GRAPH.counts().things, 500);
    assert!(GRAPH.counts().arrows > 500, "{}", GRAPH.counts().arrows);
}

#[test]
fn every_format_gives_them_back() {
    let expected = readers::expected(&GRAPH);
    assert_eq!(readers::graphml(&graphml(&GRAPH)), readers::expected_in_xml(&GRAPH), "graphml");
    assert_eq!(readers::json_graph(&json_graph(&GRAPH, TITLE, &[])), expected, "json-graph");
    assert_eq!(readers::kumu_json(&kumu_json(&GRAPH, &[])), expected, "kumu-json");
    assert_eq!(readers::dot(&dot(&GRAPH)), expected, "dot");
    assert_eq!(readers::kumu_csv(&kumu_elements(&GRAPH), &kumu_connections(&GRAPH)), expected, "kumu-csv");
    // A chart holds no more arrows and letters than Mermaid draws.
    let chart = mermaid(&GRAPH, 500);
    let (labels, arrows) = readers::mermaid(&chart);
    assert!(arrows.len() <= 500 && chart.chars().count() <= 50_000 && labels.len() > 100, "{}", labels.len());
    let (all_labels, mut all_arrows) = readers::without_kinds(&expected);
    all_arrows.retain(|(from, to, _)| labels.contains(from) && labels.contains(to));
    assert_eq!(arrows, all_arrows, "mermaid");
    assert_eq!(labels.iter().filter(|label| !all_labels.contains(label)).count(), 1, "what is left out");
}

#[test]
fn the_picture_has_every_name_and_every_arrow() {
    let mut expected = readers::expected_in_xml(&GRAPH);
    for (_, kind) in &mut expected.things {
        *kind = kind.to_lowercase();
    }
    expected.things.sort();
    assert_eq!(readers::svg(&map_svg(&GRAPH, TITLE, Arrows::All)), expected);
}

#[test]
fn no_cell_of_a_sheet_is_a_formula() {
    for sheet in [kumu_elements(&GRAPH), kumu_connections(&GRAPH)] {
        for row in csv::Reader::from_reader(sheet.as_bytes()).records() {
            for cell in row.unwrap().iter().filter(|cell| !["+", "-"].contains(cell)) {
                let opens = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
                assert!(!opens, "{cell:?}");
            }
        }
    }
}

#[test]
fn nothing_that_acts_on_a_screen_is_in_any_of_them() {
    for (name, text) in everything(&GRAPH, TITLE, &[]) {
        // The mark of UTF-8 stands at the beginning of a sheet, and nowhere else.
        let text = if name == "kumu-csv" { text.replacen('\u{feff}', "", 2) } else { text };
        let found = text.chars().find(|c| acts(*c) && *c != '\n' && *c != '\r');
        assert_eq!(found, None, "{name}");
    }
}

fn page() -> String {
    let findings = read(&GRAPH).findings;
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    report_html(&Material {
        title: TITLE,
        graph: &GRAPH,
        findings: &findings,
        chapters: &[],
        arrows,
        most_things,
        house: None,
    })
}

#[test]
fn on_the_page_no_name_becomes_an_element() {
    let page = page();
    let document = scraper::Html::parse_document(&page);
    crate::export::report::has_only_our_elements(&document);
    let names = scraper::Selector::parse(".table table:not(.matrix) tbody th").unwrap();
    let shown: Vec<String> = document.select(&names).map(|name| name.text().collect()).collect();
    let expected = readers::expected(&GRAPH);
    for (label, _) in &expected.things {
        assert!(shown.contains(label), "{label:?} is not in the table");
    }
    assert_eq!(shown.len(), expected.things.len() + expected.arrows.len());
}
