//! `adjacent export`, as it is used.

use std::path::Path;

use adjacent::export::{ExportOutput, FORMATS};
use adjacent::record::{Collecting, Event, Exposure, Fact, Header, Hidden, Kind, Mode, Names};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::program::{harbourline, run};
use crate::session::header;

/// The names of all formats that are one text and tell the whole map: a calendar tells promises alone, and some formats
/// tell effects alone, one of them encoded.
fn formats() -> impl Iterator<Item = &'static str> {
    let text = FORMATS.iter().filter(|format| matches!(format.output, ExportOutput::Text(_)));
    text.map(|format| format.name).filter(|name| !["ics", "sd-json", "loopy"].contains(name))
}

fn transcribed(workspace: &Path, notes: &str) -> String {
    let file = workspace.join("notes.txt");
    std::fs::write(&file, notes).unwrap();
    run(workspace, &["transcribe", file.to_str().unwrap()]).out.trim().to_owned()
}

/// A workspace with two sessions.
fn with_two() -> (TempDir, String, String) {
    let workspace = TempDir::new().unwrap();
    let one = transcribed(
        workspace.path(),
        "# title: Spring\n# date: 2026-03-20\n[00:10] bot -> less handle time\n[00:20] @Claims owns bot\n",
    );
    let other = transcribed(
        workspace.path(),
        "# title: Autumn\n# date: 2026-11-20\n[00:10] bot -> more repeat calls\n[00:20] handle time -> more repeat calls\n",
    );
    (workspace, one, other)
}

#[test]
fn every_format_is_the_same_in_whatever_order_sessions_are_named() {
    let (workspace, one, other) = with_two();
    for format in formats() {
        for more in [&[][..], &["--anonymous"]] {
            let of = |sessions: [&str; 2]| {
                let said = run(workspace.path(), &[&["export", "--to", format], more, &sessions].concat());
                assert_eq!((said.code, said.err.as_str()), (0, ""), "{format}");
                said.out
            };
            let text = of([&one, &other]);
            assert_eq!(text, of([&other, &one]), "{format}");
            assert_eq!(text, run(workspace.path(), &[&["export", "--to", format], more].concat()).out, "{format}");
            assert!(!text.is_empty());
            assert_eq!(text.contains("repeat calls"), more.is_empty(), "{format} {more:?}");
        }
    }
}

#[test]
fn a_file_is_written_as_a_whole_and_a_pipe_is_not_replaced() {
    let (workspace, ..) = with_two();
    let file = workspace.path().join("map.svg");
    for _ in 0..2 {
        let said = run(workspace.path(), &["export", "--to", "svg", "-o", "map.svg"]);
        assert_eq!((said.code, said.out.as_str(), said.err.as_str()), (0, "", ""));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), run(workspace.path(), &["export", "--to", "svg"]).out);
    }
    let names: Vec<String> = std::fs::read_dir(workspace.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("map"))
        .collect();
    assert_eq!(names, ["map.svg"], "nothing else is left beside it");
    if cfg!(unix) {
        let said = run(workspace.path(), &["export", "--to", "dot", "-o", "/dev/null"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        assert!(!std::fs::metadata("/dev/null").unwrap().is_file());
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let (workspace, ..) = with_two();
    let (real, link) = (workspace.path().join("real.dot"), workspace.path().join("link.dot"));
    std::fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    assert!(run(workspace.path(), &["export", "--to", "dot", "-o", "link.dot"]).code == 0);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&real).unwrap().starts_with("digraph"));
}

#[test]
fn the_sheets_for_kumu_are_two_files_with_a_name() {
    let (workspace, ..) = with_two();
    let said = run(workspace.path(), &["export", "--to", "kumu-csv"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("-o NAME") && said.err.contains("NAME-elements.csv"), "{}", said.err);
    for name in ["map", "map.csv"] {
        assert!(run(workspace.path(), &["export", "--to", "kumu-csv", "-o", name]).code == 0);
        for (file, head) in [("map-elements.csv", "ID,Label,"), ("map-connections.csv", "ID,From,To,")] {
            let path = workspace.path().join(file);
            assert!(std::fs::read_to_string(&path).unwrap().starts_with(&format!("\u{feff}{head}")));
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn what_cannot_be_written_or_must_not_be_is_said_in_a_sentence() {
    let (workspace, one, _) = with_two();
    let before = std::fs::read(&one).unwrap();
    let said = run(workspace.path(), &["export", "--to", "html", "-o", &one]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert_eq!(std::fs::read(&one).unwrap(), before, "the session is as it was");
    let said = run(workspace.path(), &["export", "--to", "html", "-o", "no/such/folder.html"]);
    assert_eq!(said.code, 3);
    assert!(said.err.contains("folder.html"), "{}", said.err);
    let said = run(workspace.path(), &["export", "--to", "word"]);
    assert_eq!(said.code, 2);
    let said = run(workspace.path(), &["export", "--to", "dot", "no-such-session"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""));
}

#[test]
fn only_what_was_said_until_then() {
    let (workspace, one, _) = with_two();
    let said = run(workspace.path(), &["export", "--to", "dot", "--until", "00:15", &one]);
    assert!(said.out.contains("handle time") && !said.out.contains("Claims"), "{}", said.out);
    let said = run(workspace.path(), &["export", "--to", "dot", "--until", "2026-06-01"]);
    assert!(said.out.contains("handle time") && !said.out.contains("repeat calls"), "{}", said.out);
    assert_eq!(run(workspace.path(), &["export", "--to", "dot", "--until", "00:15"]).code, 2);
}

#[test]
fn a_title_counts_only_the_sessions_that_there_were_until_then() {
    let (workspace, _, _) = with_two();
    let both = run(workspace.path(), &["export", "--to", "json-graph"]).out;
    assert!(both.contains("What 2 sessions add up to"), "{both}");
    let one = run(workspace.path(), &["export", "--to", "json-graph", "--until", "2026-06-01"]).out;
    assert!(one.contains("\"label\": \"Spring\""), "{one}");
}

fn events(label: &str) -> [Event; 2] {
    let opened = Fact::Opened {
        mode: Mode::Live,
        facilitator: Some("Zqfacilitator".to_owned()),
        agenda: Vec::new(),
        people: Vec::new(),
    };
    let named = |label: &str| Fact::Named { label: label.to_owned(), kind: Kind::Initiative };
    [
        Event { seq: 1, facts: vec![opened], ..Event::default() },
        Event { seq: 2, speaker: Some("zqmei".into()), facts: vec![named(label)], ..Event::default() },
    ]
}

#[test]
fn what_lies_in_the_private_folder_is_in_no_export() {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut shared = events("Shared bot").to_vec();
    let hidden = Fact::Named { label: "Zqprivate bot".to_owned(), kind: Kind::Initiative };
    shared.push(Event { seq: 3, exposure: Exposure::Private, facts: vec![hidden], ..Event::default() });
    shared.push(Event { seq: 4, facts: vec![Fact::Collecting(Collecting::default())], ..Event::default() });
    drop(workspace.create(&header("2026-11-20-shared", "A talk"), &shared).unwrap());
    drop(
        workspace
            .create(&Header { private: true, ..header("2026-11-20-private", "A talk") }, &events("Zqown bot"))
            .unwrap(),
    );
    let names = Names { names: [("zqmei".into(), "Zqname".to_owned())].into(), ..Names::default() };
    workspace.keep_names("2026-11-20-shared", &names).unwrap();
    workspace
        .keep_hidden(
            "2026-11-20-shared",
            &Hidden { entries: vec!["zqunrevealed".to_owned()], ..Hidden::new(None, Collecting::default()) },
        )
        .unwrap();
    for format in formats() {
        let text = run(folder.path(), &["export", "--to", format]).out;
        assert!(text.contains("Shared bot"), "{format}");
        assert!(!text.to_lowercase().contains("zq"), "{format}:\n{text}");
        let said = run(folder.path(), &["export", "--to", format, "2026-11-20-private"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{format}");
        assert!(said.err.contains("private"), "{}", said.err);
    }
}

#[test]
fn a_part_of_the_map_goes_out_without_the_rest_and_without_the_minutes() {
    let (workspace, ..) = with_two();
    for format in formats() {
        let part = run(workspace.path(), &["export", "--to", format, "--where", "-\"handle time\""]).out;
        assert!(part.contains("repeat calls"), "{format}");
        // The heading names the filter; nothing else names what it leaves out.
        assert!(!part.replace("“handle time” in the name", "").contains("handle time"), "{format}: {part}");
    }
    let masked =
        run(workspace.path(), &["export", "--to", "json-graph", "--anonymous", "--where", "-\"handle time\""]).out;
    let whole = run(workspace.path(), &["export", "--to", "json-graph", "--anonymous"]).out;
    let labels = |text: &str| -> Vec<String> {
        let graph: serde_json::Value = serde_json::from_str(text).unwrap();
        graph["graph"]["nodes"].as_object().unwrap().keys().cloned().collect()
    };
    let (part, all) = (labels(&masked), labels(&whole));
    assert_eq!(part.len() + 1, all.len());
    assert!(part.iter().all(|name| all.contains(name)), "a thing has one neutral name: {part:?} {all:?}");
    let wrong = run(workspace.path(), &["export", "--to", "dot", "--where", "kind:robot"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("there can stand party"), "{}", wrong.err);
}

#[test]
fn the_map_can_be_printed_in_part() {
    let (workspace, ..) = with_two();
    let text = run(workspace.path(), &["map", "--where", "kind:party"]).out;
    assert!(text.starts_with("1 thing, 0 arrows"), "{text}");
    let json = run(workspace.path(), &["map", "--json", "--where", "arrow:owns"]).out;
    let map: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(map["edges"].as_array().unwrap().len(), 1);
}

#[test]
fn what_a_part_lacks_is_no_finding_where_the_whole_has_it() {
    let workspace = TempDir::new().unwrap();
    let notes = harbourline();
    transcribed(workspace.path(), &std::fs::read_to_string(notes).unwrap());
    let report = |more: &[&str]| run(workspace.path(), &[&["export", "--to", "markdown"], more].concat()).out;
    let part = report(&["--where", "kind:initiative"]);
    assert!(!part.contains("what it lives on"), "{part}");
    let found =
        |text: &str| -> Vec<String> { text.lines().filter(|line| line.ends_with('?')).map(str::to_owned).collect() };
    let whole = found(&report(&[]));
    assert!(found(&part).iter().all(|question| whole.contains(question)), "{part}");
}
