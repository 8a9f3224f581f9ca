//! What was answered is in no file, on no screen and in no answer of any other command.

use std::fs;
use std::path::{Path, PathBuf};

use adjacent::app::{Code, KeyPress};
use adjacent::record::SessionKind;
use tempfile::TempDir;

use crate::mirror::stage::{Stage, folder_of};
use crate::program::{run, run_with};
use crate::typing::Typing;

/// Stands nowhere else.
const MARKER: &str = "Mirrormarkø";

const NOTES: &str = "tom Contact Centre\nmei Claims\n\
                     tom> @Contact Centre owns Service bot\ntom> Service bot -> less handle time, more repeat calls\n\
                     mei> who tells Retention?\ndo write the guide : tom due fri\n";

/// A workspace with a workshop in it and a mirror that was looked into, marker and all.
fn looked_into() -> TempDir {
    let folder = TempDir::new().unwrap();
    let notes = folder.path().join("notes.txt");
    fs::write(&notes, NOTES).unwrap();
    assert_eq!(run(folder.path(), &["transcribe", notes.to_str().unwrap()]).code, 0);
    let mut stage = Stage::asked(folder.path());
    stage.finishes('4', &format!("{MARKER} rang"));
    assert!(!format!("{:?}", stage.model.assess).contains(MARKER), "nor in what is printed to look for a mistake");
    folder
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn it_is_in_no_answer_of_any_command() {
    let folder = looked_into();
    let session = files(&folder.path().join("sessions")).remove(0);
    let session = session.file_stem().unwrap().to_str().unwrap().to_owned();
    let commands: Vec<Vec<&str>> = vec![
        vec![],
        vec!["sessions"],
        vec!["sessions", "--json"],
        vec!["map"],
        vec!["map", "--json"],
        vec!["findings", "--all"],
        vec!["findings", "--json"],
        vec!["ask"],
        vec!["ask", "--json"],
        vec!["minutes", &session],
        vec!["plots"],
        vec!["plots", "--json"],
        vec!["export", "--to", "html"],
        vec!["export", "--to", "markdown", &session],
        vec!["room", &session],
        vec!["check"],
        vec!["exercises"],
        vec!["open", &session, "--plain"],
        vec!["assess"],
        vec!["assess", "--result"],
        vec!["assess", "--result", "--json"],
        vec!["assess", "--markdown"],
        vec!["assess", "--history"],
        vec!["assess", "--history", "--json"],
        vec!["assess", "--history", "--markdown"],
        vec!["assess", "--history", "--html"],
        vec!["assess", "--team", "Claims"],
        vec!["assess", "--shared"],
        vec!["assess", "--slip"],
    ];
    for arguments in commands {
        let said = run_with(folder.path(), &arguments, "/map\n/minutes\n/plots\n/quit\n");
        assert!(
            !said.out.contains(MARKER) && !said.err.contains(MARKER),
            "{arguments:?} says\n{}{}",
            said.out,
            said.err
        );
        let is_its_own = arguments.first() == Some(&"assess");
        for words in ["Looks two steps out", "You lead from"] {
            assert!(is_its_own || !said.out.contains(words), "{arguments:?} tells of the mirror:\n{}", said.out);
        }
    }
}

#[test]
fn it_is_in_one_private_file_and_in_no_other() {
    let folder = looked_into();
    let mut stage = Stage::at_home(folder.path());
    stage.press(KeyPress::ctrl('p')).says("mirror").enter().code(Code::Esc).code(Code::Esc);
    let holding: Vec<PathBuf> = files(folder.path())
        .into_iter()
        .filter(|path| fs::read_to_string(path).unwrap_or_default().contains(MARKER))
        .collect();
    assert_eq!(holding, [folder_of(folder.path()).join("2026-11-20.ron")]);
}

#[test]
fn the_shared_map_and_the_list_of_sessions_are_as_they_were() {
    let folder = looked_into();
    let map = |folder: &Path| run(folder, &["map", "--json"]).out;
    let with = map(folder.path());
    fs::remove_dir_all(folder_of(folder.path())).unwrap();
    assert_eq!(map(folder.path()), with);
    let stage = Stage::at_home(folder.path());
    let sessions = stage.model.home.sessions.clone().unwrap();
    assert!(sessions.iter().all(|known| known.kind != SessionKind::Assessment), "{sessions:?}");
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_can_read_it_and_version_control_passes_over() {
    use std::os::unix::fs::PermissionsExt;

    let folder = looked_into();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder_of(folder.path()).join("2026-11-20.ron")), 0o600);
    assert_eq!(mode(&folder_of(folder.path())), 0o700);
    assert_eq!(mode(&folder.path().join("private")), 0o700);
    assert_eq!(fs::read_to_string(folder.path().join("private/.gitignore")).unwrap(), "*\n");
}

#[test]
fn on_a_screen_that_may_be_the_rooms_nothing_shows_before_it_is_asked_for() {
    let folder = looked_into();
    let mut stage = Stage::at_home(folder.path());
    stage.model.settings.one_window = true;
    stage.press(KeyPress::ctrl('p')).says("mirror");
    assert!(
        stage.screen().contains("may be the room's") && !stage.screen().contains("20 November"),
        "{}",
        stage.screen()
    );
    stage.types("1h").code(Code::Down);
    assert!(stage.screen().contains("may be the room's"), "{}", stage.screen());
    stage.enter();
    assert!(stage.screen().contains("where you stood on 20 November 2026"), "{}", stage.screen());
}

#[test]
fn the_exercise_that_is_begun_from_it_says_nothing_of_it() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::asked(folder.path());
    stage.types("1").finishes('3', MARKER);
    stage.code(Code::Down).enter();
    assert!(stage.model.run.is_some(), "{}", stage.screen());
    for path in files(&folder.path().join("sessions")) {
        let text = fs::read_to_string(&path).unwrap_or_default();
        assert!(!text.contains("mirror") && !text.contains("S1") && !text.contains("diary"), "{text}");
    }
}

#[test]
fn the_sample_leader_is_never_mixed_with_ones_own() {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::at_home(folder.path());
    stage.press(KeyPress::ctrl('p')).code(Code::Esc);
    let rows = stage.model.home.choices().len();
    for _ in 0..rows {
        stage.code(Code::Down);
    }
    stage.enter();
    assert!(stage.screen().contains("the sample leader, invented"), "{}", stage.screen());
    stage.types("r").code(Code::Down).enter().types("a").types("s").types("c").code(Code::Esc).types("m");
    assert!(!folder.path().join("private").exists() && !folder.path().join("sessions").exists());
    let own = Stage::before_the_mirror(folder.path());
    assert!(own.screen().contains("› begin") && own.model.assess.finished.is_empty(), "{}", own.screen());
}
