//! A command is one entry: a made-up one is found by its key, in help, footer and palette, and opens its popup.

use adjacent::app::{
    Code, CommandRow, Commands, Effect, KeyPress, KeyboardHost, Model, Msg, Popup, Screen, Sheet, SheetPart, Then,
    commands, update,
};

use crate::keyboard::Console;
use crate::typing::Typing;

/// A made-up popup: it counts keys, and Enter copies how many there were.
#[derive(Debug, Default)]
struct KeyCounter {
    keys: usize,
}

impl Popup for KeyCounter {
    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        if key.code == Code::Enter {
            return Then::Close(vec![Effect::Copy(format!("{} keys on {:?}", self.keys, model.screen))]);
        }
        self.keys += 1;
        Then::stay()
    }

    fn sheet(&self, _model: &Model) -> Option<Sheet> {
        let rows = vec![format!("{} keys so far", self.keys), "Enter copies".to_owned()];
        Some(Sheet::list("a counter of keys", rows, 0, "any key counts"))
    }
}

fn count(model: &mut Model) -> Vec<Effect> {
    model.show(KeyCounter::default());
    Vec::new()
}

const MADE_UP: &[CommandRow] =
    &[CommandRow::new(11, "count-keys", "count the keys that are pressed", &[Screen::Run], count)
        .key(KeyPress::plain(Code::F(11)))
        .in_footer("counts")];

fn with_one_more() -> Console {
    let mut console = Console::at_home(Vec::new()).with_size(120, 40);
    console.enter().types("Spring review").enter().enter().enter().enter();
    let known = commands();
    console.model.commands = Commands::joined([known.all(), MADE_UP]);
    console.press(KeyPress::plain(Code::Esc));
    console
}

#[test]
fn a_made_up_command_stands_in_footer_help_and_palette_at_its_place() {
    let mut console = with_one_more();
    assert!(console.screen().contains("? help  /count-keys counts"), "{}", console.screen());
    console.press(KeyPress::plain(Code::F(1)));
    let help = console.screen();
    let row = help
        .lines()
        .position(|line| line.contains("/count-keys                   count the keys that are pressed (F11)"));
    let first = help.lines().position(|line| line.contains("?          /help              help for this screen (F1)"));
    assert_eq!(row, first.map(|first| first + 1), "{help}");
    console.press(KeyPress::plain(Code::Esc)).press(KeyPress::ctrl('p')).types("count the");
    assert!(console.screen().contains("count the keys that are pressed"), "{}", console.screen());
    console.enter();
    assert!(console.screen().contains("a counter of keys"), "{}", console.screen());
}

#[test]
fn a_made_up_popup_takes_keys_is_drawn_and_answers_with_effects() {
    let mut console = with_one_more();
    console.press(KeyPress::plain(Code::F(11))).types("ab");
    assert!(console.screen().contains("2 keys so far") && console.screen().contains("any key counts"));
    let now = console.model.now;
    let effects = update(&mut console.model, Msg::Key(KeyPress::plain(Code::Enter)), now);
    assert_eq!(effects, [Effect::Copy("2 keys on Run".to_owned())]);
    assert!(console.model.popup.is_none());
    console.press(KeyPress::plain(Code::F(11))).press(KeyPress::plain(Code::Esc));
    assert!(console.model.popup.is_none());
}

#[test]
fn a_made_up_command_waits_while_answers_are_collected() {
    let mut console = with_one_more();
    console.press(KeyPress::plain(Code::F(6))).enter().press(KeyPress::plain(Code::F(11)));
    assert!(console.model.popup.is_none());
    assert!(console.notice().starts_with("Answers are being collected"), "{}", console.notice());
}

/// The console on each of its screens, as far as its help is concerned.
fn on_each_screen() -> impl Iterator<Item = Console> {
    Screen::ALL.iter().map(|screen| {
        let mut console = Console::at_home(Vec::new());
        console.model.screen = *screen;
        console
    })
}

#[test]
fn every_command_has_a_key_that_arrives_everywhere_or_a_name_that_runs_it() {
    for console in on_each_screen() {
        let model = &console.model;
        for row in model.commands.on(model.screen) {
            let pressed = row.pressed(model);
            let named = (pressed == "?" || pressed.starts_with('/')) && model.takes_names();
            let bare = row.bare.is_some_and(|bare| pressed == bare.to_string() || (bare == ' ' && pressed == "space"));
            let key = pressed.parse().is_ok_and(|key: KeyPress| model.keyboard.delivers(key));
            assert!(named || bare || key, "{} on {:?} is told as {pressed}", row.name, model.screen);
        }
    }
}

#[test]
fn every_command_has_a_line_in_the_help_of_each_of_its_screens() {
    for mut console in on_each_screen() {
        console.press(KeyPress::plain(Code::F(1)));
        let model = &console.model;
        let sheet = model.popup.as_ref().and_then(|popup| popup.sheet(model)).unwrap();
        for row in model.commands.on(model.screen) {
            let name = format!("/{}", row.name);
            let has_line = sheet.body.iter().any(|part| match part {
                SheetPart::Hanging(head, says) => {
                    head.iter().any(|(text, _)| text.trim() == name) && says.starts_with(row.words)
                }
                _ => false,
            });
            assert!(has_line, "{name} has no line in the help of {:?}", model.screen);
        }
    }
}

#[test]
fn no_help_sends_anybody_to_a_file_that_comes_with_the_sources_alone() {
    for mut console in on_each_screen() {
        console.press(KeyPress::plain(Code::F(1)));
        let sheet = console.model.popup.as_ref().and_then(|popup| popup.sheet(&console.model)).unwrap();
        let text = format!("{:?}", sheet.body);
        assert!(text.contains("adjacent doctor --keys") && !text.contains("docs/"), "{text}");
    }
}

#[test]
fn every_command_stands_with_its_keys_in_the_page_about_keys() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/keys.md")).unwrap();
    let expected: Vec<String> =
        commands().all().iter().map(|row| format!("| `/{}` | {} | {} |", row.name, row.keys(), row.words)).collect();
    let missing: Vec<&String> = expected.iter().filter(|row| !page.lines().any(|line| line == **row)).collect();
    assert!(missing.is_empty(), "docs/keys.md lacks:\n{missing:#?}");
    let listed = page.lines().filter(|line| line.starts_with("| `/")).count();
    assert_eq!(listed, expected.len(), "docs/keys.md lists a command that there is not");
}

#[test]
fn where_the_terminal_speaks_the_keyboard_protocol_every_key_is_named() {
    let mut console = with_one_more();
    console.model.keyboard.protocol = true;
    assert!(console.screen().contains("F1 help  F11 counts"), "{}", console.screen());
}

#[test]
fn a_key_that_the_program_around_takes_is_not_named_at_the_foot() {
    let mut console = with_one_more();
    assert!(console.screen().contains("PgDn next step"));
    console.model.keyboard.hosts = vec![KeyboardHost::MacTerminal];
    assert!(console.screen().contains("/next-step") && !console.screen().contains("PgDn"), "{}", console.screen());
}

#[test]
fn without_a_line_to_type_in_a_slash_finds_commands_and_a_question_mark_is_the_help() {
    let mut console = Console::at_home(Vec::new());
    console.press(KeyPress::plain(Code::F(3)));
    assert_eq!(console.model.screen, Screen::Map);
    console.types("?");
    assert!(console.screen().contains("help: "), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).types("/table").enter();
    assert_eq!(console.model.map.view, adjacent::app::map::View::Table);
}

#[test]
fn in_a_box_the_key_of_the_palette_explains_it_where_the_key_of_the_help_does_not_arrive() {
    let mut console = with_one_more();
    console.press(KeyPress::ctrl('s')).press(KeyPress::ctrl('p'));
    assert!(console.screen().contains("help for the box"), "{}", console.screen());
    console.press(KeyPress::plain(Code::Esc)).types("?");
    assert!(console.screen().contains("help for the box"), "{}", console.screen());
}
