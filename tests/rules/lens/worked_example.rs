//! The worked example: every finding with its weight, at the end and at every cut, and none that must not be.

use std::collections::BTreeSet;

use adjacent::graph::Key;
use adjacent::lens::Finding;
use serde_json::Value;

use crate::example::EXAMPLE;
use crate::talk::Talk;

const EXPECTED: &str = include_str!("../../fixtures/harbourline.expected.json");
const UNTIL: &str = include_str!("../../fixtures/harbourline.until.json");
const MUST_NOT: &str = include_str!("../../fixtures/harbourline.must_not.json");

/// Patterns that the definitions leave open.
const OPEN: [&str; 13] = [
    "near",
    "unconfirmed",
    "late",
    "strain",
    "edge",
    "forum",
    "purpose",
    "hub",
    "untested",
    "echo",
    "gap",
    "pile-up",
    "open",
];

/// Lenses that are compared so far.
#[rustfmt::skip]
const LENSES: &[&str] = &[
    "ripple", "loop", "archetype", "conflict", "redundancy", "synergy", "unmet", "boundary", "incentive", "leverage",
    "single-point", "emergent", "momentum", "silence", "dispute", "charter", "mechanism",
];

#[test]
fn the_worked_example_shows_what_it_must_show_with_its_weight() {
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();
    compare(&Talk::transcript(EXAMPLE).findings(), &expected["findings"], "at the end");
}

#[test]
fn so_it_does_at_every_cut() {
    let cuts: Value = serde_json::from_str(UNTIL).unwrap();
    for cut in cuts.as_array().unwrap() {
        let lines = usize::try_from(cut["until"].as_u64().unwrap()).unwrap();
        compare(&Talk::first_lines(EXAMPLE, lines).findings(), &cut["findings"], &format!("after line {lines}"));
    }
}

#[test]
fn what_must_not_be_found_is_not_found() {
    let findings = Talk::transcript(EXAMPLE).findings();
    let found: BTreeSet<String> = findings.iter().filter(|finding| !is_open(finding)).map(named).collect();
    let forbidden: Value = serde_json::from_str(MUST_NOT).unwrap();
    for one in forbidden.as_array().unwrap() {
        let named = named_in(one);
        assert!(!found.contains(&named), "{named}: {}", one["why"]);
    }
}

fn compare(found: &[Finding], expected: &Value, when: &str) {
    let compared = |finding: &&Finding| LENSES.contains(&finding.lens.name()) && !is_open(finding);
    let mut found: Vec<(String, i64)> =
        found.iter().filter(compared).map(|finding| (named(finding), i64::from(finding.severity))).collect();
    let mut wanted: Vec<(String, i64)> = expected
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| LENSES.contains(&finding["lens"].as_str().unwrap()) && finding["pattern"] != "open")
        .map(|finding| (named_in(finding), finding["severity"].as_i64().unwrap()))
        .collect();
    found.sort();
    wanted.sort();
    let names = |list: &[(String, i64)]| list.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), names(&wanted), "{when}");
    for ((name, got), (_, severity)) in found.iter().zip(&wanted) {
        assert!((got - severity).abs() <= 1, "{when}: {name} weighs {got}, not {severity}");
    }
}

/// Whether the definitions leave this sort of finding open.
pub(crate) fn is_open(finding: &Finding) -> bool {
    let pattern = finding.pattern.map_or("", adjacent::lens::Pattern::name);
    OPEN.contains(&pattern) || hope_unrewarded(finding)
}

/// Hope that is not rewarded is left open; hope without a route is not.
fn hope_unrewarded(finding: &Finding) -> bool {
    finding.lens.name() == "incentive" && finding.pattern.is_some()
}

pub(crate) fn named(finding: &Finding) -> String {
    let pattern = finding.pattern.map(|pattern| pattern.name().to_owned());
    name(finding.lens.name(), pattern, finding.about.iter().map(|key| key.as_str().to_owned()).collect())
}

fn named_in(finding: &Value) -> String {
    let about = finding["about"].as_array().unwrap().iter();
    let keys = about.map(|label| Key::of(label.as_str().unwrap()).unwrap().to_string()).collect();
    name(finding["lens"].as_str().unwrap(), finding["pattern"].as_str().map(str::to_owned), keys)
}

/// A finding's name, with what it is about in the order in which it counts.
fn name(lens: &str, pattern: Option<String>, mut about: Vec<String>) -> String {
    let pattern = pattern.filter(|_| matches!(lens, "loop" | "archetype" | "mechanism")).unwrap_or_default();
    match (lens, pattern.as_str()) {
        ("redundancy" | "boundary" | "synergy", _) | (_, "accidental-adversaries" | "escalation") => about.sort(),
        ("conflict", _) => about[..2].sort(),
        ("loop", _) => {
            let first = about.iter().enumerate().min_by_key(|(_, key)| key.as_str()).map_or(0, |(at, _)| at);
            about.rotate_left(first);
        }
        _ => {}
    }
    format!("{lens} {pattern} {}", about.join(" | "))
}
