//! The list as it is drawn: what was read, what could not be, what could be more, what was taken back and mended; and
//! what of it the room may see.

use std::fmt::Write;

use adjacent::app::room::LineState;
use adjacent::app::{Code, KeyPress};
use insta::assert_snapshot;

use super::{SIZES, go_to, retypes, talked};
use crate::keyboard::Console;
use crate::screens::painted;
use crate::typing::Typing;

/// A list with a line of every sort.
fn mixed() -> Console {
    let mut console = talked();
    console.says("Service bot -> more queues").press(KeyPress::ctrl('z'));
    go_to(&mut console, "handle time -> customer trust : -");
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "mei> handle time -> customer trust : - seen");
    console.code(Code::Esc);
    console
}

#[test]
fn every_sort_of_line_says_what_it_is_in_words_and_by_a_mark() {
    let console = mixed();
    let screen = console.screen();
    for (mark, words) in [("!", "I could not"), ("~", "could be"), ("×", "Taken back:"), (" ", "mended")] {
        assert!(screen.contains(mark) && screen.contains(words), "{mark} {words}\n{screen}");
    }
}

#[test]
fn the_list_with_the_cursor_in_it() {
    let mut screens = String::new();
    for (columns, rows) in SIZES {
        let mut console = mixed().with_size(columns, rows);
        go_to(&mut console, "handle time -> customer trust : - seen");
        let _ = writeln!(screens, "== {columns}x{rows}\n{}", console.screen());
    }
    assert_snapshot!(screens);
}

#[test]
fn the_list_in_colour() {
    let mut console = mixed();
    go_to(&mut console, "The grading aid needs model answers and a marking scheme");
    assert_snapshot!(painted(&console));
}

#[test]
fn the_boxes_of_a_line() {
    let mut screens = String::new();
    for (name, keys) in [
        ("actions", vec![KeyPress::plain(Code::Enter)]),
        ("other kinds", vec![KeyPress::ctrl('k')]),
        ("who said it", vec![KeyPress::ctrl('r')]),
        ("help", vec![KeyPress::plain(Code::Enter), KeyPress::plain(Code::F(1))]),
        ("find", vec![KeyPress::ctrl('7')]),
    ] {
        let mut console = mixed();
        go_to(&mut console, "The grading aid needs model answers and a marking scheme");
        for key in keys {
            console.press(key);
        }
        let _ = writeln!(screens, "== {name}\n{}", console.screen());
    }
    let mut console = mixed();
    go_to(&mut console, "handle time -> customer trust : - seen");
    let _ = writeln!(screens, "== before\n{}", console.press(KeyPress::ctrl('t')).screen());
    assert_snapshot!(screens);
}

#[test]
fn no_size_is_too_small_for_the_list() {
    let mut console = mixed();
    console.code(Code::Up);
    for (columns, rows) in [(1, 1), (2, 2), (3, 40), (40, 3), (5, 5), (500, 200)] {
        console = console.with_size(columns, rows);
        console.screen();
        console.code(Code::Up).enter();
        console.screen();
        console.code(Code::F(1));
        console.screen();
        console.code(Code::Esc).code(Code::Esc);
    }
}

/// The lines that the room reads, the newest first.
fn in_the_room(console: &Console) -> Vec<(String, LineState)> {
    let run = console.model.run.as_ref().unwrap();
    let room = adjacent::app::room::Room::new(run.recording.for_the_room(), console.model.catalogue.clone());
    room.lines().map(|(told, state)| (told.says.clone(), state)).collect()
}

#[test]
fn the_room_reads_a_mended_line_in_its_place_and_no_alarm() {
    let mut console = talked();
    console.press(KeyPress::ctrl('p')).types("one window").enter();
    let before = in_the_room(&console);
    go_to(&mut console, "handle time -> customer trust : -");
    console.press(KeyPress::ctrl('f'));
    retypes(&mut console, "mei> handle time -> customer trust : +");
    let after = in_the_room(&console);
    assert_eq!(before.len(), after.len());
    let changed: Vec<_> = before.iter().zip(&after).filter(|(before, after)| before != after).collect();
    let [(_, (says, state))] = changed[..] else { panic!("{changed:?}") };
    assert_eq!(*state, LineState::Standing);
    assert!(says.contains("more customer trust"), "{says}");
    // The window that grows event by event shows what a window opened now shows.
    let run = console.model.run.as_ref().unwrap();
    let window = run.room.audience.as_ref().unwrap().room.as_ref().unwrap();
    let grown: Vec<_> = window.lines().map(|(told, state)| (told.says.clone(), state)).collect();
    assert_eq!(grown, after);
}

#[test]
fn where_the_room_sees_this_screen_the_list_holds_only_what_the_room_has_read() {
    let mut console = talked();
    console
        .says("me: mei looks tired MARKER")
        .press(KeyPress::plain(Code::F(8)))
        .says("tom> Service bot -> more MARKER");
    console.code(Code::F(8)).press(KeyPress::ctrl('p')).types("one window").enter();
    console.code(Code::Up);
    for _ in 0..10 {
        let screen = console.screen();
        assert!(!screen.contains("MARKER") && !screen.contains("could be"), "{screen}");
        assert!(!screen.contains("tom  ") && !screen.contains("mei  "), "{screen}");
        console.code(Code::Up);
    }
    for key in ['k', 'o', 't'] {
        console.press(KeyPress::ctrl(key));
        assert!(console.model.popup.is_none(), "{key}");
    }
    console.press(KeyPress::ctrl('7')).types("MARKER");
    assert!(console.screen().contains("No line of this session holds these words."), "{}", console.screen());
}
