//! `saw`, `note`, `settle`, `alike`, and where the map says it has everything from.

use std::fs;
use std::path::Path;

use adjacent::store::Workspace;
use serde_json::Value;
use tempfile::TempDir;

use crate::program::run;
use crate::shared_map::hour::cut_at;

fn json(workspace: &Path, arguments: &[&str]) -> Value {
    let said = run(workspace, arguments);
    serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}{}", said.out, said.err))
}

fn hour_in(folder: &TempDir, cuts: &[usize]) {
    let workspace = Workspace::open(folder.path()).unwrap();
    for (session, names) in cut_at(cuts) {
        workspace.create(session.header(), session.events()).unwrap();
        workspace.keep_names(&session.header().id, &names).unwrap();
    }
}

#[test]
fn a_line_between_sessions_is_read_back_and_all_of_a_day_lie_in_one_session() {
    let folder = TempDir::new().unwrap();
    let said = run(folder.path(), &["saw", "Repeat calls up"]);
    assert_eq!((said.code, said.out.trim()), (0, "Seen: Repeat calls went up."));
    let said = run(folder.path(), &["note", "Service bot -> Repeat calls : + seen"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.out.trim(), "More of the Service bot, more Repeat calls; this was seen.");
    let unquoted = run(folder.path(), &["note", "Service", "bot", "->", "Trust", ":", "-"]);
    assert_eq!(unquoted.code, 0, "{}", unquoted.err);
    let sessions = json(folder.path(), &["sessions", "--json"]);
    assert_eq!(sessions.as_array().unwrap().len(), 1);
    assert_eq!(sessions[0]["kind"], "Desk");
    assert_eq!(json(folder.path(), &["map", "--json"])["counts"]["events"], 3);
}

#[test]
fn a_line_that_cannot_be_read_is_not_kept_and_says_what_to_mend() {
    let folder = TempDir::new().unwrap();
    for (arguments, words) in [
        (["saw", "hello"], "which way"),
        (["note", "A -> A : +"], "points at itself"),
        (["note", "hello there"], "adjacent note \"park hello there\""),
        (["note", "-> B : +"], "nothing was kept"),
    ] {
        let said = run(folder.path(), &arguments);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{arguments:?}");
        assert!(said.err.contains(words), "{}", said.err);
    }
    assert_eq!(run(folder.path(), &["note", "  "]).code, 2);
    assert!(!folder.path().join("sessions").exists(), "no session is made for nothing");
}

#[test]
fn what_is_open_has_numbers_that_stay_and_what_becomes_of_it_is_kept() {
    let folder = TempDir::new().unwrap();
    hour_in(&folder, &[40]);
    let list = || run(folder.path(), &["settle"]).out;
    assert_eq!(list().lines().count(), 3, "{}", list());
    assert!(list().contains("   3  promise   Pair the handle-time bonus"), "{}", list());
    let settle = |words: &[&str]| run(folder.path(), &[&["settle"], words].concat());
    assert_eq!(settle(&["1", "answered", "Claims does"]).code, 0);
    assert!(list().contains("   3  promise") && !list().contains("   1  "), "{}", list());
    let moved = settle(&["3", "moved", "4", "jan"]);
    assert!(moved.out.starts_with("Moved to 4 January"), "{}{}", moved.out, moved.err);
    assert!(list().contains("by 4 January"), "{}", list());
    assert_eq!(settle(&["2", "done", "two decks now"]).code, 0);
    assert_eq!(settle(&["3", "dropped"]).code, 0);
    assert!(list().contains("Nothing is open"), "{}", list());
    assert_eq!(json(folder.path(), &["settle", "--json"]), Value::Array(Vec::new()));
}

#[test]
fn a_settling_that_says_too_little_asks_for_it() {
    let folder = TempDir::new().unwrap();
    hour_in(&folder, &[]);
    for (words, code, says) in [
        (vec!["settle", "9", "done"], 2, "nothing has the number 9"),
        (vec!["settle", "3"], 2, "what became of it"),
        (vec!["settle", "3", "finished"], 2, "what became of it"),
        (vec!["settle", "3", "moved", "somewhen"], 1, "no day could be read"),
    ] {
        let said = run(folder.path(), &words);
        assert_eq!(said.code, code, "{words:?}: {}", said.err);
        assert!(said.err.contains(says), "{}", said.err);
    }
}

#[test]
fn every_arrow_says_where_it_comes_from_and_nobody_is_named() {
    let folder = TempDir::new().unwrap();
    hour_in(&folder, &[30]);
    let map = json(folder.path(), &["map", "--json", "--as-of", "2026-11-30"]);
    let edge = |from: &str, to: &str| {
        let edges = map["edges"].as_array().unwrap();
        edges.iter().find(|edge| edge["from"] == from && edge["to"] == to).unwrap().clone()
    };
    let reasons = edge("Service bot", "Complaint reasons");
    let said = &reasons["said"][0];
    assert_eq!((said["unit"].as_str(), said["says"].as_str()), (Some("Contact Centre"), Some("less")));
    assert_eq!(said["words"], "the bot closes the ticket without a reason code");
    assert_eq!(said["session"], "2026-11-21-part-0001");
    assert!(said["time"].as_str().unwrap().starts_with("2026-11-21T09:"), "{said}");
    assert_eq!(
        (reasons["for"].as_u64(), reasons["against"].as_u64(), reasons["unsure"].as_u64()),
        (Some(1), Some(0), Some(0))
    );
    let disputed = edge("Claims triage", "Complex case load");
    assert_eq!((disputed["disputed"].as_bool(), disputed["for"].as_u64()), (Some(true), Some(2)));
    assert_eq!(map["sessions"].as_array().unwrap().len(), 2);
    let text = run(folder.path(), &["map", "--as-of", "2026-11-30"]).out;
    assert!(
        text.contains("21 November 2026, Part 1: Contact Centre “the bot closes the ticket without a reason code”"),
        "{text}"
    );
    for name in ["Priya", "Gus", "Mei", "mei", "sam"] {
        assert!(!text.contains(name) && !map.to_string().contains(&format!("\"{name}\"")), "{name}");
    }
}

#[test]
fn what_nobody_said_again_for_half_a_year_is_marked_as_of_the_day_asked_about() {
    let folder = TempDir::new().unwrap();
    hour_in(&folder, &[]);
    let stale = |arguments: &[&str]| {
        let map = json(folder.path(), &[&["map", "--json"], arguments].concat());
        map["edges"].as_array().unwrap().iter().filter(|edge| edge["stale"] == true).count()
    };
    assert_eq!(stale(&["--as-of", "2026-12-01"]), 0);
    assert_eq!(stale(&["--as-of", "2027-08-01"]), 74);
    assert_eq!(stale(&["--until", "2027-08-01"]), 74);
    assert_eq!(run(folder.path(), &["map", "--as-of", "someday"]).code, 2);
}

#[test]
fn names_that_look_alike_are_listed_with_their_reason() {
    let folder = TempDir::new().unwrap();
    assert_eq!(run(folder.path(), &["alike"]).out, "No two names look alike.\n");
    for line in ["Bot -> Repeat call : +", "Copilot -> Repeat calls : +", "C++ -> C# : +", "C++ -> Trust : +"] {
        let _ = run(folder.path(), &["note", line]);
    }
    let said = run(folder.path(), &["alike"]);
    assert!(said.out.contains("Repeat call | Repeat calls: the same words"), "{}", said.out);
    let found = json(folder.path(), &["alike", "--json"]);
    let first = &found["pairs"][0];
    assert_eq!(
        (&first["why"], &first["band"], &first["reasons"][0]),
        (&"plural".into(), &"sure".into(), &"plural".into())
    );
    assert!(first["score"].as_f64().is_some_and(|score| (0.8..=1.0).contains(&score)), "{first}");
    let apart = fs::read_dir(folder.path().join("sessions")).unwrap().count();
    assert!(apart >= 1);
}
