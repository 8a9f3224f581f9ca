//! Every screen as it is drawn, with its colours, at the smallest size that counts and at a generous one.

use std::fmt::Write;

use adjacent::app::{Code, KeyPress, KnownSession};
use adjacent::record::SessionKind;
use adjacent::theme::{Depth, Theme};
use insta::assert_snapshot;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;

use crate::drawn::{rows, themes};
use crate::keyboard::{Console, Disk};
use crate::typing::Typing;

/// A workshop that is some lines into its second step.
fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter();
    console.paste("Mei, claims lead @ Claims\nTom, contact centre manager @ Contact Centre").enter().enter().enter();
    console.says("Service bot").press(KeyPress::plain(Code::PageDown));
    for line in [
        "tom> @Contact Centre owns Service bot",
        "tom> Service bot -> less handle time, more repeat calls : seen",
        "tom> repeat calls -> queue pressure : ++ seen",
        "mei> queue pressure -> Service bot : + 2w",
        "mei> Service bot -> customer trust : - guess \"it sounds canned\"",
        "tom> no .",
        "Service bot needs customer history",
        "A -> A : +",
    ] {
        console.says(line);
    }
    console
}

fn known(id: &str, title: &str, kind: SessionKind, closed: bool) -> KnownSession {
    let day = jiff::civil::date(2026, 11, 12);
    KnownSession {
        id: id.into(),
        title: title.into(),
        day,
        kind,
        closed,
        waits: false,
        private: false,
        gathering: None,
    }
}

#[test]
fn home_for_somebody_who_is_here_for_the_first_time() {
    assert_snapshot!(painted(&Console::at_home(Vec::new())));
}

#[test]
fn home_for_somebody_who_has_worked_here_before() {
    let sessions = vec![
        known("a", "Spring review", SessionKind::Workshop, false),
        known("b", "Service bot: next door", SessionKind::Solo, true),
    ];
    assert_snapshot!(painted(&Console::at_home(sessions)));
}

#[test]
fn the_run_screen_between_two_lines() {
    assert_snapshot!(painted(&workshop()));
}

#[test]
fn the_run_screen_while_a_line_is_typed() {
    let mut console = workshop();
    console.types("mei> queue press");
    assert_snapshot!(painted(&console));
}

#[test]
fn the_run_screen_has_three_columns_when_there_is_room() {
    assert_snapshot!(workshop().with_size(160, 50).screen());
}

#[test]
fn the_run_screen_in_forty_by_ten_still_asks_reads_and_answers() {
    assert_snapshot!(workshop().with_size(40, 10).screen());
}

#[test]
fn the_run_screen_when_a_line_could_not_be_saved() {
    let mut console = workshop();
    console.disk = Disk::Fails("the disk is full; free some space, then press Enter again");
    console.says("Service bot -> overtime : +");
    assert_snapshot!(painted(&console));
}

#[test]
fn the_run_screen_after_a_line_was_taken_back() {
    let mut console = workshop();
    console.press(KeyPress::ctrl('z'));
    assert_snapshot!(painted(&console));
}

#[test]
fn the_script_beside_what_was_said() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(2)));
    assert_snapshot!(painted(&console));
}

#[test]
fn the_map() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(3)));
    assert_snapshot!(painted(&console));
}

#[test]
fn every_layer() {
    let mut screens = String::new();
    let layers = [
        ("help", KeyPress::plain(Code::F(1))),
        ("palette", KeyPress::ctrl('p')),
        ("steps", KeyPress::ctrl('g')),
        ("speaker", KeyPress::ctrl('s')),
        ("kinds", KeyPress::ctrl('k')),
        ("setup", KeyPress::plain(Code::F(4))),
        ("leave", KeyPress::ctrl('q')),
    ];
    for (name, key) in layers {
        let mut console = workshop();
        console.says("Zorp -> blim : feeds").press(key);
        let _ = writeln!(screens, "== {name}\n{}", console.screen());
    }
    let mut console = workshop();
    console.paste("Bot A -> Trust : -\nBot B -> Trust : +\nBot C needs data");
    let _ = writeln!(screens, "== pasted\n{}", console.screen());
    assert_snapshot!(screens);
}

#[test]
fn every_theme_paints_the_same_words_in_its_own_colours() {
    let console = workshop();
    let mut legend = String::new();
    let mut words: Option<Vec<String>> = None;
    for theme in themes() {
        let buffer = console.buffer(theme, Depth::True);
        let drawn = rows(&buffer);
        assert_eq!(*words.get_or_insert_with(|| drawn.clone()), drawn, "{}", theme.name);
        let _ = writeln!(legend, "== {}\n{}", theme.name, styles(&buffer));
    }
    assert_snapshot!(legend);
}

#[test]
fn without_colour_nothing_is_coloured_and_nothing_is_missing() {
    let console = workshop();
    for theme in themes() {
        let mono = console.buffer(theme, Depth::Mono);
        assert!(mono.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset), "{}", theme.name);
        assert_eq!(rows(&mono), rows(&console.buffer(theme, Depth::True)), "{}", theme.name);
    }
}

#[test]
fn no_size_is_too_small_or_too_large_to_draw() {
    let mut console = workshop();
    for layer in [
        None,
        Some(KeyPress::plain(Code::F(1))),
        Some(KeyPress::ctrl('p')),
        Some(KeyPress::ctrl('g')),
        Some(KeyPress::plain(Code::F(4))),
    ] {
        if let Some(key) = layer {
            console.press(KeyPress::plain(Code::Esc)).press(key);
        }
        for (columns, rows) in [(1, 1), (2, 2), (3, 40), (40, 3), (40, 10), (79, 23), (81, 25), (500, 200), (5, 5)] {
            console = console.with_size(columns, rows);
            let buffer = console.buffer(&themes()[0], Depth::True);
            assert_eq!((buffer.area.width, buffer.area.height), (columns, rows));
        }
    }
}

/// The screen as text, then every run of cells that does not look like plain text.
pub(crate) fn painted(console: &Console) -> String {
    let theme: &Theme = &themes()[0];
    let buffer = console.buffer(theme, Depth::True);
    format!("{}\n-- looks\n{}", rows(&buffer).join("\n"), styles(&buffer))
}

fn styles(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let mut text = String::new();
    for (row, cells) in buffer.content.chunks(width).enumerate() {
        let mut at = 0;
        while let Some(first) = cells.get(at) {
            let run = cells[at..].iter().take_while(|cell| look(cell) == look(first)).count();
            let words: String = cells[at..at + run].iter().map(Cell::symbol).collect();
            if !words.trim().is_empty() {
                let _ = writeln!(text, "{row:>2} {:<24} {}", look(first), words.trim());
            }
            at += run;
        }
    }
    text
}

fn look(cell: &Cell) -> String {
    let colour = |colour: Color| match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => other.to_string(),
    };
    format!("{}/{} {:?}", colour(cell.fg), colour(cell.bg), cell.modifier).replace("NONE", "")
}
