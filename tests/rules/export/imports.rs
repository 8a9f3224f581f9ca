//! What imported files state is marked wherever the map is written.

use std::collections::BTreeMap;
use std::io::Cursor;

use adjacent::export::{
    Arrows, ExportOutput, FORMATS, Material, around_text, backstage, described, described_by, json_graph, map_json,
    map_svg, map_text, provenance, report_html, report_markdown,
};
use adjacent::graph::{Filter, Graph, Key, Ledger};
use adjacent::import::{ImportMapping, ImportedFile, NoWatch, ReadContext, read as read_files};
use adjacent::record::{Kind, Relation, Sign};
use calamine::Reader as _;
use serde_json::Value;

use crate::import::{Import, ledger};
use crate::talk::Talk;

use Relation::{Affects, Needs};

const WORDS: &str = "Sorts letters\u{1b}[2J by topic.";

fn list() -> Import {
    Import::titled(9, "Service catalogue")
        .arrow("Orders API", Needs, "Customer DB", Sign::Unknown)
        .arrow("Overtime", Affects, "Backlog", Sign::Minus)
        .thing("Letter bot", Kind::Initiative)
        .described("Letter bot", WORDS)
        .arrow("Old API", Needs, "Tape", Sign::Unknown)
        .drops_arrow(5, "Old API", Needs, "Tape")
        .drops(3, "Letter bot")
}

fn beside(lines: &str) -> Ledger {
    let mut talk = Talk::among(&[("mei", "Sales")]);
    ledger(&[list().told(), talk.says(lines).session().clone()])
}

fn lines_of(graph: &Graph, from: &str) -> Vec<String> {
    graph.links().filter(|link| link.from.label == from).flat_map(|link| provenance(graph, link)).collect()
}

#[test]
fn the_sources_of_an_arrow_name_the_file_and_how_it_stands_beside_what_people_say() {
    let graph = beside("").graph(None);
    assert_eq!(
        lines_of(&graph, "Overtime"),
        ["Overtime: less Backlog (imported)", "imported from the Service catalogue, 2026-11-09, less"]
    );
    assert_eq!(
        lines_of(&graph, "Old API"),
        [
            "Old API: needs Tape (imported) - no longer in the list",
            "imported from the Service catalogue, 2026-11-09",
            "no longer in the Service catalogue since 2026-11-09"
        ]
    );
    let said = beside("mei> Overtime -> Backlog : +\nmei> Orders API -> Customer DB : needs").graph(None);
    assert_eq!(lines_of(&said, "Overtime").last().unwrap(), "the Service catalogue says otherwise");
    assert_eq!(lines_of(&said, "Orders API").last().unwrap(), "the Service catalogue says so too");
}

#[test]
fn the_map_as_text_marks_it() {
    let ledger = beside("mei> ~Calls -> ~Cost : +");
    let text = map_text(&ledger.graph(None));
    assert!(text.starts_with("9 things, 4 arrows, 3 of them imported\n"), "{text}");
    assert!(text.contains("Letter bot (imported; no longer in the list since 2026-11-09)"), "{text}");
    assert!(text.contains("needs Customer DB (imported)"), "{text}");
    assert!(
        around_text(&ledger, "Overtime").contains("less: Backlog, imported"),
        "{}",
        around_text(&ledger, "Overtime")
    );
}

#[test]
fn what_a_file_says_about_a_thing_stands_with_its_source_and_is_clean() {
    let graph = beside("").graph(None);
    let bot = graph.thing(&Key::of("Letter bot").unwrap()).unwrap();
    assert_eq!(described_by(&graph, bot), ["the Service catalogue: Sorts letters[2J by topic."]);
    assert_eq!(described(&graph, bot).len(), 1);
    let written: Value = serde_json::from_str(&json_graph(&graph, "Map", &[])).unwrap();
    let metadata = &written["graph"]["nodes"]["letter bot"]["metadata"];
    assert_eq!(metadata["described"][0]["source"], "Service catalogue");
    assert_eq!((&metadata["imported"], &metadata["gone_since"]), (&Value::Bool(true), &Value::from("2026-11-09")));
    let material = Material {
        title: "Map",
        graph: &graph,
        findings: &[],
        chapters: &[],
        arrows: Arrows::All,
        most_things: 500,
        house: None,
    };
    for page in [report_html(&material), report_markdown(&material)] {
        assert!(page.contains("the Service catalogue: Sorts letters"), "{page}");
        assert!(!page.contains('\u{1b}'));
    }
    assert!(report_markdown(&material).contains("3 arrows are imported, and nobody has said so yet"));
}

#[test]
fn json_holds_what_files_state_beside_what_people_say() {
    let graph = beside("mei> Overtime -> Backlog : +").graph(None);
    let map: Value = serde_json::from_str(&map_json(&graph)).unwrap();
    let edge = |from: &str| map["edges"].as_array().unwrap().iter().find(|edge| edge["from"] == from).unwrap().clone();
    let overtime = edge("Overtime");
    assert_eq!((&overtime["basis"], &overtime["listed"]["agrees"]), (&Value::from("told"), &Value::Bool(false)));
    assert_eq!(overtime["listed"]["sign"], "less");
    let need = edge("Orders API");
    assert_eq!(
        (&need["basis"], &need["listed"]["agrees"], &need["for"]),
        (&"imported".into(), &Value::Null, &0.into())
    );
    assert_eq!(edge("Old API")["listed"]["gone_since"], "2026-11-09");
}

#[test]
fn a_picture_draws_it_in_its_own_stroke_and_faintly_once_it_is_gone() {
    let graph = beside("mei> ~Calls -> ~Cost : +").graph(None);
    let picture = map_svg(&graph, "Map", Arrows::All);
    assert_eq!(picture.matches(" imported\"").count(), 3, "{picture}");
    assert_eq!(picture.matches(" stale imported\"").count(), 1);
}

#[test]
fn a_filter_shows_what_is_imported_or_gone_and_hides_it() {
    let graph = beside("mei> Overtime -> ~Calls : +").graph(None);
    let shown = |filter: &str| -> (Vec<String>, usize) {
        let shown = graph.shown(&filter.parse::<Filter>().unwrap());
        (shown.things().map(|thing| thing.label.clone()).collect(), shown.arrow_count())
    };
    let all = ["Backlog", "Customer DB", "Letter bot", "Old API", "Orders API", "Overtime", "Tape"];
    assert_eq!(shown("is:imported"), (all.map(str::to_owned).to_vec(), 3));
    assert_eq!(shown("-is:imported"), (vec!["Calls".to_owned(), "Overtime".to_owned()], 1));
    assert_eq!(shown("is:gone"), (["Letter bot", "Old API", "Tape"].map(str::to_owned).to_vec(), 1));
}

#[test]
fn a_catalogue_says_what_comes_from_a_file_and_what_is_no_longer_in_it() {
    let graph = beside("mei> ~Overtime bot -> Backlog : -\nmei> Orders API -> Customer DB : needs").graph(None);
    let file = backstage(&graph, &[]);
    let of =
        |title: &str| file.split("---\n").find(|part| part.contains(&format!("title: {title:?}"))).unwrap().to_owned();
    let bot = of("Letter bot");
    assert!(bot.contains("adjacent/imported: \"from the Service catalogue\""), "{bot}");
    assert!(bot.contains("adjacent/gone-since: \"2026-11-09\""), "{bot}");
    let spoken_of = of("Customer DB");
    assert!(!spoken_of.contains("imported") && !spoken_of.contains("gone-since"), "{spoken_of}");
}

#[test]
fn a_workbook_names_kinds_in_the_words_of_the_screen_and_an_import_reads_them() {
    let graph = beside("").graph(None);
    let format = FORMATS.iter().find(|format| format.name == "xlsx").unwrap();
    let ExportOutput::Bytes(write) = &format.output else { panic!("a workbook is no text") };
    let (findings, arrows, most_things) = (&[], Arrows::All, 500);
    let file =
        write(&Material { title: "Map", graph: &graph, findings, chapters: &[], arrows, most_things, house: None });
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(&file)).unwrap();
    let sheet = book.worksheet_range("Things").unwrap();
    let rows: BTreeMap<String, String> =
        sheet.rows().skip(1).map(|row| (row[0].to_string(), row[1].to_string())).collect();
    assert_eq!(rows["Letter bot"], "change");
    assert!(
        rows.values().all(|word| word.is_empty() || Kind::SORTED.into_iter().any(|kind| kind.word() == word)),
        "{rows:?}"
    );
    let file = ImportedFile::new("map.xlsx", file).unwrap();
    let (mapping, watch) = (ImportMapping::default(), &NoWatch);
    let (_, back) = read_files(&[file], &ReadContext { mapping: &mapping, watch }).unwrap();
    for thing in graph.things() {
        let read = back.things.iter().find(|read| read.label == thing.label).unwrap();
        assert_eq!(read.kind, thing.kind, "{}", thing.label);
    }
}
