//! Two files of one session: named wherever somebody looks, made one or two by a command.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};
use crate::pty::Pty;

struct Apart {
    folder: TempDir,
    session: PathBuf,
    other: PathBuf,
}

/// A session that went on here and on another machine, whose file a cloud folder put beside it.
fn apart() -> Apart {
    let folder = TempDir::new().unwrap();
    let said = run_with(folder.path(), &["new", "Talk", "--plain"], "Bot -> Trust : -\nBot -> Calls : +\n/quit\n");
    assert_eq!(said.code, 0, "{}", said.err);
    let session = session_files(folder.path()).remove(0);
    let id = session.file_stem().unwrap().to_str().unwrap().to_owned();
    let other = session.with_file_name(format!("{id} (conflicted copy).ron"));
    fs::copy(&session, &other).unwrap();
    let lines = [
        (id.clone(), "Alpha -> Trust : +\n/quit\n"),
        (format!("{id} (conflicted copy)"), "Beta -> Trust : +\n/quit\n"),
    ];
    for (named, lines) in lines {
        let said = run_with(folder.path(), &["open", &named, "--plain"], lines);
        assert_eq!(said.code, 0, "{}", said.err);
    }
    Apart { folder, session, other }
}

impl Apart {
    fn run(&self, arguments: &[&str]) -> Said {
        run(self.folder.path(), arguments)
    }
}

fn names_both(text: &str) {
    assert!(text.contains("went on in two places") && text.contains("(conflicted copy).ron"), "{text}");
}

#[test]
fn check_the_list_the_map_and_the_findings_name_both_files_and_the_map_loses_neither() {
    let apart = apart();
    let check = apart.run(&["check"]);
    assert_eq!(check.code, 1);
    names_both(&check.out);
    names_both(&apart.run(&["sessions"]).out);
    for command in ["map", "findings"] {
        let said = apart.run(&[command]);
        assert_eq!(said.code, 0);
        names_both(&said.err);
    }
    let map = apart.run(&["map"]).out;
    assert!(map.contains("Alpha") && map.contains("Beta"), "{map}");
    let rows: Value = serde_json::from_str(&apart.run(&["sessions", "--json"]).out).unwrap();
    let copies: Vec<&Value> = rows.as_array().unwrap().iter().filter_map(|row| row.get("copy")).collect();
    assert_eq!(copies.len(), 1, "{rows:#}");
    assert!(copies[0]["lines_only_here"].as_u64() >= Some(1) && copies[0]["lines_in_both"].as_u64() >= Some(3));
}

#[test]
fn home_says_in_one_line_that_a_session_lies_in_several_files() {
    let apart = apart();
    let mut pty = Pty::start(apart.folder.path(), &[]);
    pty.sees("One session lies in several files");
    pty.keys("\u{11}");
}

#[test]
fn one_command_makes_one_session_of_them_with_the_same_map() {
    let apart = apart();
    let map = apart.run(&["map", "--json", "--as-of", "2026-12-01"]).out;
    let (one, other) = (apart.session.to_str().unwrap(), apart.other.file_name().unwrap().to_str().unwrap());
    let said = apart.run(&["sessions", "--join", one, other]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(said.out.matches("As it was: ").count(), 2, "{}", said.out);
    assert_eq!(session_files(apart.folder.path()), std::slice::from_ref(&apart.session));
    let joined = apart.run(&["map", "--json", "--as-of", "2026-12-01"]);
    assert_eq!((joined.out, joined.err.as_str()), (map, ""));
    let check = apart.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let again = apart.run(&["sessions", "--join", one, one]);
    assert_eq!(again.code, 3, "{}", again.err);
    assert!(again.err.contains("are not two files of one session"), "{}", again.err);
}

#[test]
fn one_command_makes_the_second_file_a_session_of_its_own() {
    let apart = apart();
    let said = apart.run(&["sessions", "--part", apart.other.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("stand in both sessions"), "{}", said.out);
    assert!(!apart.other.exists() && session_files(apart.folder.path()).len() == 2);
    let check = apart.run(&["check"]);
    assert_eq!(check.code, 0, "{}", check.out);
    let alone = apart.run(&["sessions", "--part", apart.session.to_str().unwrap()]);
    assert_eq!(alone.code, 2);
    assert!(alone.err.contains("a session of its own already"), "{}", alone.err);
}

#[test]
fn a_struck_line_is_gone_from_both_files_and_from_the_map() {
    let apart = apart();
    let said = apart.run(&["strike", apart.session.file_stem().unwrap().to_str().unwrap(), "1", "--yes"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("1 other file of this session held it too"), "{}", said.out);
    for path in session_files(apart.folder.path()) {
        assert!(!fs::read_to_string(&path).unwrap().contains("Bot -> Trust"), "{path:?}");
    }
    let map = apart.run(&["map"]).out;
    assert!(!map.contains("Bot -> Trust") && map.contains("Beta"), "{map}");
}

#[test]
fn a_file_from_elsewhere_is_not_joined_before_it_lies_among_the_sessions() {
    let apart = apart();
    let outside = apart.folder.path().join("outside.ron");
    fs::rename(&apart.other, &outside).unwrap();
    let said = apart.run(&["sessions", "--join", apart.session.to_str().unwrap(), outside.to_str().unwrap()]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("is not among the sessions of this workspace") && outside.exists(), "{}", said.err);
}
