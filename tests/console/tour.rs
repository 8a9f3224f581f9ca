//! The tour: it waits for what happens, however it is done, tells what was seen, and goes on.

use adjacent::app::{Code, Effect, KeyPress, Msg, OpenSession, Screen, TOUR, TourGoal, commands};
use adjacent::store::samples;

use crate::keyboard::Console;
use crate::typing::Typing;

/// A console on the tour, on the sample, in a window of this size.
fn on_tour_in(columns: u16, rows: u16) -> Console {
    let mut console = Console::at_home(Vec::new()).with_size(columns, rows);
    console.model.begin_tour();
    let sample = samples::all().remove(0);
    console.happen(Msg::Opened(Box::new(OpenSession { writable: true, ..OpenSession::alone(sample) })));
    console
}

fn on_tour() -> Console {
    on_tour_in(80, 24)
}

/// Says that the panel shows this step.
#[track_caller]
fn at(console: &Console, name: &str) {
    let screen = console.screen();
    let at = TOUR.iter().position(|step| step.name == name).unwrap() + 1;
    assert!(screen.contains(&format!("tour, {at} of {}: {name}", TOUR.len())), "not at {name}:\n{screen}");
}

/// The text of the screen in one line.
fn reads(console: &Console) -> String {
    console.screen().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn saves_settings(console: &mut Console) {
    let settings = console.model.settings_asked.clone().unwrap();
    console.happen(Msg::SettingsSaved(settings));
}

#[test]
fn the_whole_tour_is_walked_in_the_smallest_usual_window_without_function_keys_and_without_alt() {
    let mut console = on_tour();
    at(&console, "capture");
    assert!(reads(&console).contains("service bot -> fewer branch visits"), "{}", console.screen());
    console.says("service bot -> fewer branch visits");
    at(&console, "correct");
    assert!(reads(&console).contains(TOUR[0].told), "{}", console.screen());
    console.says("/fix").types(" : seen").enter();
    at(&console, "who speaks");
    console.says("tom> service bot -> more repeat calls");
    at(&console, "map");
    console.says("/map");
    at(&console, "findings");
    console.says("/findings");
    at(&console, "the room");
    console.code(Code::Esc).says("/map");
    at(&console, "the room");
    console.says("/one-window");
    saves_settings(&mut console);
    at(&console, "your own screen");
    console.says("/one-window");
    saves_settings(&mut console);
    at(&console, "minutes");
    console.says("/read-minutes");
    at(&console, "replay");
    assert!(console.screen().contains("The minutes as they stand"), "the panel covers no box:\n{}", console.screen());
    console.code(Code::Esc).says("/look-back");
    at(&console, "leave");
    assert_eq!(console.model.screen, Screen::Replay);
    console.press(KeyPress::ctrl('q')).enter();
    assert!(console.chores.contains(&Effect::Leave));
}

#[test]
fn whatever_brings_it_about_counts() {
    let mut console = on_tour();
    console.says("tom> service bot -> fewer branch visits");
    console.press(KeyPress::ctrl('z'));
    at(&console, "who speaks");
    console.press(KeyPress::ctrl('s'));
    at(&console, "who speaks");
    console.types("1").says("churn model -> more calls");
    at(&console, "map");
    console.code(Code::F(3)).code(Code::F(10));
    at(&console, "the room");
    console.code(Code::Esc).says("/tour-on");
    at(&console, "minutes");
    console.says("/tour-back");
    at(&console, "the room");
    console.says("/tour-on");
    console.code(Code::F(3)).code(Code::F(9));
    at(&console, "replay");
}

#[test]
fn what_is_no_answer_to_a_step_changes_nothing() {
    let mut console = on_tour();
    console.says("/map").says("/findings").code(Code::Esc).says("/map").says("park the decks").says("hm, who knows");
    at(&console, "capture");
}

#[test]
fn steps_are_skipped_and_gone_back_to_and_a_step_gone_back_to_waits_again() {
    let mut console = on_tour();
    console.says("/tour-back");
    assert_eq!(console.notice(), "This is the first step.");
    for name in ["correct", "who speaks", "map"] {
        console.says("/tour-on");
        at(&console, name);
    }
    console.says("/map");
    at(&console, "findings");
    console.says("/tour-back");
    at(&console, "map");
    console.wait(1);
    at(&console, "map");
    console.says("/map").says("/map");
    at(&console, "findings");
    for _ in 0..TOUR.len() {
        console.says("/tour-on");
    }
    at(&console, "leave");
    assert_eq!(console.notice(), "That was the last step; Ctrl-Q leaves.");
}

#[test]
fn where_nothing_is_typed_one_character_skips_or_goes_back() {
    let mut console = on_tour();
    console.says("/look-back").types(")");
    at(&console, "correct");
    console.types("(");
    at(&console, "capture");
}

#[test]
fn every_command_that_a_step_names_is_one_and_the_last_step_leaves() {
    let names: Vec<&str> = commands().all().iter().map(|row| row.name).collect();
    for (at, step) in TOUR.iter().enumerate() {
        for word in step.asks.split(|c: char| c.is_whitespace() || "(),.;:".contains(c)) {
            if let Some(name) = word.strip_prefix('/') {
                assert!(names.contains(&name), "{name}");
            }
        }
        assert_eq!(matches!(step.goal, TourGoal::Left), at + 1 == TOUR.len(), "{}", step.name);
    }
}

#[test]
fn the_commands_of_the_tour_are_there_on_a_tour_alone() {
    assert!(commands().all().iter().all(|row| !row.name.starts_with("tour-")));
    let mut console = on_tour();
    let mut keys: Vec<_> = console.model.commands.all().iter().map(|row| (row.place, row.name)).collect();
    let all = keys.len();
    keys.dedup_by_key(|(place, _)| *place);
    assert_eq!(keys.len(), all, "every command has a place of its own");
    for screen in Screen::ALL {
        for bare in ['(', ')'] {
            let with = console.model.commands.on(*screen).filter(|row| row.bare == Some(bare)).count();
            assert_eq!(with, 1, "{bare} on {screen:?}");
        }
    }
    console.press(KeyPress::ctrl('p')).types("tour");
    assert!(console.screen().contains("tour: go on to the next step"), "{}", console.screen());
}

#[test]
fn in_a_window_of_any_size_the_panel_leaves_half_of_it() {
    for (columns, rows) in [(40, 10), (80, 12), (20, 6), (160, 50), (1, 1)] {
        let mut console = on_tour_in(columns, rows);
        console.says("service bot -> fewer branch visits");
        let screen = console.screen();
        let panel = screen.lines().position(|line| line.contains("── tour")).map_or(0, |row| row + 1);
        assert!(panel <= usize::from(rows / 2), "{columns}x{rows}:\n{screen}");
    }
}
