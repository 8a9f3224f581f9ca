//! Each command, as it is used.

use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{harbourline, run, run_with};
use crate::pty::Pty;

pub(crate) fn expected() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.expected.json"))
        .unwrap()
}

/// The lines of the worked example as somebody types them: without time and step.
fn harbourline_lines() -> Vec<String> {
    let text = std::fs::read_to_string(harbourline()).unwrap();
    let lines = text.lines().filter(|line| line.starts_with('['));
    lines.map(|line| line.splitn(3, ' ').nth(2).unwrap().to_owned()).collect()
}

/// Whether two maps have the same counts, things and arrows; numbers may differ by less than anybody could mean.
#[track_caller]
pub(crate) fn assert_same_map(found: &str, expected: &str) {
    let found: Value = serde_json::from_str(found).unwrap();
    let expected: Value = serde_json::from_str(expected).unwrap();
    for (count, value) in expected["counts"].as_object().unwrap() {
        if count != "events_by_type" {
            assert_eq!(found["counts"][count], *value, "{count}");
        }
    }
    assert_eq!(found["nodes"], expected["nodes"]);
    let (edges, wanted) = (found["edges"].as_array().unwrap(), expected["edges"].as_array().unwrap());
    assert_eq!(edges.len(), wanted.len());
    for (edge, wanted) in edges.iter().zip(wanted) {
        for (field, value) in wanted.as_object().unwrap() {
            match (value.as_f64(), edge[field].as_f64()) {
                (Some(a), Some(b)) => assert!((a - b).abs() <= 0.002, "{field} of {edge} is not {wanted}"),
                _ => assert_eq!(edge[field], *value, "{field} of {edge} is not {wanted}"),
            }
        }
    }
}

#[test]
fn without_a_terminal_the_sample_is_summed_up_and_the_way_on_is_shown() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for words in ["Four AI changes, one customer", "75 lines", "44 things", "74 arrows", "disagree", "adjacent map"] {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
    assert!(session_files(workspace.path()).is_empty(), "a look leaves nothing behind");
}

#[test]
fn notes_become_a_session_and_its_map_is_the_expected_one() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let file = session_files(workspace.path()).remove(0);
    assert_eq!(said.out.trim(), file.to_str().unwrap());
    let map = run(workspace.path(), &["map", "--json"]);
    assert_same_map(&map.out, &expected());
    let named = run(workspace.path(), &["map", "--json", file.to_str().unwrap()]);
    assert_eq!(named.out, map.out);
}

#[test]
fn names_from_notes_stay_out_of_the_session_file() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let text = std::fs::read_to_string(&session_files(workspace.path())[0]).unwrap();
    assert!(text.contains("\"claims1\"") && text.contains("Contact Centre"));
    for name in ["Mei,", "Priya", "Gus,", "Joe,", "\"mei\"", "\"tom\"", ": tom", "Noor"] {
        assert!(!text.contains(name), "{name} is in the record");
    }
}

#[test]
fn the_same_lines_fed_to_plain_give_the_same_map_and_each_is_answered() {
    let workspace = TempDir::new().unwrap();
    let lines = harbourline_lines();
    let said = run_with(workspace.path(), &["new", "Harbourline", "--plain"], &(lines.join("\n") + "\n"));
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.lines().count() >= lines.len(), "{}", said.out);
    assert_same_map(&run(workspace.path(), &["map", "--json"]).out, &expected());
}

#[test]
fn the_same_lines_typed_into_the_console_give_the_same_map() {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["new", "Harbourline", "--plain"], "");
    let mut pty = Pty::start(workspace.path(), &["open", "Harbourline"]);
    pty.sees("0 lines");
    for (count, line) in (1..).zip(harbourline_lines()) {
        let undone = if line.ends_with("> undo") { 2 } else { 0 };
        let lines = if count == 1 { "1 line".to_owned() } else { format!("{} lines", count - undone) };
        // What the map shows now may stand in the place of the number of lines, until the next key.
        let saved = format!("saved, {lines}");
        pty.says(&line)
            .waits_until(&saved, |pty| pty.screen().contains(&saved) || pty.screen().contains("/findings shows it"));
    }
    pty.keys("\u{11}").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    assert_same_map(&run(workspace.path(), &["map", "--json"]).out, &expected());
}

#[test]
fn a_map_can_be_cut_at_a_minute_a_line_or_a_day() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let map = |until: &str| -> Value {
        let said = run(workspace.path(), &["map", "--json", "--until", until]);
        serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}{}", said.out, said.err))
    };
    assert_eq!(map("2")["counts"]["events"], 2);
    assert_eq!(map("05:30")["counts"]["events"], 3);
    assert_eq!(map("74")["counts"]["events"], 74);
    assert_eq!(map("2000-01-01")["counts"]["events"], 0);
    let wrong = run(workspace.path(), &["map", "--until", "soon"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("12:30"), "{}", wrong.err);
}

#[test]
fn reading_says_how_each_line_is_read_and_records_nothing() {
    let workspace = TempDir::new().unwrap();
    let lines = "Service bot -> Handle time : --\nno .\npeople are worried\nA -> A : +\n";
    let said = run_with(workspace.path(), &["read", "--json"], lines);
    let read: Vec<Value> = said.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let types: Vec<&str> = read.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["edge", "stance", "text", "scrap"]);
    let claim = &read[0]["claims"][0];
    assert_eq!((claim["from"].as_str(), claim["from_kind"].as_str()), (Some("Service bot"), Some("Initiative")));
    assert_eq!((claim["sign"].as_str(), claim["strength"].as_u64()), (Some("-"), Some(2)));
    assert_eq!(claim["delay_days"], Value::Null);
    assert!(read[3]["why"].as_str().is_some_and(|why| !why.is_empty()));
    assert!(session_files(workspace.path()).is_empty());
}

#[test]
fn seven_hundred_real_names_are_all_accounted_for() {
    let workspace = TempDir::new().unwrap();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inventory.txt");
    let rows = std::fs::read_to_string(&notes).unwrap().lines().filter(|line| !line.trim().is_empty()).count();
    let said = run(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let map: Value = serde_json::from_str(&run(workspace.path(), &["map", "--json"]).out).unwrap();
    assert_eq!(map["counts"]["events"], rows);
    let scraps = said.err.lines().filter(|line| line.trim_start().starts_with("line ")).count();
    assert!(scraps < 10, "{}", said.err);
    assert!(map["counts"]["claims"].as_u64().unwrap() >= (rows - scraps) as u64);
}

#[test]
fn among_seven_hundred_names_ten_lines_typed_in_one_go_are_all_read_and_saved() {
    let workspace = TempDir::new().unwrap();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inventory.txt");
    let _ = run(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
    let mut pty = Pty::start(workspace.path(), &["open", "inventory"]);
    pty.sees("710 lines");
    let change = "AI for Autonomous Situational Awareness";
    let effects = ["fewer patrol hours", "more false alarms", "less officer judgement", "more camera upkeep"];
    let mut lines: Vec<String> = effects.iter().map(|effect| format!("{change} -> {effect}")).collect();
    lines.extend([
        "false alarms -> officer fatigue : ++ 1m".to_owned(),
        "officer fatigue -> missed crossings : + guess".to_owned(),
        format!("{change} needs camera network"),
        "@Border Patrol owns camera network".to_owned(),
        "who tells the ranchers?".to_owned(),
        "do Walk the fence line : joe due 2w".to_owned(),
    ]);
    pty.keys(&(lines.join("\r") + "\r")).sees("720 lines");
    pty.keys("\u{11}").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    let map = run(workspace.path(), &["map"]).out;
    assert!(map.contains("more officer fatigue, clearly, after about a month"), "{map}");
}

#[test]
fn sessions_are_listed_renamed_and_found_by_title_or_beginning() {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["new", "Spring review", "--plain"], "Bot -> Trust : -\n");
    assert!(run(workspace.path(), &["sessions"]).out.contains("Spring review"));
    assert_eq!(run(workspace.path(), &["sessions", "--rename", "Spring review", "Autumn review"]).code, 0);
    let listed = run(workspace.path(), &["sessions"]).out;
    assert!(listed.contains("Autumn review") && !listed.contains("Spring review  "), "{listed}");
    assert!(run(workspace.path(), &["map", "Autumn review"]).out.contains("Trust"));
    let unknown = run(workspace.path(), &["map", "Winter"]);
    assert_ne!(unknown.code, 0);
    assert!(unknown.err.contains("Winter") && unknown.err.contains("adjacent sessions"), "{}", unknown.err);
}

#[test]
fn damage_is_found_mended_and_then_gone() {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let file = session_files(workspace.path()).remove(0);
    let name = file.to_str().unwrap();
    assert_eq!(run(workspace.path(), &["check"]).code, 0);
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, &text[..text.len() - 100]).unwrap();
    let found = run(workspace.path(), &["check", name]);
    assert_eq!(found.code, 1);
    assert!(found.out.contains(&format!("{name}:")), "{}", found.out);
    assert_eq!(run(workspace.path(), &["repair", name]).code, 0);
    assert_eq!(run(workspace.path(), &["check", name]).code, 0);
    let again = std::fs::read(&file).unwrap();
    assert_eq!(run(workspace.path(), &["repair", name]).code, 0);
    assert_eq!(std::fs::read(&file).unwrap(), again);
}

#[test]
fn a_second_writer_is_told_since_when_it_is_held_and_offered_to_read_along() {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["new", "Shared", "--plain"], "");
    let mut first = Pty::start(workspace.path(), &["open", "Shared"]);
    first.sees("lines").says("Bot -> Trust : -").sees("saved, 1 line");
    let second = run_with(workspace.path(), &["open", "Shared", "--plain"], "Bot -> Calls : +\n");
    assert_eq!(second.code, 3);
    assert!(!second.err.contains("noor"), "{}", second.err);
    assert!(second.err.contains("somebody else's console, since ") && second.err.contains("--read"), "{}", second.err);
    let mut reader = Pty::start(workspace.path(), &["open", "Shared", "--read"]);
    reader.sees("reading along, 1 line");
    first.says("Bot -> Calls : +").sees("saved, 2 lines");
    reader.sees("reading along, 2 lines");
}

#[test]
fn wrong_usage_is_one_sentence_and_ends_with_two() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["new", "X", "--agenda", "nxt", "--plain"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("nxt") && said.err.contains("next"), "{}", said.err);
    assert_eq!(run(workspace.path(), &["fly"]).code, 2);
}

#[test]
fn a_workspace_that_cannot_be_written_is_one_sentence_and_ends_with_three() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "not a folder").unwrap();
    let said = run_with(&file, &["new", "X", "--plain"], "Bot -> Trust : -\n");
    assert_eq!(said.code, 3);
    assert_eq!(said.err.lines().count(), 1, "{}", said.err);
    assert!(!said.out.contains("saved"), "{}", said.out);
}

#[test]
fn hostile_names_never_act_on_a_terminal_or_in_a_pipe() {
    let workspace = TempDir::new().unwrap();
    let lines = "Evil\u{1b}]0;owned\u{7} bot -> Tru\u{202e}st : -\npark \u{1b}[2J\n";
    let said = run_with(workspace.path(), &["new", "T\u{1b}[31mitle", "--plain"], lines);
    let everything = format!(
        "{}{}{}{}",
        said.out,
        said.err,
        run(workspace.path(), &["map"]).out,
        run(workspace.path(), &["sessions"]).out
    );
    assert!(everything.contains("Evil"));
    assert!(!everything.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{everything:?}");
}
