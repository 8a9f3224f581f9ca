//! Pictures of maps of every size: one that can be read, several of the parts of a map, or a sentence.

use std::collections::BTreeSet;

use adjacent::export::{Arrows, Material, map_svg, report_html};
use adjacent::graph::{Graph, Ledger};
use adjacent::record::{Claim, Event, Fact, Kind, Names, Relation, Session, Sign};

use crate::layout::chance::Chance;
use crate::session::header;

/// A map of claims between things called "Thing 7", with units if there are any.
fn map(ends: &[(usize, usize)], things: usize, units: usize) -> Graph {
    let label = |at: usize| format!("Thing {at}");
    let mut facts: Vec<Fact> = (0..things).map(|at| Fact::Named { label: label(at), kind: Kind::Factor }).collect();
    facts.extend((0..units).map(|unit| Fact::Named { label: format!("Unit {unit}"), kind: Kind::Party }));
    let claim = |from: String, to: String, kind, sign| Claim { from, to, kind, sign, ..Claim::default() };
    let owned = (0..things)
        .filter(|_| units > 0)
        .map(|at| claim(format!("Unit {}", at % units), label(at), Relation::Owns, Sign::Unknown));
    let effects = ends.iter().map(|(from, to)| claim(label(*from), label(*to), Relation::Affects, Sign::Plus));
    facts.extend(owned.chain(effects).zip(1..).map(|(claim, number)| Fact::Claimed(Claim { claim: number, ..claim })));
    let events = facts.into_iter().zip(1..).map(|(fact, seq)| Event { seq, facts: vec![fact], ..Event::default() });
    let mut ledger = Ledger::new();
    ledger.add_session(&Session::fold(header("2026-11-20-large", "Large"), events), &Names::default());
    ledger.graph(None)
}

/// Different arrows between things by chance.
fn ends(things: usize, arrows: usize) -> Vec<(usize, usize)> {
    let mut chance = Chance::new(5);
    let mut ends = BTreeSet::new();
    while ends.len() < arrows {
        let (from, to) = (chance.below(things), chance.below(things));
        if from != to && !ends.contains(&(to, from)) {
            ends.insert((from, to));
        }
    }
    ends.into_iter().collect()
}

fn report(graph: &Graph) -> String {
    let (arrows, most_things) = (Arrows::Readable, Material::MOST_THINGS);
    report_html(&Material { title: "Large", graph, findings: &[], chapters: &[], arrows, most_things, house: None })
}

/// The width and the height of every picture.
fn sizes(page: &str) -> Vec<(usize, usize)> {
    let boxes = page.split("viewBox=\"0 0 ").skip(1).filter_map(|rest| rest.split('"').next()?.split_once(' '));
    boxes.map(|(width, height)| (width.parse().unwrap(), height.parse().unwrap())).collect()
}

#[test]
fn a_large_map_is_drawn_in_parts_that_can_be_read_and_every_arrow_is_drawn_or_told() {
    for (things, arrows, units) in [(60, 180, 5), (100, 300, 0), (100, 300, 6), (300, 900, 0)] {
        let page = report(&map(&ends(things, arrows), things, units));
        let sizes = sizes(&page);
        assert!(sizes.len() > 2, "{things} / {arrows}: {sizes:?}");
        assert!(sizes.iter().all(|(width, height)| *width <= 1_300 && *height <= 2_600), "{sizes:?}");
        let drawn = page.matches("<g class=\"arrow ").count();
        let legend = page.matches("nobody has said which way</text>").count() * 4;
        let told = page.matches("<details class=\"elsewhere\">").count();
        assert!(told > 0);
        let listed: usize = page.split("<details class=\"elsewhere\">").skip(1).map(in_list).sum();
        // An arrow between two parts is told below both.
        assert_eq!(drawn - legend + listed / 2, arrows, "{things} / {arrows}");
        assert_eq!(listed % 2, 0);
        assert!(page.contains("For one picture the map is too large, so it is drawn in "));
        for at in 1..=sizes.len() {
            assert_eq!(page.matches(&format!("id=\"map-{at}\"")).count(), 1);
            assert_eq!(page.matches(&format!("id=\"map-title-{at}\"")).count(), 1);
        }
    }
}

fn in_list(details: &str) -> usize {
    details.split("</details>").next().unwrap().matches("<li>").count()
}

#[test]
fn the_units_of_a_map_are_its_parts() {
    let page = report(&map(&ends(60, 180), 60, 5));
    for unit in 0..5 {
        assert!(page.contains(&format!(". Unit {unit}</h3>")), "Unit {unit}");
    }
}

#[test]
fn a_small_map_is_one_picture() {
    let page = report(&map(&ends(20, 30), 20, 3));
    assert_eq!(sizes(&page).len(), 1);
    assert!(!page.contains("map-title-1") && !page.contains("class=\"parts\""));
}

#[test]
fn a_picture_in_a_file_is_small_enough_for_every_program() {
    // Beside dot with boxes of the same size: 9.0, 27.0 and about 175 million pixels (benches/layout.rs).
    for (things, arrows, most) in [(60, 180, 13_500_000), (100, 300, 40_500_000), (300, 900, 262_000_000)] {
        let [(width, height)] = sizes(&map_svg(&map(&ends(things, arrows), things, 0), "Large", Arrows::All))[..]
        else {
            panic!("one picture")
        };
        assert!(width.max(height) <= 32_767, "{things} / {arrows}: {width} x {height}");
        assert!(width * height <= most, "{things} / {arrows}: {width} x {height}");
    }
}

#[test]
fn beyond_a_size_a_sentence_and_the_table_stand_in_the_place_of_the_picture() {
    let hub: Vec<(usize, usize)> = (1..=2_300).map(|at| (at, 0)).collect();
    let register: Vec<(usize, usize)> = (0..2_133).map(|at| (at, 2_133 + at % 60)).collect();
    for (ends, things, says) in [
        (hub, 2_301, "2,301 things and 2,300 arrows are too many for a picture"),
        (register, 2_193, "2,193 things and 2,133 arrows are too many for a picture"),
    ] {
        let graph = map(&ends, things, 0);
        let page = report(&graph);
        assert!(page.contains(says) && sizes(&page).is_empty());
        assert_eq!(page.matches("<td>more</td>").count(), ends.len());
        assert!(page.len() < 3_000_000, "{}", page.len());
        let picture = map_svg(&graph, "Large", Arrows::Readable);
        assert!(picture.contains(says) && picture.len() < 20_000);
        assert!(roxmltree::Document::parse(&picture).is_ok());
    }
}
