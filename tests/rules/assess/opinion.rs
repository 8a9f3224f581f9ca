use std::collections::BTreeSet;

use adjacent::assess::{Assessment, FOOTER, Linked, Opinion, Pull, opinions, opinions_text};
use adjacent::graph::{Graph, Key};

use super::stage::{begun, rating, score};
use crate::talk::Talk;

const PEOPLE: &[(&str, &str)] = &[("mei", "Claims"), ("tom", "Contact Centre")];
const OWNED: &str = "Claims owns Triage\nContact Centre owns Repeat calls\nContact Centre owns Waiting time";

fn key(label: &str) -> Key {
    Key::of(label).unwrap()
}

/// What the map says about an item that was answered with this digit, to somebody of Claims with the tag mei.
fn about(graph: &Graph, item: &str, digit: u8, pulls: &[Pull]) -> Option<Opinion> {
    let mut assessment = begun();
    assessment.rate(item, rating(digit)).unwrap();
    said(graph, &assessment, pulls).pop()
}

fn said(graph: &Graph, assessment: &Assessment, pulls: &[Pull]) -> Vec<Opinion> {
    let units = BTreeSet::from([key("Claims")]);
    let seats = BTreeSet::from([("2026-11-20-talk-0001".into(), "mei".to_owned())]);
    opinions(assessment, &Linked { graph, units: &units, seats: &seats, pulls })
}

fn graph(lines: &str) -> Graph {
    Talk::among(PEOPLE).says(OWNED).says(lines).graph()
}

#[test]
fn mapped_dependencies_are_doubted_while_fewer_than_half_the_crossings_are_told_from_both_sides() {
    let one_sided = "mei> Triage -> Repeat calls : +";
    let both = "mei> Triage -> Waiting time : -\ntom> yes .";
    for (lines, doubted) in [
        ("", false),
        (one_sided, true),
        (both, false),
        (&format!("{one_sided}\n{both}"), false),
        ("mei> Triage -> Repeat calls : +\nmei> Triage -> Waiting time : -", true),
    ] {
        assert_eq!(about(&graph(lines), "T2", 4, &[]).is_some(), doubted, "{lines}");
    }
    assert!(about(&graph(one_sided), "T2", 3, &[]).is_none(), "a 3 claims no living map");
    let says = about(&graph(one_sided), "T2", 5, &[]).unwrap().says;
    assert_eq!(says, "of what crosses your edge on this map, 0 of 1 were told from both sides");
}

#[test]
fn coherent_incentives_are_doubted_while_an_open_heavy_one_covers_the_own_unit() {
    let graph = graph("^Handle-time bonus covers @Claims\n^Volume target covers @Contact Centre");
    let pull = |incentive: &str, severity, open| Pull { incentive: key(incentive), severity, open };
    for (pulls, doubted) in [
        (vec![], false),
        (vec![pull("Handle-time bonus", 50, true)], true),
        (vec![pull("Handle-time bonus", 49, true)], false),
        (vec![pull("Handle-time bonus", 90, false)], false),
        (vec![pull("Volume target", 90, true)], false),
        (vec![pull("Volume target", 90, true), pull("Handle-time bonus", 70, true)], true),
    ] {
        let opinion = about(&graph, "O3", 4, &pulls);
        assert_eq!(opinion.is_some(), doubted, "{pulls:?}");
        assert!(opinion.is_none_or(|opinion| opinion.about == ["Handle-time bonus"]));
    }
    assert!(about(&graph, "O3", 3, &[pull("Handle-time bonus", 90, true)]).is_none());
}

#[test]
fn crossing_over_is_doubted_until_something_about_another_unit_is_marked_seen_by_this_person() {
    for (lines, doubted) in [
        ("", true),
        ("mei> Triage -> Repeat calls : + seen", false),
        ("mei> Triage -> Repeat calls : +", true),
        ("tom> Triage -> Repeat calls : + seen", true),
        ("Triage -> Repeat calls : + seen", true),
        ("mei> Triage -> Errors : + seen", true),
        ("mei> Repeat calls -> Waiting time : + seen", false),
    ] {
        assert_eq!(about(&graph(lines), "S6", 4, &[]).is_some(), doubted, "{lines}");
    }
    assert!(about(&graph(""), "S6", 3, &[]).is_none());
}

#[test]
fn without_a_seat_or_a_unit_nothing_is_said_about_crossing_over() {
    let (graph, mut assessment) = (graph(""), begun());
    assessment.rate("S6", rating(5)).unwrap();
    let (units, seats) = (BTreeSet::from([key("Claims")]), BTreeSet::from([("x".into(), "mei".to_owned())]));
    let (nobody, nowhere) = (BTreeSet::new(), BTreeSet::new());
    let with = |units, seats| opinions(&assessment, &Linked { graph: &graph, units, seats, pulls: &[] }).len();
    assert_eq!([with(&units, &seats), with(&units, &nobody), with(&nowhere, &seats)], [1, 0, 0]);
}

#[test]
fn one_reason_told_humanly_is_doubted_while_a_worry_has_no_answer() {
    let worry = "say @Handlers: I am training my replacement re Triage";
    let opinion = about(&graph(worry), "O6", 4, &[]).unwrap();
    assert_eq!(opinion.about.len(), 1);
    let answered = format!("{worry}\n*Nobody loses the job covers &I am training my replacement");
    assert!(about(&graph(&answered), "O6", 4, &[]).is_none());
    assert!(about(&graph(""), "O6", 4, &[]).is_none());
    assert!(about(&graph(worry), "O6", 3, &[]).is_none());
}

#[test]
fn what_the_map_says_changes_no_score() {
    let graph = graph("mei> Triage -> Repeat calls : +\nsay @Handlers: Am I next? re Triage");
    let assessment = super::stage::levels([5, 5, 5]);
    let before = score(&assessment);
    let opinions = said(&graph, &assessment, &[]);
    let items: Vec<&str> = opinions.iter().map(|opinion| opinion.item.as_str()).collect();
    assert_eq!(items, ["S6", "T2", "O6"]);
    assert_eq!(score(&assessment), before);
}

#[test]
fn what_people_typed_does_nothing_on_the_page_and_the_page_has_its_footer() {
    let opinion = Opinion { item: "O6".into(), says: "one thing".into(), about: vec!["a\u{1b}[2J\u{202e}b".into()] };
    let page = opinions_text(&[opinion], |_| "One reason, told humanly".into());
    assert!(page.contains("One reason, told humanly: one thing.\n  - a[2Jb\n"), "{page}");
    assert!(page.ends_with(&format!("{FOOTER}\n")));
    assert!(opinions_text(&[], |_| String::new()).contains(FOOTER));
}
