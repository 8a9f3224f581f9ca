//! Something else changes the file of an open session: an editor that saves in place, a copy, a cut.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use adjacent::record::SessionTime;
use adjacent::record::line::{self, FaultSeverity};
use adjacent::store::{SessionFile, StoreError, Workspace, check};
use tempfile::TempDir;

use crate::store::talk::{event, header, opening};

/// An open session with the lines 2 to `last`.
fn open_with(last: u64) -> (TempDir, Workspace, SessionFile, PathBuf) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    for seq in 2..=last {
        file.append(&event(seq)).unwrap();
    }
    let path = workspace.session_path(&header().id);
    (folder, workspace, file, path)
}

/// The numbers of what was said, in the order of the file; each line as it was said.
fn said(workspace: &Workspace) -> Vec<u64> {
    let session = workspace.load(&header().id).unwrap().session;
    let lines: Vec<_> = session.events().iter().filter(|event| event.said.is_some()).collect();
    lines.iter().map(|line| line.seq).collect()
}

#[track_caller]
fn is_whole(path: &Path) {
    let faults = check(path).unwrap();
    assert!(faults.iter().all(|fault| fault.weight() < FaultSeverity::Damage), "{faults:?}");
}

#[test]
fn an_editor_that_saves_in_place_while_a_session_is_open_costs_no_line() {
    let (_folder, workspace, mut file, path) = open_with(3);
    for (from, to) in [("in line 2", "at quite some length in line 2"), ("Thing 2", "T")] {
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace(from, to)).unwrap();
        let next = said(&workspace).len() as u64 + 2;
        file.append(&event(next)).unwrap();
        is_whole(&path);
    }
    assert_eq!(said(&workspace), [2, 3, 4, 5]);
    assert!(fs::read_to_string(&path).unwrap().contains("at quite some length"), "what was mended by hand stays");
}

#[test]
fn an_editor_that_saves_what_it_opened_long_ago_takes_nothing_back_that_was_said_since() {
    let (_folder, workspace, mut file, path) = open_with(2);
    let opened = fs::read_to_string(&path).unwrap();
    file.append(&event(3)).unwrap();
    file.append(&event(4)).unwrap();
    fs::write(&path, opened.replace("in line 2", "in the second line")).unwrap();
    file.append(&event(5)).unwrap();
    assert_eq!(said(&workspace), [2, 3, 4, 5]);
    is_whole(&path);
    assert!(fs::read_to_string(&path).unwrap().contains("in the second line"));
}

#[test]
fn wherever_an_open_session_is_cut_short_what_was_said_in_it_is_there_after_the_next_line() {
    let (_folder, _, _, path) = open_with(4);
    let whole = fs::read(&path).unwrap();
    let body = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0 + 1;
    for length in (body..whole.len()).step_by(7) {
        let (_folder, workspace, mut file, path) = open_with(4);
        fs::File::options().write(true).open(&path).unwrap().set_len(length as u64).unwrap();
        file.append(&event(5)).unwrap();
        assert_eq!(said(&workspace), [2, 3, 4, 5], "cut after {length} bytes");
        is_whole(&path);
    }
}

#[test]
fn what_was_typed_behind_the_end_is_set_aside_and_the_next_line_is_kept() {
    let (_folder, workspace, mut file, path) = open_with(3);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}my own note\n")).unwrap();
    file.append(&event(4)).unwrap();
    assert_eq!(said(&workspace), [2, 3, 4]);
    assert_eq!(fs::read_to_string(path.with_extension("torn")).unwrap(), "my own note\n");
}

#[test]
fn a_file_that_is_no_session_any_more_is_refused_and_left_alone_and_put_back_takes_the_line() {
    let (_folder, workspace, mut file, path) = open_with(3);
    let whole = fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let other_session = text.replace(&*header().id, "2026-11-20-another-0001");
    let newer = text.replace("(format: 2", "(format: 29");
    for strange in [String::new(), "A list\nof my own\n".to_owned(), other_session, newer] {
        fs::write(&path, &strange).unwrap();
        let error = file.append(&event(4)).unwrap_err();
        assert!(error.to_string().contains("2026-11-20-talk-0000.ron"), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), strange, "nothing is written over it");
    }
    fs::write(&path, &whole).unwrap();
    file.append(&event(4)).unwrap();
    assert_eq!(said(&workspace), [2, 3, 4]);
    is_whole(&path);
}

#[test]
fn a_line_that_somebody_else_added_is_not_doubled_by_number_but_told() {
    let (_folder, workspace, mut file, path) = open_with(3);
    let bytes = fs::read(&path).unwrap();
    let next = line::event_line(&event(4), line::read(&bytes).last_mark()).unwrap();
    let longer = String::from_utf8(bytes).unwrap().replace("])\n", &format!("{}])\n", next.text));
    fs::write(&path, &longer).unwrap();
    let error = file.append(&event(4)).unwrap_err().to_string();
    assert!(error.contains("open"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), longer);
    drop(file);
    workspace.go_on(&header().id).unwrap().append(&event(5)).unwrap();
    assert_eq!(said(&workspace), [2, 3, 4, 5]);
}

#[test]
fn an_editor_that_puts_another_file_in_the_place_of_an_open_session_costs_no_line() {
    let (folder, workspace, mut file, path) = open_with(3);
    let beside = folder.path().join("beside");
    fs::write(&beside, fs::read_to_string(&path).unwrap().replace("in line 2", "in the second line")).unwrap();
    file.append(&event(4)).unwrap();
    fs::rename(&beside, &path).unwrap();
    file.append(&event(5)).unwrap();
    file.append(&event(6)).unwrap();
    assert_eq!(said(&workspace), [2, 3, 4, 5, 6]);
    assert!(fs::read_to_string(&path).unwrap().contains("in the second line"), "what was mended by hand stays");
    is_whole(&path);
}

#[test]
fn another_session_that_takes_the_place_of_an_open_one_is_not_written_to() {
    let (folder, workspace, mut file, path) = open_with(3);
    let other = folder.path().join("other");
    fs::write(&other, fs::read_to_string(&path).unwrap().replace(&*header().id, "2026-11-20-another-0001")).unwrap();
    fs::rename(&other, &path).unwrap();
    let before = fs::read(&path).unwrap();
    let error = file.append(&event(4)).unwrap_err();
    assert!(matches!(error, StoreError::Altered { .. }), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&path).unwrap();
    assert!(file.append(&event(4)).is_err());
    assert_eq!(workspace.list().unwrap().len(), 0);
}

#[test]
fn text_that_was_removed_for_good_does_not_come_back_when_the_file_is_cut() {
    let (_folder, workspace, mut file, path) = open_with(4);
    let order = adjacent::record::Event {
        seq: 5,
        at: SessionTime::from_millis(9000),
        facts: vec![adjacent::record::Fact::StrikeOrdered { seq: 3 }],
        ..adjacent::record::Event::default()
    };
    file.append(&order).unwrap();
    workspace.strike(&mut file).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let cut = text.find("(seq: 3").unwrap();
    fs::File::options().write(true).open(&path).unwrap().set_len(cut as u64).unwrap();
    file.append(&event(6)).unwrap();
    assert_eq!(said(&workspace), [2, 4, 6]);
    assert!(!fs::read_to_string(&path).unwrap().contains("line 3"));
}

#[test]
fn those_who_take_turns_at_one_session_overwrite_nothing_of_each_other() {
    let (_folder, workspace, file, path) = open_with(2);
    drop(file);
    let writers: Vec<_> = (0..3)
        .map(|_| {
            let workspace = workspace.clone();
            thread::spawn(move || {
                let mut kept = Vec::new();
                while kept.len() < 60 {
                    let Ok(mut file) = workspace.go_on(&header().id) else { continue };
                    let next = workspace.load(&header().id).unwrap().session.next_seq();
                    file.append(&event(next)).unwrap();
                    kept.push(next);
                }
                kept
            })
        })
        .collect();
    let mut kept: Vec<u64> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
    kept.push(2);
    kept.sort_unstable();
    assert_eq!(said(&workspace), kept);
    is_whole(&path);
}
