//! `adjacent exercises` and `adjacent check`, as they are used.

use std::fs;

use tempfile::TempDir;

use crate::program::run;

#[test]
fn the_list_has_a_line_for_each_with_minutes_and_purpose() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["exercises"]);
    let (listed, plans) = said.out.split_once("\n\n").unwrap();
    assert_eq!((said.code, said.err.as_str(), listed.lines().count()), (0, "", 16));
    assert!(plans.contains("before a decision to deploy: next=15"), "{plans}");
    assert!(said.out.starts_with("arrive     5 min, alone  2  Put hopes and worries"), "{}", said.out);
    assert!(said.out.contains("five       - min, alone  5  Go from one change"), "{}", said.out);
}

#[test]
fn an_exercise_is_shown_with_everything_that_is_in_it() {
    let workspace = TempDir::new().unwrap();
    let live = run(workspace.path(), &["exercises", "incent"]).out;
    for words in [
        "What are we paid for?",
        "When: Before anything grows",
        "For: 3 to 12 people, 10 minutes",
        "Say: Nobody here is gaming anything.",
        "3. Win that game (3 min, without names)",
        "A plain line becomes: {thing} -> {}",
        "Answer: who does what by when",
        "Ask: What would a new joiner conclude is the real rule?",
        "Done when: Each team",
        "Counted: 2 rewards",
        "Fails when: People recite values",
        "Pointed out: No reward named yet.",
        "Source: Rewarding A while hoping for B (Kerr 1975)",
    ] {
        assert!(live.contains(words), "{words} is missing in\n{live}");
    }
    let solo = run(workspace.path(), &["exercises", "incent", "--solo"]).out;
    assert!(solo.contains("For: one person alone, 8 minutes") && solo.contains("quietly drop"), "{solo}");
    let five = run(workspace.path(), &["exercises", "five"]).out;
    assert!(five.contains("Only for: one person alone; see it with --solo"), "{five}");
}

#[test]
fn cards_are_printed_for_those_named_or_for_all() {
    let workspace = TempDir::new().unwrap();
    let some = run(workspace.path(), &["exercises", "--cards", "moment", "close"]).out;
    assert_eq!(some.matches("\n---\n").count(), 8 + 5);
    assert!(some.contains("Finish the sentence · 3 minutes · quiet, everybody writes · without names"), "{some}");
    let all = run(workspace.path(), &["exercises", "--cards", "--solo"]).out;
    assert!(all.contains("# Pick one change near you") && all.len() > some.len());
    let five = run(workspace.path(), &["exercises", "--cards", "five"]);
    assert_eq!((five.code, five.err.as_str()), (2, "adjacent: five has no steps for a room; add --solo\n"));
}

#[test]
fn an_unknown_exercise_is_wrong_usage() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["exercises", "nxt"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_eq!(said.err, "adjacent: there is no exercise called \"nxt\"; adjacent exercises lists them\n");
}

#[test]
fn a_new_exercise_is_begun_checked_filled_in_and_listed() {
    let workspace = TempDir::new().unwrap();
    let begun = run(workspace.path(), &["exercises", "--new", "retro", "--title", "What went well?"]);
    let path = workspace.path().join("exercises/retro.ron");
    assert_eq!(begun.code, 0, "{}", begun.err);
    assert_eq!(begun.out.lines().next(), path.to_str());
    let again = run(workspace.path(), &["exercises", "--new", "retro"]);
    assert_eq!(again.code, 3);
    assert!(again.err.contains("is there already"), "{}", again.err);
    let checked = run(workspace.path(), &["check"]);
    assert_eq!(checked.code, 1);
    let first = format!("{}:8:14: <what it is for, in a sentence> is still to be filled in;", path.display());
    assert!(checked.out.starts_with(&first), "{}", checked.out);
    let listed = run(workspace.path(), &["exercises"]);
    assert!(!listed.out.contains("retro") && listed.err.is_empty(), "not offered yet: {}{}", listed.out, listed.err);
    let shown = run(workspace.path(), &["exercises", "retro"]).out;
    assert!(shown.contains("What went well?"), "{shown}");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"<", "\"").replace(">\"", "\"").replace("> With", " With")).unwrap();
    let checked = run(workspace.path(), &["check"]);
    assert_eq!((checked.out.as_str(), checked.code), ("1 file looked at, nothing wrong.\n", 0));
    let listed = run(workspace.path(), &["exercises"]).out;
    assert!(listed.contains("\nretro      2 min, alone  1"), "{listed}");
}

#[test]
fn an_id_that_is_no_file_name_begins_nothing() {
    let workspace = TempDir::new().unwrap();
    for id in ["../x", "Retro", "a b", ""] {
        let said = run(workspace.path(), &["exercises", "--new", id]);
        assert_eq!(said.code, 2, "{id}");
    }
    assert_eq!(fs::read_dir(workspace.path()).unwrap().count(), 0);
}

#[test]
fn a_file_that_cannot_be_used_is_told_and_the_others_are_listed() {
    let workspace = TempDir::new().unwrap();
    fs::create_dir(workspace.path().join("exercises")).unwrap();
    let path = workspace.path().join("exercises/odd\u{1b}[2J.ron");
    fs::write(&path, "(format: 1, \u{1b}]0;x\u{7}").unwrap();
    let listed = run(workspace.path(), &["exercises"]);
    assert_eq!((listed.code, listed.out.split("\n\n").next().unwrap().lines().count()), (0, 16));
    assert!(listed.err.starts_with("adjacent: left out: odd[2J.ron:1:"), "{}", listed.err);
    let checked = run(workspace.path(), &["check", path.to_str().unwrap()]);
    assert_eq!(checked.code, 1);
    assert!(!(listed.err + &checked.out).contains('\u{1b}'), "{}", checked.out);
}

#[test]
fn a_named_exercise_file_is_looked_at_wherever_it_lies() {
    let workspace = TempDir::new().unwrap();
    let path = workspace.path().join("mine.ron");
    fs::write(&path, "(format: 1, id: \"mine\", purpose: 3)").unwrap();
    let said = run(workspace.path(), &["check", path.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.out.starts_with(&format!("{}:1:33: Expected string; ", path.display())), "{}", said.out);
}
