//! `replay`, `compare`, `search` and `what-if`, as they are used.

use serde_json::Value;
use tempfile::TempDir;

use crate::example::with_example;
use crate::program::{run, run_with};

#[test]
fn the_story_of_the_sample_is_told_and_names_nobody() {
    let (workspace, _) = with_example();
    let told = run(workspace.path(), &["replay", "four", "--plain"]).out;
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
    assert_eq!(told, run(workspace.path(), &["replay", "four"]).out, "without a screen the bare form tells it too");
}

#[test]
fn a_recording_is_never_written_over_a_session() {
    let (workspace, file) = with_example();
    let before = std::fs::read(&file).unwrap();
    let done = run(workspace.path(), &["replay", "four", "--cast", &file]);
    assert_eq!(done.code, 2, "{}", done.err);
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_recording_has_a_marker_for_each_exercise_and_no_long_silence() {
    let (workspace, _) = with_example();
    let file = workspace.path().join("four.cast");
    let done = run(workspace.path(), &["replay", "four", "--cast", file.to_str().unwrap(), "--speed", "60"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        (&lines[0]["version"], &lines[0]["term"]["cols"], &lines[0]["term"]["rows"]),
        (&3.into(), &100.into(), &30.into())
    );
    assert_eq!(lines[1..].iter().filter(|line| line[1] == "m").count(), 8);
    assert!(lines[1..].iter().all(|line| line[0].as_f64().unwrap() <= 2.0));
    // Players ignore a marker at the very beginning, and end with the last event.
    let marker = lines[1..].iter().position(|line| line[1] == "m").unwrap();
    assert!(lines[1..=marker + 1].iter().map(|line| line[0].as_f64().unwrap()).sum::<f64>() >= 0.1);
    assert_eq!(lines.last().unwrap(), &serde_json::json!([1.0, "o", ""]));
    let mut screen = vt100::Parser::new(30, 100, 0);
    for line in lines[1..].iter().filter(|line| line[1] == "o") {
        screen.process(line[2].as_str().unwrap().as_bytes());
    }
    let shown = screen.screen().contents();
    assert!(shown.contains("Four AI changes, one customer"), "{shown}");
    assert!(!shown.split(|c: char| !c.is_alphanumeric()).any(|word| ["tom", "Noor"].contains(&word)), "{shown}");
}

#[test]
fn a_recording_of_notes_shows_a_question_and_takes_its_time() {
    let workspace = TempDir::new().unwrap();
    let notes = workspace.path().join("Weekly.txt");
    std::fs::write(&notes, "bot -> less handle time\nbot -> more repeat calls\nrepeat calls -> more queue pressure\n")
        .unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    let file = workspace.path().join("weekly.cast");
    let done = run(workspace.path(), &["replay", "Weekly", "--cast", file.to_str().unwrap()]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let text = std::fs::read_to_string(file).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut screen = vt100::Parser::new(30, 100, 0);
    for line in lines[1..].iter().filter(|line| line[1] == "o") {
        screen.process(line[2].as_str().unwrap().as_bytes());
    }
    // The question is in large letters, which are drawn with blocks; the title is small, at the top.
    let shown = screen.screen().contents();
    let large = shown.lines().skip(1).filter(|line| line.contains('█')).count();
    assert!(shown.lines().next().unwrap().contains("Weekly") && large >= 4, "{shown}");
    assert!(lines[1..].iter().map(|line| line[0].as_f64().unwrap()).sum::<f64>() >= 1.5, "{text}");
}

#[test]
fn two_moments_are_compared_as_text_markdown_and_json() {
    let (workspace, path) = with_example();
    let text = run(workspace.path(), &["compare", "four@20:00", "four@50:00"]).out;
    assert!(text.contains("\nWhere they disagree\n  Two people who know this work see Claims triage"), "{text}");
    let markdown = run(workspace.path(), &["compare", "four@20:00", "four@50:00", "--to", "markdown"]).out;
    assert!(markdown.contains("\n## Seen by now\n\n- The Claims triage supplies"), "{markdown}");
    let json = run(workspace.path(), &["compare", &format!("{path}@32"), &format!("{path}@32"), "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["things_new"], Value::Array(Vec::new()));
    let alone = run(workspace.path(), &["compare", "four"]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("two moments"), "{}", alone.err);
}

#[test]
fn lines_are_searched_for_and_a_wrong_sort_is_named() {
    let (workspace, _) = with_example();
    let found = run(workspace.path(), &["search", "complaint", "reasons", "--kind", "arrow"]).out;
    assert!(found.contains("12:05") && found.contains("27:40"), "{found}");
    let json = run(workspace.path(), &["search", "--unit", "Finance", "--json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[0]["kind"], "question");
    let wrong = run(workspace.path(), &["search", "--kind", "rumour"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("arrow, position, promise"), "{}", wrong.err);
    assert_eq!(run(workspace.path(), &["search"]).code, 2);
}

#[test]
fn a_branch_is_begun_compared_and_adopted() {
    let (workspace, _) = with_example();
    let begun = run(workspace.path(), &["what-if", "four@20:00", "Without the bonus"]);
    assert_eq!(begun.code, 0, "{}", begun.err);
    assert!(begun.out.contains("adjacent open ") && begun.out.contains("adjacent compare "), "{}", begun.out);
    let open = ["open", "Without", "--plain"];
    assert_eq!(run_with(workspace.path(), &open, "Service bot -> Quiet mornings : +\n").code, 0);
    let changed = run(workspace.path(), &["compare", "Without"]).out;
    assert!(changed.contains("Named since\n  Quiet mornings\n"), "{changed}");
    assert!(!changed.contains("Overtime"), "what the origin said later is no part of it: {changed}");
    let map = || run(workspace.path(), &["map"]).out;
    assert!(!map().contains("Quiet mornings"));
    let adopted = run(workspace.path(), &["what-if", "--adopt", "Without"]);
    assert_eq!(adopted.code, 0, "{}", adopted.err);
    assert!(map().contains("Quiet mornings"));
    assert!(run(workspace.path(), &["what-if", "--adopt", "Without"]).out.contains("already"));
    assert_eq!(run(workspace.path(), &["what-if", "--adopt", "four"]).code, 2);
}

#[test]
fn a_damaged_an_empty_and_a_torn_session_are_replayed_as_far_as_they_go() {
    let (workspace, path) = with_example();
    let text = std::fs::read_to_string(&path).unwrap();
    let hurt: String = text.replacen("claim: 12,", "claim: 1#,", 1);
    std::fs::write(&path, &hurt).unwrap();
    let told = run(workspace.path(), &["replay", &path]);
    assert_eq!(told.code, 0);
    assert!(told.out.contains("1:13:00") && told.err.contains("could be read is replayed"), "{}", told.err);
    let half = &text[..text.len() / 2];
    std::fs::write(&path, half).unwrap();
    let told = run(workspace.path(), &["replay", &path]);
    assert!(told.out.contains("5:30") && !told.err.is_empty(), "{}", told.err);
    let end = text.find("(seq: 2,").unwrap();
    std::fs::write(&path, format!("{}])\n", &text[..end])).unwrap();
    let told = run(workspace.path(), &["replay", &path]);
    assert!(told.out.contains("Nothing was said in it so far."), "{}", told.out);
    std::fs::write(&path, "(no session").unwrap();
    assert_eq!(run(workspace.path(), &["replay", &path]).code, 3);
}

#[test]
fn a_session_that_somebody_writes_is_replayed_meanwhile() {
    let workspace = TempDir::new().unwrap();
    let notes = workspace.path().join("notes.txt");
    std::fs::write(&notes, "# title: Under way\nBot -> Trust : -\n").unwrap();
    assert_eq!(run(workspace.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    let id = adjacent::store::Workspace::open(workspace.path()).unwrap().find("Under way").unwrap();
    let held = adjacent::store::Workspace::open(workspace.path()).unwrap().go_on(&id).unwrap();
    let told = run(workspace.path(), &["replay", "Under way"]);
    assert!(told.out.contains("less Trust"), "{}{}", told.out, told.err);
    drop(held);
}
