//! Every page at two sizes, in the colours of every theme; without colour nothing is missing.

use std::fmt::Write as _;

use adjacent::app::{Code, KeyPress};
use adjacent::assess::FOOTER;
use adjacent::theme::{Depth, Theme};
use adjacent::ui::{self, Paint};
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use tempfile::TempDir;

use crate::drawn::{drawn, paint, text, themes};
use crate::legend::Legend;
use crate::mirror::stage::{Stage, with_a_past, with_years};
use crate::typing::Typing;

const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// Walks through every page and shows each of them.
fn album(mut sees: impl FnMut(&str, &Stage)) {
    let folder = TempDir::new().unwrap();
    let mut stage = Stage::at_home(folder.path());
    sees("home", &stage);
    stage.press(KeyPress::ctrl('p')).says("mirror");
    sees("for the first time", &stage);
    stage.enter();
    sees("a question", &stage);
    stage.types("4").types("Tom rang, so we changed the plan");
    sees("an example", &stage);
    stage.enter().types("3 weeks ago");
    sees("its day", &stage);
    stage.enter().code(Code::PageUp);
    sees("gone back", &stage);
    stage.code(Code::PageDown).types("33333");
    sees("a red flag", &stage);
    stage.types("y");
    while stage.place().is_some() {
        stage.answers('2', "");
    }
    sees("behind the last question", &stage);
    stage.enter();
    sees("where somebody stands who is here for the first time", &stage);

    let folder = TempDir::new().unwrap();
    with_a_past(folder.path());
    let mut stage = Stage::before_the_mirror(folder.path());
    sees("with a past", &stage);
    stage.code(Code::Down).enter();
    sees("where somebody stands", &stage);
    stage.code(Code::Down).code(Code::Down);
    sees("what to do next", &stage);
    stage.types("m");
    sees("which team", &stage);
    stage.code(Code::Esc).types("a").types("s").code(Code::Down).types("ss");
    sees("answers to share", &stage);
    stage.code(Code::Esc).types("h");
    sees("over time", &stage);
    for _ in 0..9 {
        stage.code(Code::Down);
    }
    sees("over time, further down", &stage);
    stage.code(Code::F(1));
    sees("help", &stage);
}

fn page(stage: &Stage, size: (u16, u16), paint: &Paint) -> Buffer {
    drawn(size, |frame| ui::draw(&stage.model, paint, frame))
}

#[test]
fn every_page_at_both_sizes() {
    for size in SIZES {
        let mut pages = String::new();
        album(|name, stage| {
            let drawn = text(&page(stage, size, paint()));
            let _ = writeln!(pages, "==== {name}\n{}", drawn.trim_end());
        });
        insta::assert_snapshot!(format!("{}x{}", size.0, size.1), pages);
    }
}

#[test]
fn every_page_in_the_colours_of_every_theme_says_the_same_and_without_colour_too() {
    let mut themes: Vec<(&Theme, Legend, String)> =
        themes().iter().map(|theme| (theme, Legend::default(), String::new())).collect();
    album(|name, stage| {
        for size in SIZES {
            let mut words = None;
            for (theme, legend, looks) in &mut themes {
                let painted = page(stage, size, &Paint::new(theme, Depth::True));
                let mono = page(stage, size, &Paint::new(theme, Depth::Mono));
                let said = text(&painted);
                assert_eq!(words.get_or_insert_with(|| said.clone()), &said, "{} says something else", theme.name);
                assert_eq!(text(&mono), said, "without colour something is missing");
                assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
                let _ = writeln!(looks, "{name} {}x{} {}", size.0, size.1, legend.of(&painted));
            }
        }
    });
    for (theme, legend, looks) in themes {
        insta::assert_snapshot!(format!("looks_{}", theme.name), format!("{}\n{looks}", legend.told()));
    }
}

#[test]
fn the_footer_stands_whole_under_every_page_and_no_page_has_a_decimal() {
    let digits =
        |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(|c: char| c.is_ascii_digit());
    album(|name, stage| {
        if name == "home" {
            return;
        }
        for size in [(80, 24), (160, 50), (40, 10)] {
            let shown = text(&page(stage, size, paint()));
            let words = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(name == "help" || words.contains(FOOTER), "{name} {size:?}:\n{shown}");
            let decimal = shown.split_whitespace().find(|word| digits(word) && word.contains('.'));
            assert_eq!(decimal, None, "{name}:\n{shown}");
        }
    });
}

#[test]
fn the_first_lines_say_where_this_leader_stands_and_what_to_do_next() {
    let folder = TempDir::new().unwrap();
    with_a_past(folder.path());
    let mut stage = Stage::before_the_mirror(folder.path());
    stage.code(Code::Down).enter();
    let shown = stage.screen();
    let first: Vec<&str> = shown.lines().skip(2).take(5).collect();
    let first = first.join(" ");
    assert!(first.contains("You lead from Teams. For the next two weeks: open one forum"), "{first}");
    let at = |words: &str| shown.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{shown}"));
    let flag = "! red flag: Go or no-go is decided within our function alone.";
    assert!(at("it does not happen") < at(flag), "no flag pushes a ladder off the screen: {shown}");
}

#[test]
fn of_many_years_the_latest_are_drawn_and_the_others_counted() {
    let folder = TempDir::new().unwrap();
    with_years(folder.path(), 2015..=2026);
    let mut stage = Stage::before_the_mirror(folder.path());
    stage.code(Code::Down).code(Code::Down).enter();
    for (size, latest, hidden) in [((80, 24), "2024 2025 2026", 9), ((200, 50), "2023 2024 2025 2026", 8)] {
        let shown = stage.sized(size);
        assert!(shown.contains(latest), "{shown}");
        assert!(shown.contains(&format!("{hidden} earlier not drawn here")), "{shown}");
    }
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    album(|_, stage| {
        for size in [(1, 1), (2, 2), (3, 40), (12, 8), (40, 3), (40, 10), (79, 23), (400, 120), (5, 5)] {
            page(stage, size, paint());
        }
    });
}
