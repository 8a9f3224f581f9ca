//! The palette: finds a command of a screen by parts of its words.

use super::command::PALETTE;
use super::door::also_called;
use super::effect::Effect;
use super::entry::Entry;
use super::key::{Code, KeyPress};
use super::model::{CommandRow, Model, Popup, Then};
use super::screen::Screen;
use super::sheet::{EntryPlace, Sheet, SheetEntry};

/// The commands of the palette.
pub(super) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(20, PALETTE, "find any command by its name", Screen::ALL, show)
        .key(KeyPress::ctrl('p'))
        .bare('/')
        .in_footer("commands")
        .while_collecting()];

/// The width of the palette, and of its column with what is pressed, in cells.
const WIDTH: u16 = 74;
const PRESSED: usize = 18;

/// The state of the palette: an entry line, and the selected command among those found.
#[derive(Debug, Default)]
struct Palette {
    entry: Entry,
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    model.show(Palette::default());
    Vec::new()
}

impl Palette {
    /// Returns the commands whose words or names contain everything typed: those that are called so first, then those
    /// with a word that begins with the text.
    fn found(&self, model: &Model) -> Vec<CommandRow> {
        let typed = self.entry.text().trim().to_lowercase();
        let wanted = typed.strip_prefix('/').unwrap_or(&typed).replace('-', " ");
        let names = |row: &CommandRow| {
            let also = also_called(row.name).map(str::to_owned);
            std::iter::once(row.name.replace('-', " ")).chain(also).collect::<Vec<_>>()
        };
        let holds = |row: &&CommandRow| {
            let names = names(row);
            let all = |text: &str| wanted.split_whitespace().all(|part| text.contains(part));
            all(row.words) || names.iter().any(|name| all(name))
        };
        let rank = |row: &CommandRow| {
            let begins =
                |text: &str| wanted.split_whitespace().all(|part| text.split(' ').any(|word| word.starts_with(part)));
            let names = names(row);
            match () {
                () if names.contains(&wanted) => 0,
                () if row.words.starts_with(wanted.as_str()) => 1,
                () if begins(row.words) => 2,
                () if names.iter().any(|name| begins(name)) => 3,
                () => 4,
            }
        };
        let mut found: Vec<CommandRow> = model.commands.on(model.screen).filter(holds).copied().collect();
        found.sort_by_key(rank);
        found
    }
}

/// Returns what to press for a command without the palette: its key, or its name.
fn pressed_below(row: &CommandRow, model: &Model) -> String {
    let (pressed, palette) = (row.pressed(model), model.commands.named(PALETTE).and_then(|palette| palette.key));
    if palette.is_some_and(|key| key.to_string() == pressed) { row.typed() } else { pressed }
}

impl Popup for Palette {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Every command that works on this screen, with its key. Type part of what it",
            "does; Enter runs the marked one. / and a name in the entry line does the same.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let rows = self.found(model);
        if key.code == Code::Enter {
            return Then::Close(rows.get(self.selected).map_or_else(Vec::new, |row| row.run(model)));
        }
        match key.moved(self.selected, rows.len()) {
            Some(selected) => self.selected = selected,
            None => {
                self.entry.press(key);
                self.selected = 0;
            }
        }
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let row = |row: CommandRow| format!("{:<PRESSED$} {}", pressed_below(&row, model), row.words);
        let rows = self.found(model).into_iter().map(row).collect();
        let hint = "type part of it, Enter does it, Esc leaves it";
        let entry = SheetEntry { entry: self.entry.clone(), place: EntryPlace::Top, veiled: false };
        let list = Sheet::list("all commands", rows, self.selected, hint);
        Some(Sheet { width: Some(WIDTH), entry: Some(entry), ..list })
    }
}
