//! The languages of a session, and the words that a workspace adds.

use std::fs;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{run, run_with};

/// The text of the only session file.
fn session(workspace: &TempDir) -> String {
    let files = session_files(workspace.path());
    assert_eq!(files.len(), 1);
    fs::read_to_string(&files[0]).unwrap()
}

#[test]
fn every_way_to_write_a_session_can_name_its_languages() {
    for (arguments, input) in [
        (&["new", "A", "--plain", "--lang", "de,en"][..], ""),
        (&["new", "A", "--plain", "--lang", "de", "--lang", "en"], ""),
        (&["note", "--lang", "de,en", "bot -> calls : +"], ""),
        (&["saw", "--lang", "de,en", "Calls up"], ""),
        (&["transcribe", "-", "--lang", "de,en"], "bot -> calls : +\n"),
        (&["transcribe", "-"], "# title: A\n# lang: de, en\nbot -> calls : +\n"),
    ] {
        let workspace = TempDir::new().unwrap();
        let said = run_with(workspace.path(), arguments, input);
        assert_eq!(said.code, 0, "{arguments:?}: {}", said.err);
        let session = session(&workspace);
        assert!(session.contains("LanguagesSet(languages: [\"de\", \"en\"])"), "{arguments:?}: {session}");
    }
}

#[test]
fn without_languages_a_session_is_as_it_was() {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["transcribe", "-"], "# lang: en\nbot -> calls : +\n");
    assert!(!session(&workspace).contains("LanguagesSet"));
}

#[test]
fn a_session_that_is_gone_on_with_takes_other_languages_once() {
    let workspace = TempDir::new().unwrap();
    let _ = run_with(workspace.path(), &["new", "Talk", "--plain"], "");
    let _ = run_with(workspace.path(), &["open", "talk", "--plain", "--lang", "fr"], "bot -> calls : +\n");
    let _ = run_with(workspace.path(), &["open", "talk", "--plain"], "A -> C : +\n");
    assert_eq!(session(&workspace).matches("LanguagesSet(languages: [\"fr\"])").count(), 1);
}

#[test]
fn an_unknown_language_is_wrong_usage_on_the_command_line_and_a_remark_in_notes() {
    let workspace = TempDir::new().unwrap();
    for arguments in [
        &["new", "A", "--plain", "--lang", "xx"][..],
        &["note", "--lang", "xx", "A -> B"],
        &["saw", "--lang", "xx", "A up"],
        &["transcribe", "-", "--lang", "xx"],
    ] {
        let said = run(workspace.path(), arguments);
        assert_eq!(said.code, 2, "{arguments:?}");
        assert!(said.err.contains("there is no language \"xx\"; there are en, de"), "{}", said.err);
    }
    assert!(session_files(workspace.path()).is_empty());
    let said = run_with(workspace.path(), &["transcribe", "-"], "# lang: xx, nl\nbot -> calls : +\n");
    assert!(said.err.contains("line 1: there is no language \"xx\""), "{}", said.err);
    assert!(session(&workspace).contains("LanguagesSet(languages: [\"nl\"])"));
}

#[test]
fn words_of_a_workspace_make_a_language_and_are_checked_like_exercises() {
    let workspace = TempDir::new().unwrap();
    let folder = workspace.path().join("lexicon");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("sv.ron"), "(language: \"sv\", name: \"Svenska\", more: [\"mer\"])").unwrap();
    let read = |lang: &str| run_with(workspace.path(), &["read", "--lang", lang], "bot -> calls : +\n");
    assert_eq!(read("sv").code, 0, "{}", read("sv").err);
    assert!(read("xx").err.contains("there are en, de, fr, es, pt, nl, sv"), "{}", read("xx").err);
    let checked = run(workspace.path(), &["check"]);
    assert_eq!((checked.code, checked.out.as_str()), (0, "1 file looked at, nothing wrong.\n"));
    let wrong = folder.join("fi.ron");
    fs::write(&wrong, "(language: \"fi\",\n more: [\"\"],\n lesss: [])").unwrap();
    let checked = run(workspace.path(), &["check"]);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains("fi.ron:3:"), "{}", checked.out);
    assert!(checked.out.contains("lesss"), "{}", checked.out);
    let alone = run(workspace.path(), &["check", wrong.to_str().unwrap()]);
    assert_eq!((alone.code, alone.out), (1, checked.out));
    let said = read("sv");
    assert_eq!(said.code, 0, "one wrong file leaves the others in use");
    assert!(said.err.contains("left out: ") && said.err.contains("fi.ron:3:"), "{}", said.err);
}
