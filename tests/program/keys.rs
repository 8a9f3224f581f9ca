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
    sent("xterm, mlterm: Alt-T, which is text there", "ô", "abôx"),
    sent("macOS: Option-T, which is text there", "†", "ab†x"),
    sent("urxvt, pterm: Alt-Up", "\x1b\x1b[A", "abx"),
    sent("konsole, alacritty: Alt-Down", "\x1b[1;3B", "abx"),
    sent("xfce4-terminal, terminator: Ctrl-Left", "\x1b[1;5D", "xab"),
    sent("most: Backspace", "\x7f", "ax"),
    sent("qterminal: Backspace", "\x08", "ax"),
    sent("all: Ctrl-E", "\x05", "abx"),
    sent("all: Ctrl-Space, with nothing to explain", "\x00", "abx"),
    sent("foot, kitty with its protocol: Alt-7", "\x1b[55;3u", "abx"),
    sent("foot, kitty with its protocol: Ctrl-E", "\x1b[101;5u", "abx"),
];

/// A key as some terminal sends it, on an empty entry line, and what the screen shows then.
const PRESSED: &[Sent] = &[
    sent("most: F1", "\x1bOP", "help: "),
    sent("urxvt, pterm: F1", "\x1b[11~", "help: "),
    sent("the console of Linux: F1", "\x1b[[A", "help: "),
    sent("most: F7", "\x1b[18~", "stop the clocks"),
    sent("all: Ctrl-P", "\x10", "all commands"),
    sent("kitty with its protocol: Ctrl-P", "\x1b[112;5u", "all commands"),
    sent("kitty with its protocol: F1", "\x1b[P", "help: "),
];

/// The longest gap that still is the gap of a connection, and not of a machine with too much to do.
const GAP: Duration = Duration::from_millis(12);

/// The gaps between two pieces: none, a usual one, and one as long as the longest that was measured.
const GAPS: [Duration; 3] = [Duration::ZERO, Duration::from_millis(3), Duration::from_millis(8)];

/// The time in which the screen follows, and how often a key is sent: on a machine with too much to do, the program itself
/// may read the second piece too late.
const SOON: Duration = Duration::from_secs(3);
const ATTEMPTS: u32 = 10;

/// Sends bytes in two pieces with a gap between them; returns whether the gap stayed small.
fn sends_in_pieces(pty: &mut Pty, bytes: &str, at: usize, gap: Duration) -> bool {
    let (one, two) = bytes.as_bytes().split_at(at);
    pty.bytes(one);
    let since = Instant::now();
    thread::sleep(gap);
    pty.bytes(two);
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
        let places = 1..bytes.len().max(2);
        for (at, gap) in places.flat_map(|at| GAPS.map(|gap| (at, gap))) {
            for attempt in 1.. {
                pty.keys("ab").sees("> ab");
                let in_time = sends_in_pieces(&mut pty, bytes, at, gap);
                thread::sleep(Duration::from_millis(30));
                pty.keys("x");
                let expected = format!("> {line}");
                let reads = |pty: &Pty| pty.screen().lines().any(|row| row.trim_end() == expected);
                let arrived = in_time && pty.comes_to(SOON, reads);
                let screen = pty.screen();
                // End of the line, then everything before it away.
                pty.keys("\x05\x15").waits_until("empty", |pty| pty.screen().lines().any(|row| row.trim_end() == ">"));
                if arrived {
                    break;
                }
                assert!(attempt < ATTEMPTS, "{terminals}, cut at {at}: does not read {line}; the screen is:\n{screen}");
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
        let in_time = sends_in_pieces(&mut pty, "\x1b[200~one\rtwo\rthree\x1b[201~", 1, GAPS[1]);
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

#[test]
fn a_key_in_two_pieces_runs_its_command() {
    let (_workspace, mut pty) = in_a_session();
    for Sent { terminals, bytes, line: shows } in PRESSED {
        let places = 1..bytes.len().max(2);
        for (at, gap) in places.flat_map(|at| GAPS.map(|gap| (at, gap))) {
            for attempt in 1.. {
                let in_time = sends_in_pieces(&mut pty, bytes, at, gap);
                let arrived = in_time && pty.comes_to(SOON, |pty| pty.screen().contains(shows));
                let screen = pty.screen();
                thread::sleep(Duration::from_millis(40));
                // A key that was read late opens its box after the first Esc.
                let back = |pty: &Pty| !pty.screen().contains(shows);
                let goes_back = (0..ATTEMPTS).any(|_| pty.keys("\x1b").comes_to(SOON, back));
                assert!(goes_back, "{terminals}: {shows} stays; the screen is:\n{}", pty.screen());
                if arrived {
                    break;
                }
                assert!(
                    attempt < ATTEMPTS,
                    "{terminals}, cut at {at}: does not show {shows}; the screen is:\n{screen}"
                );
            }
        }
    }
}

/// The question for the keyboard protocol, with the one that every terminal answers.
const ASKS: &str = "\x1b[?u\x1b[c";

/// A terminal that calls itself ghostty, and answers the question for its protocol.
fn in_ghostty(workspace: &TempDir) -> Pty {
    let mut pty = Pty::start_with(workspace.path(), &[], &[("TERM", "xterm-ghostty"), ("COLORTERM", "truecolor")]);
    pty.waits_until("asks", |pty| pty.was_sent(ASKS)).keys("\x1b[?0u\x1b[?62;c");
    pty.sees("Name one AI change near you");
    pty
}

#[test]
fn a_terminal_that_is_known_to_answer_is_asked_for_the_keyboard_protocol_and_every_key_is_named_there() {
    let workspace = TempDir::new().unwrap();
    let mut pty = in_ghostty(&workspace);
    pty.sees("F1 help");
    assert!(pty.was_sent("\x1b[>1u"), "the protocol is turned on");
    pty.says("Service bot").sees("Which team answers for it?").says("Claims").sees("saved, 2 lines");
    pty.keys("\x1b[116;3u").sees("No two names look alike");
    pty.keys("\x1b[113;5u").sees("leave?").keys("\r");
    assert!(pty.ends().success());
    pty.waits_until("the protocol is given back", |pty| pty.was_sent("\x1b[<1u"));
}

#[test]
fn the_keyboard_protocol_is_given_back_while_the_program_is_stopped_and_when_it_is_ended() {
    let workspace = TempDir::new().unwrap();
    let mut pty = in_ghostty(&workspace);
    pty.signal("TSTP").waits_until("given back", |pty| pty.was_sent("\x1b[<1u"));
    pty.waits_until("stopped", Pty::is_stopped).signal("CONT").sees("Name one AI change near you");
    pty.signal("TERM");
    let _ = pty.ends();
    pty.is_given_back();
}

#[test]
fn a_terminal_that_is_not_known_to_answer_is_not_asked() {
    let workspace = TempDir::new().unwrap();
    let mut pty = Pty::start(workspace.path(), &[]);
    pty.sees("? help");
    assert!(!pty.was_sent("\x1b[?u"));
}

#[test]
fn a_click_and_the_wheel_arrive_where_the_mouse_was_turned_on() {
    let (_workspace, mut pty) = in_a_session();
    assert!(!pty.was_sent("\x1b[?1000h"), "off until somebody turns it on");
    pty.says("/mouse").sees("The mouse is on").waits_until("reported", |pty| pty.was_sent("\x1b[?1000h"));
    // Anywhere over the lines said, the wheel goes into them.
    let goes_in = |pty: &mut Pty| pty.keys("\x1b[<64;10;8M").comes_to(SOON, |pty| pty.screen().contains("line 2 of 2"));
    assert!((0..ATTEMPTS).any(|_| goes_in(&mut pty)), "{}", pty.screen());
    pty.keys("\x1b[<64;10;8M").sees("Esc back");
    let foot = pty.screen().lines().last().unwrap().to_owned();
    let column = foot.find("Esc back").unwrap() + 1;
    let row = pty.screen().lines().count();
    pty.keys(&format!("\x1b[<0;{column};{row}M")).sees("saved, 2 lines");
    pty.says("/mouse").sees("The mouse is off").waits_until("left", |pty| pty.was_sent("\x1b[?1000l"));
}
