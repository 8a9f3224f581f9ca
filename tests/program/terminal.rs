//! The terminal is always given back, and whatever size it has, the program goes on.

use crate::pty::Pty;
use tempfile::TempDir;

fn started() -> (TempDir, Pty) {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.sees("Name one AI change near you");
    (workspace, pty)
}

/// The settings of a terminal nobody has touched.
fn untouched() -> String {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &["--version"]);
    pty.ends();
    pty.line_settings()
}

#[test]
fn after_leaving_the_terminal_is_as_it_was() {
    let (_workspace, mut pty) = started();
    assert_ne!(pty.line_settings(), untouched());
    pty.keys("\u{11}").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    pty.is_given_back();
    assert_eq!(pty.line_settings(), untouched());
}

#[test]
fn after_a_signal_to_end_the_terminal_is_as_it_was_and_everything_said_is_on_disk() {
    for signal in ["TERM", "HUP", "INT"] {
        let (workspace, mut pty) = started();
        pty.says("Service bot").sees("Which team answers for it?").says("Claims").sees("saved, 2 lines");
        pty.signal(signal).ends();
        pty.is_given_back();
        assert_eq!(pty.line_settings(), untouched(), "{signal}");
        let files = std::fs::read_dir(workspace.path().join("sessions")).unwrap();
        let texts: Vec<String> = files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ext| ext == "ron"))
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect();
        assert_eq!(texts.len(), 1);
        assert!(texts[0].contains("@Claims owns"), "{signal}: {}", texts[0]);
    }
}

/// Not a test of its own: what the test below runs in a terminal.
#[test]
fn a_program_that_panics_on_a_screen_of_its_own() {
    if std::env::var("TERM").as_deref() == Ok("xterm-256color") && std::env::var("ADJACENT_DIR").is_ok() {
        let _screen = adjacent::shell::TerminalScreen::take().unwrap();
        panic!("on purpose");
    }
}

#[test]
fn after_a_panic_the_terminal_is_as_it_was_and_the_message_stands_behind_it() {
    let workspace = TempDir::new().unwrap();
    let this = std::env::current_exe().unwrap();
    let panics = ["--exact", "terminal::a_program_that_panics_on_a_screen_of_its_own", "--nocapture"];
    let mut pty = Pty::start_program(&this, workspace.path(), &panics, 80, 24);
    assert!(!pty.ends().success());
    pty.is_given_back().sees("on purpose");
    assert_eq!(pty.line_settings(), untouched());
}

#[test]
fn suspended_it_gives_the_terminal_back_and_continued_it_takes_it_again() {
    let (_workspace, mut pty) = started();
    pty.keys("Service b");
    pty.sees("> Service b").signal("TSTP").waits_until("stopped", Pty::is_stopped).is_given_back();
    assert_eq!(pty.line_settings(), untouched());
    pty.signal("CONT").waits_until("back", Pty::is_on_its_own_screen).sees("> Service b");
    pty.keys("ot").sees("> Service bot");
}

#[test]
fn from_one_cell_to_a_wall_of_them_it_goes_on_and_nothing_typed_is_lost() {
    let (_workspace, mut pty) = started();
    pty.says("Service bot").sees("Which team answers for it?").keys("Contact").sees("> Contact");
    for (columns, rows) in [(1, 1), (2, 40), (500, 200), (40, 10), (3, 3), (200, 2), (79, 23), (1, 200)] {
        pty.resize(columns, rows);
    }
    // Signals that come at once are told as one, so the last size is given time to be noticed.
    pty.resize(100, 30).sees("> Contact");
    pty.resize(80, 24).sees("Which team answers for it?").sees("> Contact");
    pty.says(" Centre").sees("works, what is there less of");
}

#[test]
fn ten_megabytes_of_paste_are_held_and_no_key_in_them_is_a_command() {
    let (_workspace, mut pty) = started();
    pty.says("Service bot").sees("Which team answers for it?");
    let line = "\u{11}\rText with \u{10} and \u{1b}[31m in it and more of the same until it is long enough. ";
    let paste = format!("\u{1b}[200~{}\u{1b}[201~", line.repeat(10 * 1024 * 1024 / line.len()));
    pty.keys(&paste).sees("Enter reads them, Esc drops them").keys("\u{1b}").sees("were dropped");
    pty.says("Claims").sees("works, what is there less of");
}

#[test]
fn whoever_asks_for_no_colour_gets_none_and_misses_nothing() {
    let workspace = TempDir::new().unwrap();
    let mut coloured = Pty::start(workspace.path(), &[]);
    coloured.sees("Nothing leaves this machine").waits_until("coloured", Pty::has_colour);
    let mut plain = Pty::start_without_colour(workspace.path());
    plain.sees("Name one AI change near you").says("Service bot").sees("Which team answers for it?");
    plain.sees("saved, 1 line");
    assert!(!plain.has_colour());
}

#[test]
fn told_to_end_in_the_middle_of_a_long_paste_it_writes_what_was_read_or_tells_what_is_missing() {
    for signal in ["TERM", "HUP"] {
        let (workspace, mut pty) = started();
        pty.says("Service bot").sees("Which team answers for it?");
        let lines: Vec<String> = (0..400).map(|number| format!("noted {number}x")).collect();
        pty.keys(&format!("\u{1b}[200~{}\u{1b}[201~", lines.join("\r"))).sees("400 lines").keys("\r").sees("left");
        pty.signal(signal);
        let ended = pty.ends();
        let path = crate::pipe::session_files(workspace.path()).remove(0);
        let text = std::fs::read_to_string(path).unwrap();
        let written = (0..400).filter(|number| text.contains(&format!("\"noted {number}x\""))).count();
        assert_eq!(written == 400, ended.success(), "{written} of 400 were written");
        if !ended.success() && signal == "TERM" {
            pty.sees("still being saved");
        }
    }
}

#[test]
fn looking_at_a_session_again_leaves_its_file_as_it_was() {
    let (workspace, mut pty) = started();
    pty.says("Service bot").sees("Which team answers for it?").says("Claims").sees("saved, 2 lines");
    pty.keys("\u{11}").sees("leave?").keys("\r").ends();
    let path = crate::pipe::session_files(workspace.path()).remove(0);
    let before = std::fs::read(&path).unwrap();
    let mut again = Pty::start(workspace.path(), &[]);
    again.sees("Continue").keys("\r").sees("2 lines").keys("\u{1b}OR").keys("\u{11}").sees("leave?").keys("\r");
    again.ends();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let mut third = Pty::start(workspace.path(), &[]);
    third.sees("Continue").keys("\r").sees("2 lines").says("less calls").sees("saved, 3 lines");
    assert!(std::fs::read_to_string(&path).unwrap().contains("Resumed("));
}
