//! `replay`, `compare`, `search` and `what-if`, as they are used.

use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{adjacent, err, out, with_example};

#[test]
fn the_story_of_the_sample_is_told_and_names_nobody() {
    let (workspace, _) = with_example();
    let told = out(&adjacent(workspace.path(), &["replay", "four", "--plain"]));
    for part in [
        "\nDraw the system\n",
        "12:05  The Churn model cannot work without Complaint reasons, clearly.\n         > Churn model needs Complaint reasons",
        "because of Service bot. Said 15 minutes apart by Retention and Contact Centre; the map put it together.",
        "  21:30  More Queue pressure, more Bot share of contacts, after about two weeks.\n         > Round it goes",
        "> Two people who know this work see Claims triage to Complex case load in opposite ways.",
        "it reaches Retention rate, which belongs to Retention.",
        "1:11:00  Contact Centre will do this by 4 December 2026",
        "1:12:10  Taken back: Finance says no",
        "1:13:00  A line was taken back.",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    for name in ["Priya", "Noor", "Tom", "tom", "mei"] {
        assert!(!told.split(|c: char| !c.is_alphanumeric()).any(|word| word == name), "{name} in\n{told}");
    }
    assert_eq!(
        told,
        out(&adjacent(workspace.path(), &["replay", "four"])),
        "without a screen the bare form tells it too"
    );
}

#[test]
fn a_recording_is_never_written_over_a_session() {
    let (workspace, file) = with_example();
    let before = std::fs::read(&file).unwrap();
    let done = adjacent(workspace.path(), &["replay", "four", "--cast", &file]);
    assert_eq!(done.status.code(), Some(2), "{}", err(&done));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_recording_has_a_marker_for_each_exercise_and_no_long_silence() {
    let (workspace, _) = with_example();
    let file = workspace.path().join("four.cast");
    let done = adjacent(workspace.path(), &["replay", "four", "--cast", file.to_str().unwrap(), "--speed", "60"]);
    assert_eq!((done.status.code(), err(&done)), (Some(0), String::new()));
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (&lines[0]["version"], &lines[0]["term"]["cols"], &lines[0]["term"]["rows"]),
        (&3.into(), &100.into(), &30.into())
    );
    assert_eq!(lines[1..].iter().filter(|line| line[1] == "m").count(), 8);
    assert!(lines[1..].iter().all(|line| line[0].as_f64().unwrap() <= 2.0));
    let mut screen = vt100::Parser::new(30, 100, 0);
    for line in lines[1..].iter().filter(|line| line[1] == "o") {
        screen.process(line[2].as_str().unwrap().as_bytes());
    }
    let shown = screen.screen().contents();
    assert!(shown.contains("Four AI changes, one customer"), "{shown}");
    assert!(!shown.split(|c: char| !c.is_alphanumeric()).any(|word| ["tom", "Noor"].contains(&word)), "{shown}");
}

#[test]
fn two_moments_are_compared_as_text_markdown_and_json() {
    let (workspace, path) = with_example();
    let text = out(&adjacent(workspace.path(), &["compare", "four@20:00", "four@50:00"]));
    assert!(text.contains("\nWhere they disagree\n  Two people who know this work see Claims triage"), "{text}");
    let markdown = out(&adjacent(workspace.path(), &["compare", "four@20:00", "four@50:00", "--to", "markdown"]));
    assert!(markdown.contains("\n## Seen by now\n\n- The Claims triage supplies"), "{markdown}");
    let json = out(&adjacent(workspace.path(), &["compare", &format!("{path}@32"), &format!("{path}@32"), "--json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["things_new"], Value::Array(Vec::new()));
    let alone = adjacent(workspace.path(), &["compare", "four"]);
    assert_eq!(alone.status.code(), Some(2));
    assert!(err(&alone).contains("two moments"), "{}", err(&alone));
}

#[test]
fn lines_are_searched_for_and_a_wrong_sort_is_named() {
    let (workspace, _) = with_example();
    let found = out(&adjacent(workspace.path(), &["search", "complaint", "reasons", "--kind", "arrow"]));
    assert!(found.contains("12:05") && found.contains("27:40"), "{found}");
    let json = out(&adjacent(workspace.path(), &["search", "--unit", "Finance", "--json"]));
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["kind"], "question");
    let wrong = adjacent(workspace.path(), &["search", "--kind", "rumour"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("arrow, position, promise"), "{}", err(&wrong));
    assert_eq!(adjacent(workspace.path(), &["search"]).status.code(), Some(2));
}

#[test]
fn a_branch_is_begun_compared_and_adopted() {
    let (workspace, _) = with_example();
    let begun = adjacent(workspace.path(), &["what-if", "four@20:00", "Without the bonus"]);
    assert_eq!(begun.status.code(), Some(0), "{}", err(&begun));
    assert!(out(&begun).contains("adjacent open ") && out(&begun).contains("adjacent compare "), "{}", out(&begun));
    let mut open = Command::new(env!("CARGO_BIN_EXE_adjacent"));
    open.args(["open", "Without", "--plain", "--dir", workspace.path().to_str().unwrap()]);
    let mut open = open.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::io::Write::write_all(&mut open.stdin.take().unwrap(), b"Service bot -> Quiet mornings : +\n").unwrap();
    open.wait().unwrap();
    let changed = out(&adjacent(workspace.path(), &["compare", "Without"]));
    assert!(changed.contains("Named since\n  Quiet mornings\n"), "{changed}");
    assert!(!changed.contains("Overtime"), "what the origin said later is no part of it: {changed}");
    let map = || out(&adjacent(workspace.path(), &["map"]));
    assert!(!map().contains("Quiet mornings"));
    let adopted = adjacent(workspace.path(), &["what-if", "--adopt", "Without"]);
    assert_eq!(adopted.status.code(), Some(0), "{}", err(&adopted));
    assert!(map().contains("Quiet mornings"));
    assert!(out(&adjacent(workspace.path(), &["what-if", "--adopt", "Without"])).contains("already"));
    assert_eq!(adjacent(workspace.path(), &["what-if", "--adopt", "four"]).status.code(), Some(2));
}

#[test]
fn a_damaged_an_empty_and_a_torn_session_are_replayed_as_far_as_they_go() {
    let (workspace, path) = with_example();
    let text = std::fs::read_to_string(&path).unwrap();
    let hurt: String = text.replacen("claim: 12,", "claim: 1#,", 1);
    std::fs::write(&path, &hurt).unwrap();
    let told = adjacent(workspace.path(), &["replay", &path]);
    assert_eq!(told.status.code(), Some(0));
    assert!(out(&told).contains("1:13:00") && err(&told).contains("could be read is replayed"), "{}", err(&told));
    let half = &text[..text.len() / 2];
    std::fs::write(&path, half).unwrap();
    let told = adjacent(workspace.path(), &["replay", &path]);
    assert!(out(&told).contains("5:30") && !err(&told).is_empty(), "{}", err(&told));
    let end = text.find("(seq: 2,").unwrap();
    std::fs::write(&path, format!("{}])\n", &text[..end])).unwrap();
    let told = adjacent(workspace.path(), &["replay", &path]);
    assert!(out(&told).contains("Nothing was said in it so far."), "{}", out(&told));
    std::fs::write(&path, "(no session").unwrap();
    assert_eq!(adjacent(workspace.path(), &["replay", &path]).status.code(), Some(3));
}

#[test]
fn a_session_that_somebody_writes_is_replayed_meanwhile() {
    let workspace = TempDir::new().unwrap();
    let notes = workspace.path().join("notes.txt");
    std::fs::write(&notes, "# title: Under way\nBot -> Trust : -\n").unwrap();
    adjacent(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
    let id = adjacent::store::Workspace::open(workspace.path()).unwrap().find("Under way").unwrap();
    let held = adjacent::store::Workspace::open(workspace.path()).unwrap().go_on(&id).unwrap();
    let told = adjacent(workspace.path(), &["replay", "Under way"]);
    assert!(out(&told).contains("less Trust"), "{}{}", out(&told), err(&told));
    drop(held);
}
