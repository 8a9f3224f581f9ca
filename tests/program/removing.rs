//! Sessions are removed and put back whole, and two of one title are told apart by their day.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::record::Names;
use adjacent::store::{StoreError, Workspace};
use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{harbourline, run, run_with};

/// A workspace with the worked example and a stray session of one line.
fn two() -> TempDir {
    let workspace = TempDir::new().unwrap();
    let _ = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]);
    let _ = run_with(workspace.path(), &["new", "Stray", "--plain"], "Stray thing -> Trust : -\n");
    workspace
}

/// Every file below a folder with its bytes, but for locks and what the program computes again at any time.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && name != "cache" {
                open.push(path);
            } else if path.is_file() && !name.starts_with('.') {
                found.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn id(workspace: &Path, title: &str) -> String {
    Workspace::open(workspace).unwrap().find(title).unwrap().to_string()
}

#[test]
fn a_removed_session_leaves_list_and_map_and_comes_back_whole() {
    let workspace = two();
    let stray = id(workspace.path(), "Stray");
    let names = Names { names: [("a".into(), "Zqname".to_owned())].into(), ..Names::default() };
    Workspace::open(workspace.path()).unwrap().keep_names(&stray, &names).unwrap();
    let (before, map) = (files(workspace.path()), run(workspace.path(), &["map", "--json"]).out);
    let said = run(workspace.path(), &["sessions", "--remove", "Stray"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains(&format!("--put-back {stray}")), "{}", said.out);
    assert!(!run(workspace.path(), &["sessions"]).out.contains("Stray"));
    assert!(!run(workspace.path(), &["map", "--json"]).out.contains("Stray thing"));
    let left = files(workspace.path());
    assert!(left.iter().all(|(path, _)| !path.ends_with(format!("private/{stray}.names.ron"))), "{left:?}");
    assert!(workspace.path().join(format!("removed/{stray}.ron")).exists());
    assert!(run(workspace.path(), &["sessions", "--removed"]).out.contains("Stray"));
    assert_eq!(run(workspace.path(), &["sessions", "--put-back", "stray"]).code, 0);
    assert_eq!((files(workspace.path()), run(workspace.path(), &["map", "--json"]).out), (before, map));
    assert_eq!(run(workspace.path(), &["sessions", "--put-back", "stray"]).code, 3);
}

#[cfg(unix)]
#[test]
fn private_files_of_a_removed_session_stay_closed_to_others() {
    use std::os::unix::fs::PermissionsExt;
    let workspace = two();
    let stray = id(workspace.path(), "Stray");
    let names = Names { names: [("a".into(), "Zqname".to_owned())].into(), ..Names::default() };
    Workspace::open(workspace.path()).unwrap().keep_names(&stray, &names).unwrap();
    let _ = run(workspace.path(), &["sessions", "--remove", "Stray"]);
    let closed = workspace.path().join("removed/private");
    assert_eq!(fs::metadata(&closed).unwrap().permissions().mode() & 0o077, 0);
}

#[test]
fn all_of_its_files_move_or_none() {
    let workspace = two();
    let stray = id(workspace.path(), "Stray");
    let names = Names { names: [("a".into(), "Zqname".to_owned())].into(), ..Names::default() };
    Workspace::open(workspace.path()).unwrap().keep_names(&stray, &names).unwrap();
    let taken = workspace.path().join(format!("removed/private/{stray}"));
    fs::create_dir_all(taken.join(format!("{stray}.names.ron"))).unwrap();
    let before = files(workspace.path());
    assert_eq!(run(workspace.path(), &["sessions", "--remove", "Stray"]).code, 3);
    assert_eq!(files(workspace.path()), before);
}

#[test]
fn a_session_that_is_being_written_is_not_removed() {
    let workspace = two();
    let opened = Workspace::open(workspace.path()).unwrap();
    let stray = opened.find("Stray").unwrap();
    let held = opened.go_on(&stray);
    assert!(held.is_ok());
    assert!(matches!(opened.remove(&stray), Err(StoreError::Held { .. })));
    assert_eq!(session_files(workspace.path()).len(), 2);
}

#[test]
fn two_sessions_of_one_title_are_told_apart_by_their_day_and_none_is_picked() {
    let workspace = TempDir::new().unwrap();
    let opened = Workspace::open(workspace.path()).unwrap();
    for (day, digits) in [("2026-11-20T09:00:00Z", 1), ("2026-11-27T09:00:00Z", 2)] {
        let kind = adjacent::record::SessionKind::Workshop;
        let header = opened.new_header("Spring review", kind, day.parse().unwrap(), digits);
        drop(opened.create(&header, &[]).unwrap());
    }
    let said = run(workspace.path(), &["minutes", "Spring review"]);
    assert_eq!(said.code, 2, "{}", said.err);
    for words in ["2026-11-20-spring-review-0001 of 2026-11-20", "2026-11-27-spring-review-0002 of 2026-11-27"] {
        assert!(said.err.contains(words), "{}", said.err);
    }
    assert_eq!(run(workspace.path(), &["minutes", "2026-11-27"]).code, 0);
}
