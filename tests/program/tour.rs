//! The tour as it is run: on a copy that is removed, and nothing else is touched.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::program::{fed, program};
use crate::pty::Pty;

/// A workspace, and a folder for temporary files.
fn folders() -> (TempDir, TempDir) {
    (TempDir::new().unwrap(), TempDir::new().unwrap())
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn the_tour_is_walked_in_a_terminal_and_leaves_nothing_behind() {
    let (workspace, temporary) = folders();
    let mut pty = Pty::start_with(workspace.path(), &["tour"], &[("TMPDIR", temporary.path().to_str().unwrap())]);
    pty.sees("tour, 1 of 10: capture").sees("Service bot");
    assert_eq!(entries(temporary.path()), 1, "the copy lies in a folder of its own");
    pty.says("service bot -> fewer branch visits").sees("tour, 2 of 10");
    pty.says("/fix").sees("Fixing the last line").keys(" : seen\r").sees("tour, 3 of 10");
    pty.says("tom> service bot -> more repeat calls").sees("tour, 4 of 10");
    pty.says("/map").sees("tour, 5 of 10");
    pty.says("/findings").sees("tour, 6 of 10").sees("what shows, 1 of");
    pty.keys("\x1b").waits_until("the box is gone", |pty| !pty.screen().contains("what shows, 1 of"));
    pty.says("/map").sees("Pick one change").says("/one-window").sees("tour, 7 of 10");
    pty.says("/one-window").sees("tour, 8 of 10");
    pty.says("/read-minutes").sees("tour, 9 of 10").sees("The minutes as they stand");
    pty.keys("\x1b").waits_until("the page is gone", |pty| !pty.screen().contains("The minutes as they stand"));
    pty.says("/look-back").sees("tour, 10 of 10");
    pty.keys("\u{11}").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    pty.is_given_back().sees("The tour is over.").sees("nothing of yours was touched");
    assert_eq!((entries(temporary.path()), entries(workspace.path())), (0, 0));
}

#[test]
fn a_tour_that_is_ended_from_outside_leaves_nothing_behind_either() {
    let (workspace, temporary) = folders();
    let mut pty = Pty::start_with(workspace.path(), &["tour"], &[("TMPDIR", temporary.path().to_str().unwrap())]);
    pty.sees("tour, 1 of 10").signal("TERM").ends();
    assert_eq!((entries(temporary.path()), entries(workspace.path())), (0, 0));
}

#[test]
fn line_by_line_the_tour_waits_for_what_can_be_done_without_a_screen() {
    let (workspace, temporary) = folders();
    let lines = "service bot -> fewer branch visits\n/undo\ntom> service bot -> more repeat calls\n/map\n/findings\n\
                 /minutes\n/replay\n/quit\n";
    let mut command = program(workspace.path());
    let said = fed(command.args(["tour", "--plain"]).env("TMPDIR", temporary.path()), lines);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut rest = said.out.as_str();
    for step in 1..=8 {
        let told = format!("Tour, {step} of 8: ");
        let at = rest.find(&told).unwrap_or_else(|| panic!("{told} is missing in {}", said.out));
        rest = &rest[at..];
    }
    assert!(rest.contains("The tour is over."), "{rest}");
    assert_eq!((entries(temporary.path()), entries(workspace.path())), (0, 0));
}

#[test]
fn line_by_line_a_step_is_skipped_and_gone_back_to() {
    let (workspace, _) = folders();
    let said = fed(program(workspace.path()).args(["tour", "--plain"]), "/tour-back\n/tour-on\n/tour-back\n");
    let told: Vec<&str> =
        said.out.lines().filter(|line| line.contains("Tour, ") || line.contains("no further")).collect();
    let begins = ["Tour, 1 of 8", "There is no further step", "Tour, 2 of 8", "Tour, 1 of 8"];
    assert_eq!(told.len(), begins.len(), "{told:?}");
    for (line, begin) in told.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
}

#[test]
fn without_a_terminal_the_tour_says_how_it_can_be_made() {
    let (workspace, _) = folders();
    let said = fed(program(workspace.path()).arg("tour"), "");
    assert_eq!((said.code, said.err.contains("adjacent tour --plain")), (2, true), "{}", said.err);
}
