//! What a round has collected lies where only its owner can read it, until it is shown.

use std::fs;

use adjacent::record::{CollectBy, Collecting, Event, Fact, Hidden, SessionTime};
use adjacent::store::Workspace;
use tempfile::TempDir;

use crate::store::talk::{header, opening};

const MARKER: &str = "nobody may read this yet";

fn workspace() -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

fn hidden(entries: &[&str]) -> Hidden {
    let collecting = Collecting { by: CollectBy::Slips, awaited: Some(3) };
    Hidden {
        step: None,
        collecting,
        entries: entries.iter().map(|&entry| entry.to_owned()).collect(),
        aside: Vec::new(),
        came_in: 0,
        begun: None,
    }
}

#[test]
fn what_is_collected_is_kept_in_the_order_given_and_gone_when_it_is_dropped() {
    let (folder, workspace) = workspace();
    assert_eq!(workspace.hidden("x").unwrap(), None);
    for entries in [&["one"][..], &["two", "one"], &["one", "three \"q\"\n", "two"]] {
        workspace.keep_hidden("x", &hidden(entries)).unwrap();
        assert_eq!(workspace.hidden("x").unwrap(), Some(hidden(entries)));
    }
    assert_eq!(workspace.hidden("y").unwrap(), None);
    workspace.drop_hidden("x").unwrap();
    assert_eq!(workspace.hidden("x").unwrap(), None);
    workspace.drop_hidden("x").unwrap();
    let left: Vec<_> =
        fs::read_dir(folder.path().join("private")).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(left, [".gitignore"]);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it_and_version_control_passes_over_it() {
    use std::os::unix::fs::PermissionsExt;

    let (folder, workspace) = workspace();
    workspace.keep_hidden("x", &hidden(&["one"])).unwrap();
    workspace.keep_hidden("x", &hidden(&["one", "two"])).unwrap();
    let mode = |path: &str| fs::metadata(folder.path().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("private"), mode("private/x.hidden.ron")), (0o700, 0o600));
    assert_eq!(fs::read_to_string(folder.path().join("private/.gitignore")).unwrap(), "*\n");
}

#[test]
fn a_program_killed_while_it_wrote_leaves_the_answers_before_and_nothing_after_they_were_dropped() {
    let (folder, workspace) = workspace();
    workspace.keep_hidden("x", &hidden(&["one"])).unwrap();
    let half = folder.path().join("private/.x.hidden.ron.new");
    for written in ["", "(collecting: (way: Sl", MARKER] {
        fs::write(&half, written).unwrap();
        assert_eq!(workspace.hidden("x").unwrap(), Some(hidden(&["one"])));
    }
    workspace.keep_hidden("x", &hidden(&["one", "two"])).unwrap();
    assert!(!half.exists());
    fs::write(&half, MARKER).unwrap();
    workspace.drop_hidden("x").unwrap();
    assert!(!half.exists());
    // It may also have been killed between the two: the answers are gone and half of a newer file is left.
    fs::write(&half, MARKER).unwrap();
    workspace.drop_hidden("x").unwrap();
    assert!(!half.exists());
}

#[test]
fn answers_that_cannot_be_read_are_told_in_a_sentence_that_quotes_none_and_are_never_written_over() {
    let (folder, workspace) = workspace();
    workspace.keep_hidden("x", &hidden(&[MARKER])).unwrap();
    let path = folder.path().join("private/x.hidden.ron");
    let whole = fs::read(&path).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let damaged = [
        whole[..whole.len() / 2].to_vec(),
        Vec::new(),
        b"\0\0\0".to_vec(),
        b"\xff\xfe".to_vec(),
        text.replace("entries", "nobody_may_read_this_yet").into_bytes(),
    ];
    for bytes in damaged {
        fs::write(&path, &bytes).unwrap();
        for error in [workspace.hidden("x").unwrap_err(), workspace.keep_hidden("x", &hidden(&["new"])).unwrap_err()] {
            let says = error.to_string();
            assert!(says.contains("x.hidden.ron") && says.contains("line "), "{says}");
            assert!(!says.contains('\n') && !says.contains("nobody"), "{says}");
        }
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[test]
fn until_they_are_shown_no_other_file_of_the_workspace_holds_an_answer() {
    let (folder, workspace) = workspace();
    let mut file = workspace.create(&header(), &[opening()]).unwrap();
    let act =
        |seq: u64, fact: Fact| Event { seq, at: SessionTime::from_millis(seq), facts: vec![fact], ..Event::default() };
    file.append(&act(2, Fact::Collecting(Collecting::default()))).unwrap();
    workspace.keep_hidden(&header().id, &hidden(&[MARKER])).unwrap();
    workspace.keep_hidden(&header().id, &hidden(&["other", MARKER])).unwrap();
    drop(file);
    let file = workspace.go_on(&header().id).unwrap();
    let held = |folder: &std::path::Path| -> Vec<String> {
        let mut names = Vec::new();
        for part in ["sessions", "private"] {
            for entry in fs::read_dir(folder.join(part)).unwrap() {
                let path = entry.unwrap().path();
                if String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(MARKER) {
                    names.push(path.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
        names
    };
    assert_eq!(held(folder.path()), [format!("{}.hidden.ron", header().id)]);
    drop(file);
    workspace.drop_hidden(&header().id).unwrap();
    assert_eq!(held(folder.path()), [""; 0]);
}
