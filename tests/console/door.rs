//! `/` and the name of a command is that command; before a name in a line with an arrow it stays a sigil.

use adjacent::app::{Code, Effect, KeyPress, Screen};
use adjacent::record::Kind;

use crate::keyboard::Console;
use crate::typing::Typing;

fn workshop() -> Console {
    let mut console = Console::at_home(Vec::new());
    console.enter().types("Spring review").enter().enter().enter().enter();
    console
}

#[test]
fn the_name_of_a_command_behind_a_slash_is_that_command() {
    let mut console = workshop();
    console.says("Service bot -> Trust : -").says("/undo");
    assert_eq!((console.lines().len(), console.model.entry.text()), (0, ""));
    console.says("/redo");
    assert_eq!(console.lines().len(), 1);
    console.says("/map");
    assert_eq!(console.model.screen, Screen::Map);
    console.press(KeyPress::plain(Code::F(3))).says("/Offers");
    assert_eq!(console.notice(), "No line waits: nothing is offered for any text.");
    console.says("/why");
    assert!(console.screen().contains("why the last line was read so"), "{}", console.screen());
}

#[test]
fn names_are_shown_under_the_line_while_one_is_typed_and_tab_types_the_first() {
    let mut console = workshop();
    console.types("/");
    assert!(console.screen().contains("Tab /help  /palette"), "{}", console.screen());
    console.types("undx").press(KeyPress::plain(Code::Backspace));
    let screen = console.screen();
    assert!(screen.contains("Tab /undo") && screen.contains("Enter after /undo: take back the last line"), "{screen}");
    console.press(KeyPress::plain(Code::Tab));
    assert_eq!(console.model.entry.text(), "/undo");
}

#[test]
fn an_unknown_name_alone_is_neither_run_nor_recorded_and_what_comes_close_is_named() {
    let mut console = workshop();
    console.says("/udno");
    assert!(console.notice().starts_with("No command is called /udno: nothing was recorded. Close: /undo"));
    assert_eq!((console.lines().len(), console.model.entry.text()), (0, "/udno"));
    console.press(KeyPress::ctrl('u')).says("/Triage");
    assert!(console.notice().ends_with("nothing was recorded. Ctrl-P lists all."), "{}", console.notice());
    assert!(console.lines().is_empty());
}

#[test]
fn plots_open_the_first_of_them_and_the_palette_finds_it() {
    let mut console = workshop();
    console.says("/plots");
    assert!(console.model.popup.is_some(), "{}", console.screen());
    assert_eq!(console.model.entry.text(), "");
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('p')).types("plot");
    assert!(console.screen().contains("levers: how easy against how much worth"), "{}", console.screen());
}

#[test]
fn before_a_name_in_a_line_with_an_arrow_or_a_verb_it_stays_the_sigil_of_a_process() {
    let mut console = workshop();
    console.says("/Map making -> more speed").says("/Undo needs training data").says("/Check -> less trust");
    let ledger = console.model.run.as_ref().unwrap().recording.ledger();
    for process in ["Map making", "Undo", "Check"] {
        assert_eq!(ledger.thing(process).unwrap().kind, Kind::Process, "{process}");
    }
}

#[test]
fn help_and_quit_alone_are_commands_and_in_brackets_or_a_sentence_they_are_words() {
    let mut console = workshop();
    console.says("?");
    assert!(console.screen().contains("help: "), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).says("HELP");
    assert!(console.screen().contains("help: "), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).says("quit");
    assert!(console.model.popup.is_some(), "leaving is asked about first");
    console.press(KeyPress::plain(Code::Esc));
    assert!(console.lines().is_empty());
    console.says("help desk -> more calls");
    assert!(console.lines()[0].ends_with("help desk -> more calls"));
    assert!(!console.chores.contains(&Effect::Leave));
}

#[test]
fn the_door_is_open_on_the_first_screen_too() {
    let mut console = Console::at_home(Vec::new());
    console.says("help");
    assert!(console.screen().contains("help: "), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).says("/themee");
    assert!(console.notice().contains("/theme"), "{}", console.notice());
    assert!(console.model.run.is_none());
}

#[test]
fn an_answer_that_is_collected_is_never_taken_for_a_command() {
    let mut console = workshop();
    console.press(KeyPress::plain(Code::F(6))).enter().says("help").says("/undo");
    assert!(console.model.popup.is_none());
    assert!(console.chores.iter().any(|chore| matches!(chore, Effect::KeepHidden(_))));
    assert!(console.lines().is_empty());
}

#[test]
fn on_the_first_screen_and_on_the_map_the_names_stand_under_the_line_too() {
    let mut console = Console::at_home(Vec::new());
    console.types("/them");
    assert!(console.screen().contains("Tab /theme"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Tab));
    assert_eq!(console.model.entry.text(), "/theme");
    let mut console = workshop();
    console.says("Service bot -> Trust : -").says("/map").types("/rip");
    assert!(console.screen().contains("Enter after /ripple"), "{}", console.screen());
}

#[test]
fn a_question_mark_alone_says_what_it_is_before_enter() {
    let mut console = workshop();
    console.types("?");
    assert!(console.screen().contains("Enter after ?: help for this screen"), "{}", console.screen());
    console.types(" who tells Retention");
    assert!(!console.screen().contains("Enter after ?"), "{}", console.screen());
}

#[test]
fn esc_puts_the_name_of_a_command_away() {
    let mut console = workshop();
    console.says("/udno").press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.entry.text(), "");
    console.types("Service bot").press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.entry.text(), "Service bot", "a line is never lost by Esc");
}

/// On the map of a session in which a line was said.
fn on_map() -> Console {
    let mut console = workshop();
    console.says("Service bot -> Trust : -").says("/map");
    console
}

#[test]
fn on_the_map_esc_drops_a_command_however_it_goes_on() {
    for typed in ["/one-window", "/one-window ", "/vote ", "/one-window /map"] {
        let mut console = on_map();
        console.types(typed);
        assert!(!console.screen().contains("Named:"), "{typed}: {}", console.screen());
        console.press(KeyPress::plain(Code::Esc));
        assert_eq!((console.model.entry.text(), console.model.screen), ("", Screen::Map), "{typed}");
        assert_eq!(console.lines().len(), 1);
    }
}

#[test]
fn a_command_with_another_one_behind_it_is_never_recorded() {
    for line in ["/one-window /map", "/vote /map", "/next-step now"] {
        for open in [workshop as fn() -> Console, on_map] {
            let mut console = open();
            let before = console.lines().len();
            console.says(line);
            assert_eq!(console.lines().len(), before, "{line}");
            assert!(console.notice().contains("takes nothing behind it"), "{line}: {}", console.notice());
        }
    }
}

#[test]
fn on_the_map_esc_says_why_it_keeps_a_line_that_was_said() {
    let mut console = on_map();
    console.types("what they said there").press(KeyPress::plain(Code::Esc)).press(KeyPress::plain(Code::Esc));
    assert_eq!(console.model.entry.text(), "what they said there");
    assert!(console.notice().contains("Ctrl-U drops it"), "{}", console.notice());
}

#[test]
fn a_command_of_another_screen_says_where_it_works() {
    let mut console = workshop();
    console.says("Service bot -> Trust : -").says("/map").says("/room-views");
    assert_eq!(console.notice(), "/room-views does not work on the map: Esc drops it, /map goes back to the talk.");
    assert_eq!(console.lines().len(), 1);
}
