//! What `--plain`, `note` and `saw` say about the outcome of a line, and how offers are taken there.

use std::fs;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};

/// A line for which something is offered: a word that nobody is called stands before a colon.
const OFFERED: &str = "Piet: planner -> more walking";

fn plain(workspace: &TempDir, lines: &str) -> Said {
    let said = run_with(workspace.path(), &["new", "Talk", "--plain"], lines);
    assert_eq!(said.code, 0, "{}", said.err);
    said
}

fn session(workspace: &TempDir) -> String {
    fs::read_to_string(&session_files(workspace.path())[0]).unwrap()
}

#[test]
fn every_line_says_what_became_of_it() {
    let workspace = TempDir::new().unwrap();
    let said = plain(&workspace, &format!("bot -> less calls\npeople are worried\n{OFFERED}\n"));
    for words in [
        "Recorded. More of the bot, less calls.",
        "Kept as text. Noted: people are worried.",
        "Kept as text, and something is offered. Noted: Piet: planner -> more walking.",
        "  1 could be: ",
        "(/take)",
        "(/take 2)",
    ] {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
}

#[test]
fn an_offer_is_recorded_when_it_is_taken_and_undo_brings_the_text_back() {
    let workspace = TempDir::new().unwrap();
    let _ = plain(&workspace, &format!("{OFFERED}\n"));
    assert!(!session(&workspace).contains("Claimed("), "nothing is taken by itself");
    let taken =
        run_with(workspace.path(), &["open", "talk", "--plain"], "Eve: forms -> more walking\n/take 7\n/take\n/take\n");
    assert!(taken.out.contains("There are 2 to take from, from 1."), "{}", taken.out);
    assert!(taken.out.contains("Recorded. More forms, more walking."), "{}", taken.out);
    assert!(taken.out.contains("Nothing is offered for the last line."), "{}", taken.out);
    let session = session(&workspace);
    let event = session.lines().find(|line| line.contains("Claimed(")).unwrap();
    assert!(event.contains("said: \"Eve: forms -> more walking\""), "the words stay: {event}");
    assert!(event.contains("Retracted(seq: "), "one event, so that undo brings the text back: {event}");
    let undone = run_with(workspace.path(), &["open", "talk", "--plain"], "undo\n/offers\n");
    assert!(undone.out.contains("Taken back: Eve: forms"), "{}", undone.out);
    assert!(undone.out.contains("1 of 2"), "both lines wait again: {}", undone.out);
}

#[test]
fn a_review_walks_through_all_lines_that_wait() {
    let workspace = TempDir::new().unwrap();
    let _ = plain(
        &workspace,
        "Piet: sensor -> more walking\nEve: router -> less noise\nJo: helper -> more trust\nUri: heater -> less heat\n",
    );
    let lines = "/offers\n/take\n\n/text\n/skip\n/offers\n";
    let said = run_with(workspace.path(), &["open", "talk", "--plain"], lines).out;
    for words in [
        "1 of 4 (next.1): “Piet: sensor -> more walking”",
        "Recorded. ",
        "2 of 4 (next.1): “Eve: router -> less noise”",
        "3 of 4 (next.1): “Jo: helper -> more trust”",
        "It stays text.",
        "4 of 4 (next.1): “Uri",
        "That was the last line that could be more than text.",
        "1 of 2 (next.1): “Eve",
    ] {
        assert!(said.contains(words), "{words} is missing in\n{said}");
    }
    let again = run_with(workspace.path(), &["open", "talk", "--plain"], "/offers\n").out;
    assert!(
        again.contains("1 of 2 (next.1): “Eve"),
        "looking leaves nothing behind, and what stays text does not come back: {again}"
    );
}

#[test]
fn a_transcript_is_reviewed_with_the_words_that_were_said() {
    let workspace = TempDir::new().unwrap();
    let vtt = "WEBVTT\n\n00:00:03.000 --> 00:00:07.000\n<v Mei Ling>More bots lead to more calls.</v>\n";
    let notes = workspace.path().join("talk.vtt");
    fs::write(&notes, vtt).unwrap();
    let _ = run(workspace.path(), &["transcribe", notes.to_str().unwrap()]);
    let said = run_with(workspace.path(), &["open", "talk", "--plain"], "/offers\n/why\n/take\n").out;
    assert!(said.contains("`more`"), "why it could be so: {said}");
    assert!(said.contains("1 of 1: “More bots lead to more calls.”"), "{said}");
    let event = session(&workspace).lines().find(|line| line.contains("Claimed(")).unwrap().to_owned();
    assert!(
        event.contains("speaker: \"seat1\"") && event.contains("said: \"More bots lead to more calls.\""),
        "{event}"
    );
}

#[test]
fn a_name_that_no_command_has_is_said_and_nothing_is_recorded() {
    let workspace = TempDir::new().unwrap();
    let said = plain(&workspace, "/ofers\n/Invoicing\nhelp\n?\nundo\nquit\nbot -> calls\n").out;
    assert!(said.contains("No command is called /ofers, and nothing was recorded; /offers comes close."), "{said}");
    assert!(said.contains("A process is written /[Invoicing]."), "{said}");
    assert_eq!(said.matches("Type what is said").count(), 2, "help and ?: {said}");
    assert!(said.contains("There is nothing left."), "undo: {said}");
    assert!(!session(&workspace).contains("said: "), "{}", session(&workspace));
}

#[test]
fn languages_are_shown_and_changed() {
    let workspace = TempDir::new().unwrap();
    let said = plain(&workspace, "/languages\n/languages de, xx\n/languages de, nl\n/languages\n").out;
    for words in ["English alone.", "there is no language \"xx\"; there are en,", "from now on.", "de, nl, and en."] {
        assert!(said.contains(words), "{words} is missing in\n{said}");
    }
    assert!(session(&workspace).contains("LanguagesSet(languages: [\"de\", \"nl\"])"));
}

#[test]
fn between_sessions_an_offer_is_told_and_kept_only_when_it_is_taken() {
    let workspace = TempDir::new().unwrap();
    let told = run(workspace.path(), &["note", OFFERED]);
    assert_eq!(told.code, 1);
    assert!(told.err.contains("it could be: 1 More planner, more walking"), "{}", told.err);
    assert!(told.err.contains("--take keeps the first"), "{}", told.err);
    assert!(session_files(workspace.path()).is_empty());
    let taken = run(workspace.path(), &["note", "--take", OFFERED]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert!(session(&workspace).contains("Claimed("));
    let wrong = run(workspace.path(), &["note", "--take", "bot -> calls"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("nothing is offered for this line; leave --take out"), "{}", wrong.err);
}
