//! Keys as real terminals send them reach the console, also when a connection hands them over in pieces.

use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::pty::Pty;

/// A key as some terminal sends it, on an entry line that reads `ab`; then an x is typed, and the line reads this.
struct Sent {
    terminals: &'static str,
    bytes: &'static str,
    line: &'static str,
}

const fn sent(terminals: &'static str, bytes: &'static str, line: &'static str) -> Sent {
    Sent { terminals, bytes, line }
}

/// Measured in these terminals in their default configuration; what most send has no name here.
const SENT: &[Sent] = &[
    sent("most: Left", "\x1b[D", "axb"),
    sent("application mode: Left", "\x1bOD", "axb"),
    sent("most: Home", "\x1b[H", "xab"),
    sent("application mode: Home", "\x1bOH", "xab"),
    sent("pterm, screen: Home", "\x1b[1~", "xab"),
    sent("urxvt: Home", "\x1b[7~", "xab"),
    sent("most: Right", "\x1b[C", "abx"),
    sent("most: End", "\x1b[F", "abx"),
    sent("pterm, screen: End", "\x1b[4~", "abx"),
    sent("urxvt: End", "\x1b[8~", "abx"),
    sent("most: Delete", "\x1b[3~", "abx"),
    sent("xterm: Alt-Up", "\x1b[1;3A", "abx"),
    sent("xterm, konsole: Ctrl-Up", "\x1b[1;5A", "abx"),
    sent("urxvt: Ctrl-Up", "\x1bOa", "abx"),
    sent("urxvt: Shift-Up", "\x1b[a", "abx"),
    sent("all: Shift-Tab", "\x1b[Z", "abx"),
    sent("all: a function key without a meaning", "\x1b[24~", "abx"),
    sent("VTE, st, kitty: Alt-7, a seat that nobody has", "\x1b7", "abx"),
];

/// The longest gap that still is the gap of a connection, and not of a machine with too much to do.
const GAP: Duration = Duration::from_millis(12);

/// Sends bytes in two pieces with a small gap between them; returns whether the gap stayed small.
fn sends_in_pieces(pty: &mut Pty, bytes: &str, at: usize) -> bool {
    let (one, two) = bytes.split_at(at);
    pty.keys(one);
    let since = Instant::now();
    thread::sleep(Duration::from_millis(3));
    pty.keys(two);
    since.elapsed() < GAP
}

fn in_a_session() -> (TempDir, Pty) {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.sees("Name one AI change near you").says("Service bot").sees("Which team answers for it?");
    pty.says("Claims").sees("saved, 2 lines");
    (workspace, pty)
}

#[test]
fn a_key_in_two_pieces_is_the_key_and_types_nothing() {
    let (_workspace, mut pty) = in_a_session();
    for Sent { terminals, bytes, line } in SENT {
        for at in 1..bytes.len() {
            loop {
                pty.keys("ab").sees("> ab");
                let in_time = sends_in_pieces(&mut pty, bytes, at);
                thread::sleep(Duration::from_millis(30));
                pty.keys("x");
                let expected = format!("> {line}");
                if in_time {
                    pty.waits_until(&format!("{terminals}, cut at {at}: reads {line}"), |pty| {
                        pty.screen().lines().any(|row| row.trim_end() == expected)
                    });
                }
                // End of the line, then everything before it away.
                pty.keys("\x05\x15").waits_until("empty", |pty| pty.screen().lines().any(|row| row.trim_end() == ">"));
                if in_time {
                    break;
                }
            }
        }
    }
}

#[test]
fn the_keypads_enter_is_enter() {
    let (_workspace, mut pty) = in_a_session();
    pty.keys("bot -> more calls").keys("\n").sees("saved, 3 lines");
}

#[test]
fn a_paste_whose_mark_comes_in_pieces_is_held_as_a_paste_and_read_by_nobody() {
    let (_workspace, mut pty) = in_a_session();
    loop {
        let in_time = sends_in_pieces(&mut pty, "\x1b[200~one\rtwo\rthree\x1b[201~", 1);
        if in_time {
            pty.sees("Enter reads them, Esc drops them").keys("\x1b").sees("3 pasted lines were dropped");
            break;
        }
        pty.keys("\x1b\x15");
    }
}

#[test]
fn where_alt_does_not_arrive_esc_and_then_the_key_does() {
    let (_workspace, mut pty) = in_a_session();
    pty.keys("\x1b");
    thread::sleep(Duration::from_millis(60));
    pty.keys("t").sees("No two names look alike");
    // Elsewhere a letter after Esc is text.
    pty.keys("\x1b");
    thread::sleep(Duration::from_millis(60));
    pty.keys("so").sees("> so");
}

#[test]
fn the_wheel_is_asked_to_be_no_arrow_and_is_given_back() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.sees("Name one AI change near you");
    assert!(pty.was_sent("\x1b[?1007l"));
    pty.keys("\u{11}").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    pty.waits_until("the wheel is given back", |pty| pty.was_sent("\x1b[?1007h\x1b[?1007r"));
}
