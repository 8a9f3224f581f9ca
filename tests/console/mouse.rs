//! The mouse, where it is on: a click presses what is drawn at its cell, and the wheel scrolls what is under it.

use adjacent::app::map::View;
use adjacent::app::{Code, Effect, KeyPress, Screen};

use crate::keyboard::Console;
use crate::typing::Typing;

/// A workshop in which some lines were said.
fn talked() -> Console {
    let mut console = Console::at_home(Vec::new()).with_size(120, 40);
    console.enter().types("Spring review").enter().enter().enter().enter();
    console.says("Service bot -> less handle time").says("handle time -> less trust").says("Service bot -> more calls");
    console
}

fn chosen(console: &Console) -> Option<u64> {
    console.model.run.as_ref().and_then(adjacent::app::Run::chosen)
}

#[test]
fn a_click_on_a_line_chooses_it_and_a_second_one_opens_what_can_be_done_with_it() {
    let mut console = talked();
    console.clicks("less trust");
    let line = chosen(&console).expect("a line is chosen");
    console.clicks("more calls");
    assert_ne!(chosen(&console), Some(line));
    console.clicks("more calls");
    assert!(console.model.popup.is_some(), "{}", console.screen());
}

#[test]
fn the_wheel_scrolls_what_is_under_it_and_nothing_else() {
    let mut console = talked();
    console.wheels("less trust", false);
    let last = chosen(&console).expect("the wheel goes into the list");
    console.wheels("less trust", false);
    assert!(chosen(&console) < Some(last));
    console.code(Code::Esc).wheels("Spring review", false);
    assert_eq!(chosen(&console), None, "above the list it scrolls nothing");
    console.press(KeyPress::ctrl('p'));
    let first = console.screen();
    for _ in 0..13 {
        console.wheels("all commands", true);
    }
    assert_ne!(console.screen(), first, "over a box it scrolls the box");
}

#[test]
fn a_click_on_a_row_of_a_box_goes_there_and_on_a_named_key_presses_it() {
    let mut console = talked();
    console.press(KeyPress::ctrl('p')).types("curtain");
    console.clicks("Esc leaves it");
    assert!(console.model.popup.is_none());
    console.press(KeyPress::ctrl('p'));
    console.clicks("go on to the next step");
    console.clicks("go on to the next step");
    assert!(console.model.popup.is_none(), "{}", console.screen());
}

#[test]
fn what_is_behind_a_box_does_not_answer() {
    let mut console = talked();
    console.press(KeyPress::ctrl('p'));
    let foot = console.model.size.1 - 1;
    assert!(console.regions().target_at((2, foot)).is_none());
}

#[test]
fn a_click_at_the_foot_of_the_screen_is_the_key_that_is_named_there() {
    let mut console = talked();
    console.clicks("? help");
    assert!(console.screen().contains("help: "), "{}", console.screen());
}

#[test]
fn on_the_map_a_click_chooses_a_view_a_row_and_a_box() {
    let mut console = talked();
    console.press(KeyPress::plain(Code::F(3)));
    assert_eq!(console.model.screen, Screen::Map);
    console.clicks("ripple");
    assert_eq!(console.model.map.view, View::Ripple);
    console.clicks("table");
    let before = console.model.map.centre.clone();
    console.clicks("trust");
    assert_ne!(console.model.map.centre, before);
    console.clicks("trust");
    assert_eq!(console.model.map.view, View::Neighbours, "a second click looks at it");
    console.clicks("drawn");
    let before = console.model.map.drawn.cursor.clone();
    console.clicks("handle time");
    assert_ne!(console.model.map.drawn.cursor, before);
    let panned = console.model.map.drawn.panned;
    console.wheels("handle time", true);
    assert_ne!(console.model.map.drawn.panned, panned);
}

#[test]
fn at_home_a_click_chooses_a_row_and_a_second_one_takes_it() {
    let mut console = Console::at_home(Vec::new());
    console.clicks("the sample: Four AI");
    assert!(!console.chores.iter().any(|chore| matches!(chore, Effect::OpenSample(_))));
    console.clicks("the sample: Four AI");
    assert!(console.chores.iter().any(|chore| matches!(chore, Effect::OpenSample(_))));
}

#[test]
fn it_is_off_until_somebody_turns_it_on() {
    let mut console = talked();
    assert!(!console.model.uses_mouse());
    console.says("/mouse");
    assert!(console.model.uses_mouse());
    assert!(console.notice().contains("Shift selects text"), "{}", console.notice());
    console.says("/mouse");
    assert!(!console.model.uses_mouse());
}

#[test]
fn behind_the_curtain_and_while_answers_are_collected_no_line_answers() {
    let mut console = talked();
    console.press(KeyPress::plain(Code::F(6))).enter();
    let regions = console.regions();
    let (columns, rows) = console.model.size;
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (column, row)));
    let lines = cells
        .filter_map(|cell| regions.target_at(cell))
        .filter(|target| matches!(target, adjacent::app::PointerTarget::Line(_)));
    assert_eq!(lines.count(), 0);
}

#[test]
fn a_second_click_on_the_map_does_not_read_a_line_that_is_being_typed() {
    let mut console = talked();
    console.press(KeyPress::plain(Code::F(3))).clicks("table").types("half a li");
    console.clicks("trust");
    console.clicks("trust");
    assert_eq!((console.lines().len(), console.model.entry.text()), (3, "half a li"));
}
