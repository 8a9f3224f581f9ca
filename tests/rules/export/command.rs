//! `adjacent export`, as it is used.

use std::path::Path;

use adjacent::record::{Collecting, Event, Exposure, Fact, Header, Hidden, Kind, Mode, Names, SessionKind};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::program::{adjacent, err, out};

const FORMATS: &[&str] = &["svg", "html", "markdown", "dot", "graphml", "json-graph", "mermaid", "kumu-json"];

fn transcribed(workspace: &Path, notes: &str) -> String {
    let file = workspace.join("notes.txt");
    std::fs::write(&file, notes).unwrap();
    out(&adjacent(workspace, &["transcribe", file.to_str().unwrap()])).trim().to_owned()
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
    for format in FORMATS {
        for more in [&[][..], &["--anonymous"]] {
            let run = |sessions: [&str; 2]| {
                let said = adjacent(workspace.path(), &[&["export", "--to", format], more, &sessions].concat());
                assert_eq!((said.status.code(), err(&said)), (Some(0), String::new()), "{format}");
                out(&said)
            };
            let text = run([&one, &other]);
            assert_eq!(text, run([&other, &one]), "{format}");
            assert_eq!(
                text,
                out(&adjacent(workspace.path(), &[&["export", "--to", format], more].concat())),
                "{format}"
            );
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
        let said = adjacent(workspace.path(), &["export", "--to", "svg", "-o", "map.svg"]);
        assert_eq!((said.status.code(), out(&said), err(&said)), (Some(0), String::new(), String::new()));
        assert_eq!(
            std::fs::read_to_string(&file).unwrap(),
            out(&adjacent(workspace.path(), &["export", "--to", "svg"]))
        );
    }
    let names: Vec<String> = std::fs::read_dir(workspace.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("map"))
        .collect();
    assert_eq!(names, ["map.svg"], "nothing else is left beside it");
    if cfg!(unix) {
        let said = adjacent(workspace.path(), &["export", "--to", "dot", "-o", "/dev/null"]);
        assert_eq!((said.status.code(), err(&said)), (Some(0), String::new()));
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
    assert!(adjacent(workspace.path(), &["export", "--to", "dot", "-o", "link.dot"]).status.success());
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&real).unwrap().starts_with("digraph"));
}

#[test]
fn the_sheets_for_kumu_are_two_files_with_a_name() {
    let (workspace, ..) = with_two();
    let said = adjacent(workspace.path(), &["export", "--to", "kumu-csv"]);
    assert_eq!((said.status.code(), out(&said)), (Some(2), String::new()));
    assert!(err(&said).contains("-o NAME") && err(&said).contains("NAME-elements.csv"), "{}", err(&said));
    for name in ["map", "map.csv"] {
        assert!(adjacent(workspace.path(), &["export", "--to", "kumu-csv", "-o", name]).status.success());
        for (file, head) in [("map-elements.csv", "ID,Label,"), ("map-connections.csv", "ID,From,To,")] {
            let path = workspace.path().join(file);
            assert!(std::fs::read_to_string(&path).unwrap().starts_with(head));
            std::fs::remove_file(path).unwrap();
        }
    }
}

#[test]
fn what_cannot_be_written_or_must_not_be_is_said_in_a_sentence() {
    let (workspace, one, _) = with_two();
    let before = std::fs::read(&one).unwrap();
    let said = adjacent(workspace.path(), &["export", "--to", "html", "-o", &one]);
    assert_eq!(said.status.code(), Some(2), "{}", err(&said));
    assert_eq!(std::fs::read(&one).unwrap(), before, "the session is as it was");
    let said = adjacent(workspace.path(), &["export", "--to", "html", "-o", "no/such/folder.html"]);
    assert_eq!(said.status.code(), Some(3));
    assert!(err(&said).contains("folder.html"), "{}", err(&said));
    let said = adjacent(workspace.path(), &["export", "--to", "word"]);
    assert_eq!(said.status.code(), Some(2));
    let said = adjacent(workspace.path(), &["export", "--to", "dot", "no-such-session"]);
    assert_eq!((said.status.code(), out(&said)), (Some(3), String::new()));
}

#[test]
fn only_what_was_said_until_then() {
    let (workspace, one, _) = with_two();
    let said = adjacent(workspace.path(), &["export", "--to", "dot", "--until", "00:15", &one]);
    assert!(out(&said).contains("handle time") && !out(&said).contains("Claims"), "{}", out(&said));
    let said = adjacent(workspace.path(), &["export", "--to", "dot", "--until", "2026-06-01"]);
    assert!(out(&said).contains("handle time") && !out(&said).contains("repeat calls"), "{}", out(&said));
    assert_eq!(adjacent(workspace.path(), &["export", "--to", "dot", "--until", "00:15"]).status.code(), Some(2));
}

fn header(id: &str, private: bool) -> Header {
    let opened = "2026-11-20T09:00:00Z".parse().unwrap();
    Header {
        id: id.into(),
        title: "A talk".to_owned(),
        opened,
        zone: adjacent::record::Zone::UTC,
        kind: SessionKind::Workshop,
        private,
    }
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
    drop(workspace.create(&header("2026-11-20-shared", false), &shared).unwrap());
    drop(workspace.create(&header("2026-11-20-private", true), &events("Zqown bot")).unwrap());
    let names = Names { names: [("zqmei".into(), "Zqname".to_owned())].into(), ..Names::default() };
    workspace.keep_names("2026-11-20-shared", &names).unwrap();
    workspace
        .keep_hidden(
            "2026-11-20-shared",
            &Hidden { entries: vec!["zqunrevealed".to_owned()], ..Hidden::new(None, Collecting::default()) },
        )
        .unwrap();
    for format in FORMATS {
        let text = out(&adjacent(folder.path(), &["export", "--to", format]));
        assert!(text.contains("Shared bot"), "{format}");
        assert!(!text.to_lowercase().contains("zq"), "{format}:\n{text}");
        let said = adjacent(folder.path(), &["export", "--to", format, "2026-11-20-private"]);
        assert_eq!((said.status.code(), out(&said)), (Some(2), String::new()), "{format}");
        assert!(err(&said).contains("private"), "{}", err(&said));
    }
}

#[test]
fn a_part_of_the_map_goes_out_without_the_rest_and_without_the_minutes() {
    let (workspace, ..) = with_two();
    for format in FORMATS {
        let part = out(&adjacent(workspace.path(), &["export", "--to", format, "--where", "-\"handle time\""]));
        assert!(part.contains("repeat calls"), "{format}");
        // The heading names the filter; nothing else names what it leaves out.
        assert!(!part.replace("“handle time” in the name", "").contains("handle time"), "{format}: {part}");
    }
    let masked = out(&adjacent(
        workspace.path(),
        &["export", "--to", "json-graph", "--anonymous", "--where", "-\"handle time\""],
    ));
    let whole = out(&adjacent(workspace.path(), &["export", "--to", "json-graph", "--anonymous"]));
    let labels = |text: &str| -> Vec<String> {
        let graph: serde_json::Value = serde_json::from_str(text).unwrap();
        graph["graph"]["nodes"].as_object().unwrap().keys().cloned().collect()
    };
    let (part, all) = (labels(&masked), labels(&whole));
    assert_eq!(part.len() + 1, all.len());
    assert!(part.iter().all(|name| all.contains(name)), "a thing has one neutral name: {part:?} {all:?}");
    let wrong = adjacent(workspace.path(), &["export", "--to", "dot", "--where", "kind:robot"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(err(&wrong).contains("there can stand party"), "{}", err(&wrong));
}

#[test]
fn the_map_can_be_printed_in_part() {
    let (workspace, ..) = with_two();
    let text = out(&adjacent(workspace.path(), &["map", "--where", "kind:party"]));
    assert!(text.starts_with("1 thing, 0 arrows"), "{text}");
    let json = out(&adjacent(workspace.path(), &["map", "--json", "--where", "arrow:owns"]));
    let map: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(map["edges"].as_array().unwrap().len(), 1);
}

#[test]
fn what_a_part_lacks_is_no_finding_where_the_whole_has_it() {
    let workspace = TempDir::new().unwrap();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.txt");
    transcribed(workspace.path(), &std::fs::read_to_string(notes).unwrap());
    let report = |more: &[&str]| out(&adjacent(workspace.path(), &[&["export", "--to", "markdown"], more].concat()));
    let part = report(&["--where", "kind:initiative"]);
    assert!(!part.contains("what it lives on"), "{part}");
    let found =
        |text: &str| -> Vec<String> { text.lines().filter(|line| line.ends_with('?')).map(str::to_owned).collect() };
    let whole = found(&report(&[]));
    assert!(found(&part).iter().all(|question| whole.contains(question)), "{part}");
}
