//! Practising to take down what is said: on a pipe and on a terminal, and never anything left behind.

use tempfile::TempDir;

use crate::program::{run, run_with};
use crate::pty::Pty;

#[test]
fn piped_lines_are_read_back_summed_up_and_not_kept() {
    let workspace = TempDir::new().unwrap();
    let lines =
        "route planner -> less planning time\nroute planner -> late shifts\n\nRoute planner needs traffic feed\n";
    let said = run_with(workspace.path(), &["practise", "--seconds"], lines);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for words in [
        "1/20 Dispatch, ines:",
        "less planning time.",
        "Missed: which way: more “late shifts”.",
        "It could be: late shifts -> less sleep",
        "5/20",
        "3 sentences typed: 2 caught whole; 1 skipped.",
        "Half of them within",
        "Missed most: more or less (1).",
    ] {
        assert!(said.out.contains(words), "{words} is missing in\n{}", said.out);
    }
    assert!(!said.out.contains("6/20"), "{}", said.out);
    assert_eq!(std::fs::read_dir(workspace.path()).unwrap().count(), 0);
}

#[test]
fn without_a_single_line_the_practice_ends_kindly() {
    let workspace = TempDir::new().unwrap();
    let said = run(workspace.path(), &["practise"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("0 sentences typed"), "{}", said.out);
}

#[test]
fn hostile_and_endless_lines_are_only_lines() {
    let workspace = TempDir::new().unwrap();
    let long = "x".repeat(100_000);
    let lines = format!("\u{1b}[2J -> \u{202e}evil\n{long} -> {long}\n\0\n");
    let said = run_with(workspace.path(), &["practise"], &lines);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!said.out.contains(|c: char| (c.is_control() && c != '\n') || c == '\u{202e}'), "{:?}", said.out);
}

#[test]
fn on_a_terminal_it_asks_sentence_by_sentence_and_ends_at_ctrl_d() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &["practise"]);
    pty.sees("1/20").says("route planner -> less planning time").sees("2/20");
    pty.keys("\u{4}").sees("1 sentence typed: 1 caught whole.");
    assert!(pty.ends().success());
}
