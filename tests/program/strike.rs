//! Striking a line from the command line: what it asks, what it says, and that nothing is left.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::pipe::session_files;
use crate::program::{Said, run, run_with};
use crate::pty::Pty;

const SECRET: &str = "Joe from the third floor";

/// Line 2 is the secret, line 4 says it again, line 3 mentions what line 2 named first.
fn talked() -> TempDir {
    let workspace = TempDir::new().unwrap();
    let lines = format!(
        "Bot -> less Trust\n{SECRET} -> more Errors\nErrors -> more Calls\n{SECRET}  -> more errors\nBot -> more Calls\n"
    );
    assert_eq!(run_with(workspace.path(), &["new", "Talk", "--plain"], &lines).code, 0);
    workspace
}

fn nowhere(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            nowhere(&path);
        } else {
            let bytes = fs::read(&path).unwrap();
            assert!(!String::from_utf8_lossy(&bytes).contains("third floor"), "{}", path.display());
        }
    }
}

fn map(workspace: &TempDir) -> Said {
    run(workspace.path(), &["map"])
}

#[test]
fn a_line_goes_with_its_copy_and_the_answer_quotes_nothing_of_it() {
    let workspace = talked();
    assert!(map(&workspace).out.contains("third floor"));
    let said = run(workspace.path(), &["strike", "Talk", "2", "--yes"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.starts_with("Removed for good: line 2 (at 00:0"), "{}", said.out);
    assert!(said.out.contains(" and line 4 (at 00:0"), "{}", said.out);
    assert!(said.out.contains("1 other line still mentions what was named there first."), "{}", said.out);
    assert!(!said.out.contains("Joe"), "{}", said.out);
    nowhere(workspace.path());
    let left = map(&workspace).out;
    assert!(!left.contains("Joe") && left.contains("Calls"), "{left}");
    assert_eq!(run(workspace.path(), &["check"]).code, 0);
}

#[test]
fn the_lines_after_it_keep_their_numbers_and_a_struck_line_is_not_struck_twice() {
    let workspace = talked();
    assert_eq!(run(workspace.path(), &["strike", "Talk", "2", "--yes"]).code, 0);
    let again = run(workspace.path(), &["strike", "Talk", "2", "--yes"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("2 was removed before"), "{}", again.err);
    let next = run(workspace.path(), &["strike", "Talk", "5", "--yes"]);
    assert!(next.out.contains("line 5"), "{}{}", next.out, next.err);
    let left = map(&workspace).out;
    assert!(left.contains("Trust") && !left.contains("more Bot"), "{left}");
    let file = fs::read_to_string(&session_files(workspace.path())[0]).unwrap();
    assert_eq!(file.matches("facts: [Struck]").count(), 3);
}

#[test]
fn without_anybody_to_ask_nothing_is_removed() {
    let workspace = talked();
    let said = run_with(workspace.path(), &["strike", "Talk", "2"], "y\n");
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--yes"), "{}", said.err);
    assert!(map(&workspace).out.contains("third floor"));
}

#[test]
fn on_a_terminal_it_asks_first() {
    for (answer, goes) in [("", false), ("n", false), ("y", true)] {
        let workspace = talked();
        let mut pty = Pty::start(workspace.path(), &["strike", "Talk", "2"]);
        pty.sees("y/N").says(answer).sees(if goes { "Removed for good" } else { "Nothing was removed" });
        assert!(pty.ends().success());
        assert_eq!(map(&workspace).out.contains("third floor"), !goes);
    }
}

#[test]
fn on_a_terminal_it_shows_what_would_go() {
    let workspace = talked();
    let mut pty = Pty::start(workspace.path(), &["strike", "Talk", "2"]);
    pty.sees("Joe from the third floor -> more Errors").sees("y/N").says("n").sees("Nothing was removed");
    assert!(pty.ends().success());
}

#[test]
fn without_a_number_the_last_lines_are_listed_with_theirs() {
    let workspace = talked();
    let said = run(workspace.path(), &["strike", "Talk"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let rows: Vec<&str> = said.out.lines().collect();
    assert_eq!(
        (rows.len(), rows[0], rows[4]),
        (5, "   1  Bot -> less Trust", "   5  Bot -> more Calls"),
        "{}",
        said.out
    );
    assert_eq!(run(workspace.path(), &["strike", "Talk", "2", "--yes"]).code, 0);
    let left = run(workspace.path(), &["strike", "Talk"]).out;
    assert!(left.contains("   2  (removed)\n") && left.contains("   5  Bot -> more Calls\n"), "{left}");
    let mut pty = Pty::start(workspace.path(), &["strike", "Talk"]);
    pty.sees("   1  Bot -> less Trust").sees("adjacent strike SESSION 5 removes the last one");
    assert!(pty.ends().success());
}

#[test]
fn what_is_no_line_is_told_in_one_sentence() {
    let workspace = talked();
    let cases = [
        ("9", "there are 5 lines"),
        ("0", "there are 5 lines"),
        ("two", "is no line"),
        ("#", "is no line"),
        ("#99", "no event 99"),
        ("#1", "nothing that could be removed"),
    ];
    for (line, says) in cases {
        let said = run(workspace.path(), &["strike", "Talk", line, "--yes"]);
        assert_eq!(said.code, 2, "{line}");
        assert!(said.err.contains(says) && said.err.lines().count() == 1, "{line}: {}", said.err);
    }
    assert_eq!(run(workspace.path(), &["strike", "Walk", "2", "--yes"]).code, 3);
    assert!(map(&workspace).out.contains("third floor"));
}

#[test]
fn how_many_lines_there_are_is_told_in_the_right_number() {
    for (lines, says) in [("", "there are no lines in"), ("Bot -> less Trust\n", "there is one line in")] {
        let workspace = TempDir::new().unwrap();
        assert_eq!(run_with(workspace.path(), &["new", "Talk", "--plain"], lines).code, 0);
        let said = run(workspace.path(), &["strike", "Talk", "9", "--yes"]);
        assert!(said.code == 2 && said.err.contains(says), "{}", said.err);
    }
}

#[test]
fn whoever_reads_along_in_the_console_no_longer_sees_it() {
    let workspace = talked();
    let mut reader = Pty::start(workspace.path(), &["open", "Talk", "--read"]);
    reader.sees("third floor");
    assert_eq!(run(workspace.path(), &["strike", "Talk", "2", "--yes"]).code, 0);
    reader.waits_until("gone", |pty| !pty.screen().contains("third floor"));
}
