//! Exercises of one's own: read from a workspace, joined to those of the program.

use std::fs;

use adjacent::exercise::{Catalogue, catalogue, scaffold};
use adjacent::record::Mode;
use adjacent::shell::open_sessions;
use adjacent::store::Workspace;
use tempfile::TempDir;

fn workspace(files: &[(&str, &str)]) -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    let exercises = folder.path().join("exercises");
    fs::create_dir(&exercises).unwrap();
    for (name, text) in files {
        fs::write(exercises.join(name), text).unwrap();
    }
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

fn next_called(title: &str) -> String {
    let next = catalogue::EMBEDDED[2];
    next.replacen("What will this change next door?", title, 1)
}

#[test]
fn a_workspace_without_exercises_has_those_of_the_program() {
    let folder = TempDir::new().unwrap();
    let (catalogue, left_out) = open_sessions::catalogue(&Workspace::open(folder.path()).unwrap());
    assert_eq!(catalogue.exercises(), Catalogue::embedded().exercises());
    assert!(left_out.is_empty());
    assert!(!folder.path().join("exercises").exists(), "a look leaves nothing behind");
}

#[test]
fn an_exercise_of_ones_own_joins_and_one_with_a_known_id_takes_its_place() {
    let (_folder, workspace) = workspace(&[
        ("mine.ron", &next_called("Mine").replacen("\"next\"", "\"mine\"", 1)),
        ("next.ron", &next_called("Ours")),
    ]);
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    assert_eq!(left_out, Vec::<String>::new());
    assert_eq!(catalogue.exercises().len(), catalogue::EMBEDDED.len() + 1);
    assert_eq!(catalogue.find("mine").unwrap().title, "Mine");
    assert_eq!(catalogue.exercises()[2].title, "Ours", "it stands where the other one stood");
}

#[test]
fn what_cannot_be_used_is_left_out_with_a_sentence_and_the_rest_is_there() {
    let (_folder, workspace) = workspace(&[
        ("a.ron", "(format: 1,\n  idd: \"a\")"),
        ("b.ron", &next_called("First").replacen("\"next\"", "\"twin\"", 1)),
        ("c.ron", &next_called("Second").replacen("\"next\"", "\"twin\"", 1)),
        ("d.ron", &next_called("Bad").replacen("\"next\"", "\"a.b\"", 1)),
        ("notes.txt", "not an exercise"),
        (".hidden.ron", "("),
    ]);
    fs::write(workspace.exercises_folder().join("e.ron"), [0xff, 0xfe]).unwrap();
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    assert_eq!(catalogue.find("twin").unwrap().title, "First");
    assert_eq!(catalogue.exercises().len(), catalogue::EMBEDDED.len() + 1);
    let begins = ["e.ron cannot be read: it is not text", "a.ron:2:3: ", "c.ron: b.ron has the id", "d.ron:3:9: "];
    assert_eq!(left_out.len(), begins.len(), "{left_out:?}");
    for (sentence, begin) in left_out.iter().zip(begins) {
        assert!(sentence.contains(begin), "{sentence}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_passed_over() {
    let (folder, workspace) = workspace(&[]);
    let elsewhere = folder.path().join("elsewhere.ron");
    fs::write(&elsewhere, next_called("Elsewhere")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, workspace.exercises_folder().join("x.ron")).unwrap();
    let (files, unread) = workspace.exercises();
    assert!(files.is_empty() && unread.is_empty(), "{files:?} {unread:?}");
}

#[test]
fn a_scaffold_is_written_once_and_can_be_walked_at_once() {
    let (_folder, workspace) = workspace(&[]);
    let path = workspace.begin_exercise("retro", &scaffold("retro", None)).unwrap();
    let again = workspace.begin_exercise("retro", "gone").unwrap_err().to_string();
    assert!(again.ends_with("retro.ron is there already and is not written over; choose another name"), "{again}");
    assert!(fs::read_to_string(path).unwrap().contains("format: 1"));
    let (catalogue, _) = open_sessions::catalogue(&workspace);
    assert_eq!(catalogue.find("retro").unwrap().steps(Mode::Live).len(), 1);
}
