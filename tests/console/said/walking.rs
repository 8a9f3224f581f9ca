//! The cursor of the list: into it, through it, and out of it.

use std::time::Instant;

use adjacent::app::{Code, KeyPress, Screen};

use super::{SIZES, chosen, long, talked, workshop};
use crate::typing::Typing;

#[test]
fn up_on_an_empty_line_goes_into_what_was_said_and_loads_nothing() {
    let mut console = talked();
    console.code(Code::Up);
    assert_eq!(chosen(&console).as_deref(), Some("A -> A : +"));
    assert!(console.model.entry.is_empty());
    console.code(Code::Up);
    assert_eq!(chosen(&console).as_deref(), Some("The grading aid needs model answers and a marking scheme"));
    console.code(Code::Down).code(Code::Down);
    assert_eq!(chosen(&console), None, "below the last line is the entry line");
}

#[test]
fn a_key_of_the_safe_set_a_word_and_the_palette_go_there_too() {
    for way in 0..3 {
        let mut console = talked();
        match way {
            0 => console.press(KeyPress::ctrl('6')),
            1 => console.says("/said"),
            _ => console.press(KeyPress::ctrl('p')).types("go through").enter(),
        };
        assert_eq!(chosen(&console).as_deref(), Some("A -> A : +"), "{way}");
    }
}

#[test]
fn everything_that_was_said_is_reached_at_any_size() {
    for (columns, rows) in SIZES {
        let mut console = long(70).with_size(columns, rows);
        console.code(Code::Up);
        let mut seen = String::new();
        for _ in 0..80 {
            seen.extend(console.screen().split_whitespace().flat_map(|word| [word, " "]));
            console.code(Code::PageUp);
        }
        for number in 1..=70 {
            let said = format!("more E{number}.");
            assert!(seen.contains(&said), "{columns}x{rows}: {said}");
        }
        assert_eq!(chosen(&console).as_deref(), Some("!Service bot"), "{columns}x{rows}");
        console.code(Code::PageDown);
        assert_ne!(chosen(&console).as_deref(), Some("!Service bot"));
        console.code(Code::End);
        assert_eq!(chosen(&console).as_deref(), Some("Service bot -> E70 : +"));
        console.code(Code::Home);
        assert_eq!(chosen(&console).as_deref(), Some("!Service bot"));
        let screen = console.screen();
        assert!(screen.contains("line 1 of 71"), "{columns}x{rows}\n{screen}");
    }
}

#[test]
fn the_page_keys_walk_the_agenda_again_outside_of_the_list() {
    let mut console = talked();
    let step = |console: &crate::keyboard::Console| super::session(console).place().unwrap().step.to_string();
    let before = step(&console);
    console.code(Code::Up).code(Code::PageDown).code(Code::PageUp);
    assert_eq!(step(&console), before);
    console.code(Code::Esc).code(Code::PageDown);
    assert_ne!(step(&console), before);
}

#[test]
fn whatever_is_typed_is_the_next_line() {
    let mut console = talked();
    console.code(Code::Up).code(Code::Up).types("x");
    assert_eq!((chosen(&console), console.model.entry.text()), (None, "x"));
    console.code(Code::Backspace).code(Code::Up).code(Code::Esc);
    assert_eq!((chosen(&console), console.model.entry.text()), (None, ""));
    assert_eq!(console.model.screen, Screen::Run);
}

#[test]
fn a_line_begun_before_the_list_was_looked_at_goes_on() {
    let mut console = talked();
    console.types("Service bot").press(KeyPress::ctrl('6')).code(Code::Up);
    assert!(chosen(&console).is_some());
    console.types(" needs data");
    assert_eq!(console.model.entry.text(), "Service bot needs data");
}

#[test]
fn a_new_line_does_not_move_the_cursor() {
    let mut console = talked();
    console.code(Code::Up).code(Code::Up);
    let before = chosen(&console);
    let event = adjacent::record::Event {
        seq: super::session(&console).next_seq(),
        said: Some("Claims needs data".into()),
        facts: vec![adjacent::record::Fact::Answered { text: "Claims needs data".into() }],
        ..adjacent::record::Event::default()
    };
    console.happen(adjacent::app::Msg::Followed(vec![event]));
    assert_eq!(chosen(&console), before);
}

#[test]
fn before_anything_was_said_there_is_no_list() {
    let mut console = crate::keyboard::Console::at_home(Vec::new());
    console.enter().types("Review").enter().enter().enter().enter();
    console.code(Code::Up);
    assert_eq!(chosen(&console), None);
    assert!(console.notice().contains("Nothing was said yet"), "{}", console.notice());
}

#[test]
fn a_line_is_found_by_its_words_and_the_cursor_goes_there() {
    let mut console = long(40);
    console.says("/find").types("e17").enter();
    assert_eq!(chosen(&console).as_deref(), Some("Service bot -> E17 : +"));
    console.press(KeyPress::ctrl('7')).types("nobody said this");
    assert!(console.screen().contains("No line of this session holds these words."), "{}", console.screen());
    console.code(Code::Esc);
    assert_eq!(chosen(&console).as_deref(), Some("Service bot -> E17 : +"));
}

#[test]
fn only_the_rows_that_fit_are_made() {
    let mut console = workshop();
    let first = super::session(&console).next_seq();
    let events = (first..first + 10_000).map(|seq| adjacent::record::Event {
        seq,
        said: Some(format!("note {seq}")),
        facts: vec![adjacent::record::Fact::Scrapped { reason: "it is a note".into() }],
        ..adjacent::record::Event::default()
    });
    for event in events {
        let _ = adjacent::app::update(
            &mut console.model,
            adjacent::app::Msg::Followed(vec![event]),
            jiff::Timestamp::UNIX_EPOCH,
        );
    }
    console.code(Code::Up).code(Code::Home);
    let drawn = |console: &crate::keyboard::Console| {
        let start = Instant::now();
        let screen = console.screen();
        (start.elapsed(), screen)
    };
    let (_, screen) = drawn(&console);
    assert!(screen.contains("line 1 of 10,001") || screen.contains("line 1 of 10001"), "{screen}");
    let (spent, screen) = drawn(&console);
    assert!(!screen.contains(&format!("note {}", first + 9_999)), "{screen}");
    assert!(spent.as_millis() < 1_000, "a frame took {spent:?}");
}
