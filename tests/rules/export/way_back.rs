//! What a format holds of a map comes back when the file is imported.

use std::collections::BTreeMap;

use adjacent::export::{dot, gexf, graphml, json_graph};
use adjacent::graph::{Graph, Key};
use adjacent::import::{ImportMapping, ImportedFile, ImportedMap, NoWatch, ReadContext, read};
use adjacent::record::text::{LABEL_LIMIT, clean, clip};
use adjacent::record::{Delay, Kind, Relation, Sign, Status, Strength, Want};
use jiff::civil::Date;

use crate::example::EXAMPLE;
use crate::export::formats::small;
use crate::export::hostile::{GRAPH, TITLE};
use crate::talk::Talk;

/// What a map states of a thing: its kind, status, wanted direction and first day, whether it is scarce or outside, and
/// its other names.
type Stated = (Kind, Option<Status>, Option<Want>, Option<Date>, bool, bool, Vec<String>);

/// What a map states about an arrow.
type StatedArrow = (Sign, Strength, Option<Delay>);

/// A map as its things and its arrows state it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Held {
    things: BTreeMap<String, Stated>,
    arrows: BTreeMap<(String, String, Relation), StatedArrow>,
}

/// A label as every reader has it: one line with single spaces, no longer than a name is.
fn label(text: &str) -> String {
    let line: Vec<String> = clean(text).split_whitespace().map(str::to_owned).collect();
    clip(&line.join(" "), LABEL_LIMIT).trim_end().to_owned()
}

fn held(graph: &Graph) -> Held {
    let things = graph.things().map(|thing| {
        // Another spelling of its own name is no other name.
        let others = thing.aliases.iter().filter(|name| Key::of(name).as_ref() != Some(&thing.key));
        let mut names: Vec<String> = others.map(|name| label(name)).collect();
        names.sort();
        let stated = (thing.kind, thing.status, thing.want, thing.started, thing.scarce, thing.outside, names);
        (label(&thing.label), stated)
    });
    let arrows = graph.links().map(|link| {
        let ends = (label(&link.from.label), label(&link.to.label), link.arrow.relation);
        let sign = if link.arrow.sign == Sign::NoEffect { Sign::Unknown } else { link.arrow.sign };
        (ends, (sign, link.arrow.strength, link.arrow.delay))
    });
    Held { things: things.collect(), arrows: arrows.collect() }
}

fn imported(file: &str, text: String) -> ImportedMap {
    let mapping = ImportMapping::default();
    let file = ImportedFile::new(file, text.into_bytes()).unwrap();
    read(&[file], &ReadContext { mapping: &mapping, watch: &NoWatch }).unwrap_or_else(|error| panic!("{error}")).1
}

fn brought(map: &ImportedMap) -> Held {
    let things = map.things.iter().map(|thing| {
        let mut names = thing.other_names.clone();
        names.sort();
        let stated = (thing.kind, thing.status, thing.want, thing.started, thing.scarce, thing.outside, names);
        (thing.label.clone(), stated)
    });
    let of = |thing: usize| map.things[thing].label.clone();
    let arrows = map
        .arrows
        .iter()
        .map(|arrow| ((of(arrow.from), of(arrow.to), arrow.relation), (arrow.sign, arrow.strength, arrow.delay)));
    let held = Held { things: things.collect(), arrows: arrows.collect() };
    assert_eq!((held.things.len(), held.arrows.len()), (map.things.len(), map.arrows.len()), "nothing comes twice");
    held
}

/// Returns what a format keeps that has no other names, and in which later is ninety days.
fn without_names(mut held: Held) -> Held {
    held.things.values_mut().for_each(|stated| stated.6.clear());
    let later = held.arrows.values_mut().filter(|(.., delay)| *delay == Some(Delay::Later));
    later.for_each(|(.., delay)| *delay = Some(Delay::Days(90)));
    held
}

/// Returns a map without the characters that XML has no way to hold.
fn in_xml(held: Held) -> Held {
    let allowed = |text: String| label(&text.replace(['\u{fffe}', '\u{ffff}'], ""));
    Held {
        things: held.things.into_iter().map(|(name, stated)| (allowed(name), stated)).collect(),
        arrows: held
            .arrows
            .into_iter()
            .map(|((from, to, relation), said)| ((allowed(from), allowed(to), relation), said))
            .collect(),
    }
}

/// Compares two maps, and names what only one of them holds.
fn same(format: &str, found: &Held, expected: &Held) {
    let things = |one: &Held, other: &Held| -> Vec<String> {
        let only = one.things.iter().filter(|(name, stated)| other.things.get(*name) != Some(stated));
        only.take(5).map(|thing| format!("{thing:?}")).collect()
    };
    let arrows = |one: &Held, other: &Held| -> Vec<String> {
        let only = one.arrows.iter().filter(|(ends, said)| other.arrows.get(*ends) != Some(said));
        only.take(5).map(|arrow| format!("{arrow:?}")).collect()
    };
    let only = [things(found, expected), arrows(found, expected), things(expected, found), arrows(expected, found)];
    assert!(only.iter().all(Vec::is_empty), "{format}: found {:#?}, expected {:#?}", &only[..2], &only[2..]);
}

fn same_everywhere(graph: &Graph, title: &str) {
    let whole = imported("map.json", json_graph(graph, title, &[]));
    same("json-graph", &brought(&whole), &held(graph));
    assert_eq!(whole.title.unwrap_or_default(), label(title));
    let (plain, xml) = (without_names(held(graph)), in_xml(without_names(held(graph))));
    same("dot", &brought(&imported("map.dot", dot(graph))), &plain);
    same("graphml", &brought(&imported("map.graphml", graphml(graph))), &xml);
    same("gexf", &brought(&imported("map.gexf", gexf(graph, title))), &xml);
}

#[test]
fn a_small_map_comes_back_whole() {
    same_everywhere(&small(), "Small");
    let mut talk = Talk::among(&[("mei", "Claims")]);
    talk.says(
        "mei> want Trust up
         mei> Handle time -> more Trust : +++ later
         mei> Handle time -> less Waiting : -- now
         mei> !Bot (pilot) needs $History (scarce)
         mei> same Trust = Customer trust; so to say",
    );
    same_everywhere(&talk.graph(), "All <of> \"it\"");
}

#[test]
fn the_worked_example_comes_back_whole() {
    same_everywhere(&Talk::transcript(EXAMPLE).graph(), "Example");
}

#[test]
fn five_hundred_hostile_names_come_back_whole() {
    same_everywhere(&GRAPH, TITLE);
}
