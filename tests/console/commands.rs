//! A command is one entry: a made-up one is found by its key, in help, footer and palette, and opens its popup.

use adjacent::app::{
    Code, CommandRow, Commands, Effect, Key, Model, Popup, Screen, Sheet, Then, commands,
};

use crate::Console;

/// A made-up popup: it counts keys, and Enter copies how many there were.
#[derive(Debug, Default)]
struct Counter {
    keys: usize,
}

impl Popup for Counter {
    fn key(&mut self, model: &mut Model, key: Key) -> Then {
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
    model.show(Counter::default());
    Vec::new()
}

const MADE_UP: &[CommandRow] =
    &[CommandRow::new(11, "count-keys", "count the keys that are pressed", &[Screen::Run], count)
        .key(Key::plain(Code::F(11)))
        .in_footer("count")];

fn with_one_more() -> Console {
    let mut console = Console::begun();
    let known = commands();
    console.model.commands = Commands::joined([known.all(), MADE_UP]);
    console
}
