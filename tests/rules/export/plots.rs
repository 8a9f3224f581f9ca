//! The plots of a report: what a picture shows its table says, and nobody can be picked out.

use adjacent::app::{OpenSession, Recording};
use adjacent::exercise::Catalogue;
use adjacent::export::{Arrows, Material, SessionChapter, report_html, report_markdown};
use adjacent::graph::Graph;
use adjacent::lens::{LeverRatings, ScaleRatings, SessionPlots, TalkPlot, UnitTalk, read};
use adjacent::record::{Fact, Mode, Session};
use scraper::{ElementRef, Html, Selector};

use crate::export::hostile::{GRAPH, TITLE};
use crate::export::report::has_only_our_elements;
use crate::session::header;
use crate::talk::{Talk, opening, seats};

fn report(graph: &Graph, chapters: &[SessionChapter]) -> (String, String) {
    let findings = read(graph).findings;
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    let material = Material { title: TITLE, graph, findings: &findings, chapters, arrows, most_things, house: None };
    (report_html(&material), report_markdown(&material))
}

fn told(talk: &Talk) -> (String, String) {
    let catalogue = Catalogue::embedded();
    let recording = Recording::new(OpenSession::alone(talk.session().clone()), &catalogue);
    report(&talk.graph(), &[recording.chapter(&catalogue)])
}

/// Three people of one unit and one each of two others; one of them keeps to a single line.
fn talk() -> Talk {
    let people = [("qa", "Zclaims"), ("qb", "Zclaims"), ("qc", "Zclaims"), ("qd", "Zlone"), ("qe", "Zquiet")];
    let session = Session::fold(header("plots", "A talk"), [opening(Mode::Live, seats(&people))]);
    let mut talk = Talk::on(OpenSession::alone(session));
    talk.says("qa> !Bot (pilot)\nqa> Bot -> more Calls : seen\nqb> yes .\nqc> no .\nqd> unsure .\nqd> Bot -> less Trust\nqa> no .");
    for (scale, value) in [("ease", 2), ("worth", 5)] {
        talk.fact(Fact::Rated { item: "Pair the bonus".into(), scale: Some(scale.into()), value });
    }
    talk
}

fn texts<'a>(document: &'a Html, selector: &str) -> Vec<(ElementRef<'a>, String)> {
    let found = Selector::parse(selector).unwrap();
    document.select(&found).map(|element| (element, element.text().collect::<String>())).collect()
}

#[test]
fn every_plot_has_a_picture_with_a_title_and_a_description_and_the_same_as_a_table() {
    let page = told(&talk()).0;
    let document = Html::parse_document(&page);
    has_only_our_elements(&document);
    assert!(document.errors.is_empty(), "{:?}", document.errors);
    let sections = texts(&document, "section.plot");
    let titles: Vec<String> = texts(&document, "section.plot > h3").into_iter().map(|(_, title)| title).collect();
    assert_eq!(
        titles,
        [
            "Easy to do, and worth it",
            "Where each change stands, and what moved",
            "Who agrees on which arrow",
            "Who was heard when"
        ]
    );
    let [svg, rows] = ["svg[role=img]", "tbody tr"].map(|selector| Selector::parse(selector).unwrap());
    for (section, said) in &sections {
        let picture = section.select(&svg).next().unwrap();
        for id in picture.value().attr("aria-labelledby").unwrap().split(' ') {
            let (_, words) = texts(&document, &format!("#{id}")).remove(0);
            assert!(!words.trim().is_empty(), "{id}");
        }
        assert!(section.select(&rows).next().is_some(), "{said}");
    }
    let ids: Vec<&str> = document.tree.nodes().filter_map(|node| node.value().as_element()?.id()).collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "every id is there once");
}

#[test]
fn what_a_picture_shows_its_table_says() {
    let (page, markdown) = told(&talk());
    let document = Html::parse_document(&page);
    let rows: Vec<String> = texts(&document, "section.plot tbody tr").into_iter().map(|(_, row)| row).collect();
    for wanted in ["1Pair the bonus25hard, worth much", "A pilotBotnone", "Bot → Calls2"] {
        assert!(rows.iter().any(|row| row.starts_with(wanted)), "{wanted}\n{rows:#?}");
    }
    assert!(markdown.contains("| 1 | Pair the bonus | 2 | 5 | hard, worth much |"), "{markdown}");
    assert!(page.contains("fewer than three have taken a position"), "the other arrow is not shown");
}

#[test]
fn a_unit_of_fewer_than_three_people_is_never_told_alone() {
    let (page, markdown) = told(&talk());
    for text in [page, markdown] {
        let plots = text.split("Who was heard when").last().unwrap();
        let plots = plots.split_once("How the map stands").map_or(plots, |(before, _)| before);
        assert!(plots.contains("Zclaims") && plots.contains("2 people are from a team so small"), "{plots}");
        assert!(!plots.contains("Zlone") && !plots.contains("Zquiet"), "{plots}");
    }
}

#[test]
fn no_name_in_a_picture_becomes_an_element() {
    let labels: Vec<String> = GRAPH.things().take(60).map(|thing| thing.label.clone()).collect();
    let rating = |value: u8| ScaleRatings { count: 1, sum: value.into(), low: value, high: value };
    let ratings = labels.iter().zip(0_u8..).map(|(label, at)| LeverRatings {
        label: label.clone(),
        ease: rating(1 + at % 5),
        worth: rating(1 + at / 5 % 5),
    });
    let units = labels.iter().map(|unit| UnitTalk { unit: unit.clone(), people: 4, lines: vec![1, 0, 2] });
    let talk = TalkPlot { units: units.collect(), unnamed: vec![0; 3], minutes: 5, ..TalkPlot::default() };
    let plots = SessionPlots { ratings: ratings.collect(), talk };
    let chapter = SessionChapter { title: TITLE.to_owned(), plots, ..SessionChapter::default() };
    let page = report(&GRAPH, &[chapter]).0;
    let document = Html::parse_document(&page);
    has_only_our_elements(&document);
    assert!(document.errors.is_empty(), "{:?}", document.errors);
    let shown = texts(&document, "section.plot tbody th");
    let labels = labels.iter().map(|label| label.chars().filter(|c| !c.is_control()).take(8).collect::<String>());
    for label in labels {
        let begins: String = label.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.iter().any(|(_, text)| text.contains(begins.trim())), "{begins:?} is not in the table");
    }
}

#[test]
fn the_pictures_of_one_map_are_the_same_every_time() {
    assert_eq!(told(&talk()), told(&talk()));
}
