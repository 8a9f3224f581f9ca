//! A command is one entry: a made-up one is found by its key, in help, footer and palette, and opens its popup.

use adjacent::app::{
    Code, CommandRow, Commands, Effect, KeyPress, Model, Msg, Popup, Screen, Sheet, Then, commands, update,
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
    assert!(console.screen().contains("F1 help  F11 counts"), "{}", console.screen());
    console.press(KeyPress::plain(Code::F(1)));
    let help = console.screen();
    let row = help.lines().position(|line| line.contains("F11        count the keys that are pressed"));
    let first = help.lines().position(|line| line.contains("F1         help for this screen"));
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
