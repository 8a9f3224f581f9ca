//! The window goes while the program runs.

use std::fs;
use std::io::Read;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::program::run;
use crate::pty::Pty;

/// Starts the program in a window, closes it once it shows this, and says what the program ended with.
fn closed_at(workspace: &TempDir, arguments: &[&str], shows: &str) -> String {
    let ended = workspace.path().join("ended");
    let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 }).unwrap();
    // The shell outlives the window, to tell.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' HUP; \"$0\" \"$@\"; echo $? > \"$ENDED.new\"; mv \"$ENDED.new\" \"$ENDED\""]);
    command.arg(env!("CARGO_BIN_EXE_adjacent"));
    command.args(arguments);
    command.env("ADJACENT_DIR", workspace.path());
    command.env("ADJACENT_CONFIG", "");
    command.env("TERM", "xterm-256color");
    command.env("ENDED", &ended);
    let mut shell = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut window = pty.master.try_clone_reader().unwrap();
    let mut parser = vt100::Parser::new(24, 80, 0);
    let mut bytes = [0; 4096];
    while !parser.screen().contents().contains(shows) {
        let count = window.read(&mut bytes).unwrap();
        parser.process(&bytes[..count]);
    }
    drop(window);
    drop(pty.master);
    let begun = Instant::now();
    while !ended.exists() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it goes on without a window");
        std::thread::sleep(Duration::from_millis(10));
    }
    shell.wait().unwrap();
    fs::read_to_string(&ended).unwrap().trim().to_owned()
}

#[test]
fn a_window_that_is_closed_ends_the_program_as_leaving_does() {
    let workspace = TempDir::new().unwrap();
    assert_eq!(run(workspace.path(), &["new", "Closed", "--plain"]).code, 0);
    for _ in 0..5 {
        assert_eq!(closed_at(&workspace, &[], "Closed"), "0");
        fs::remove_file(workspace.path().join("ended")).unwrap();
    }
    assert_eq!(closed_at(&workspace, &["room", "Closed"], "Closed"), "0");
}

#[test]
fn a_program_that_is_told_to_quit_gives_the_terminal_back_first() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &["--version"]);
    pty.ends();
    let untouched = pty.line_settings();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.sees("Name one AI change near you").signal("QUIT");
    let ended = pty.ends();
    assert!(!ended.success(), "as the system ends a program that is told to quit: {ended:?}");
    pty.is_given_back();
    assert_eq!(pty.line_settings(), untouched);
}
