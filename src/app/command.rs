//! Commands: acts that a key or a row of the palette runs.

use std::sync::Arc;

use super::door;
use super::effect::Effect;
use super::key::KeyPress;
use super::model::{CommandRow, Commands, Model};
use super::screen::{Screen, Tone};

/// The name of the command that finds every other one.
pub(super) const PALETTE: &str = "palette";

impl CommandRow {
    /// Returns a command without keys, which is blocked while answers are collected.
    pub const fn new(
        place: u16,
        name: &'static str,
        words: &'static str,
        screens: &'static [Screen],
        run: fn(&mut Model) -> Vec<Effect>,
    ) -> Self {
        Self { place, name, words, short: "", key: None, bare: None, screens, while_collecting: false, run }
    }

    /// Adds a key to the command.
    #[must_use]
    pub const fn key(self, key: KeyPress) -> Self {
        Self { key: Some(key), ..self }
    }

    /// Adds a character that runs the command where nothing is being typed.
    #[must_use]
    pub const fn bare(self, bare: char) -> Self {
        Self { bare: Some(bare), ..self }
    }

    /// Shows the command in the footer, with these words.
    #[must_use]
    pub const fn in_footer(self, short: &'static str) -> Self {
        Self { short, ..self }
    }

    /// Lets the command work while answers are collected.
    #[must_use]
    pub const fn while_collecting(self) -> Self {
        Self { while_collecting: true, ..self }
    }

    /// Returns what to press or to type here, in a form that reaches the program from every terminal: the command's
    /// character where nothing is being typed, else its key if the terminal sends that, else its name, else the key of
    /// the palette.
    pub fn pressed(&self, model: &Model) -> String {
        let bare = self.bare.filter(|_| !model.is_typing());
        let key = self.key.filter(|key| model.keyboard.delivers(*key));
        let palette = || model.commands.named(PALETTE).filter(|_| !model.takes_names())?.key;
        match (bare, key.or_else(palette)) {
            (Some(bare), _) => named_character(bare),
            (None, Some(key)) => key.to_string(),
            (None, None) => self.typed(),
        }
    }

    /// Returns every key of the command, as the manual lists them: its character, then its key; empty for none.
    pub fn keys(&self) -> String {
        let bare = self.bare.map(named_character);
        let key = self.key.map(|key| key.to_string());
        bare.into_iter().chain(key).collect::<Vec<_>>().join(", ")
    }

    /// Returns what is typed on an empty line to run the command: its one-character word if it has one, else its name.
    pub fn typed(&self) -> String {
        door::word_for(self.name).map_or_else(|| format!("/{}", self.name), str::to_owned)
    }

    /// Returns the key that runs the command too, in terminals that send it; `None` where there is none, or where
    /// [`pressed`](Self::pressed) names it already. For a key with Alt there is Esc as well.
    pub fn pressed_elsewhere(&self, model: &Model) -> Option<String> {
        let key = self.key.filter(|key| key.to_string() != self.pressed(model))?;
        let without = KeyPress { alt: false, ..key };
        let with_esc = key.alt && model.screen == Screen::Run;
        Some(if with_esc { format!("{key}, or Esc and then {without}") } else { key.to_string() })
    }

    /// Whether the command is blocked because answers are being collected.
    pub fn waits(&self, model: &Model) -> bool {
        model.collects_answers() && !self.while_collecting
    }

    /// Runs the command; where it is blocked, tells so instead.
    pub fn run(&self, model: &mut Model) -> Vec<Effect> {
        if self.waits(model) {
            model.tell(Tone::Plain, "Answers are being collected: F6 goes on to showing or dropping them.");
            return Vec::new();
        }
        (self.run)(model)
    }
}

fn named_character(bare: char) -> String {
    if bare == ' ' { "space".to_owned() } else { bare.to_string() }
}

impl Commands {
    /// Joins several lists of commands, ordered by their places.
    pub fn joined<'a>(lists: impl IntoIterator<Item = &'a [CommandRow]>) -> Self {
        let mut rows: Vec<CommandRow> = lists.into_iter().flatten().copied().collect();
        rows.sort_by_key(|row| row.place);
        Self { rows: rows.into(), moved: Arc::from([]) }
    }

    /// Returns every command.
    pub fn all(&self) -> &[CommandRow] {
        &self.rows
    }

    /// Returns the command with this name.
    pub fn named(&self, name: &str) -> Option<&CommandRow> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// Whether a key is that of the command with this name.
    pub(super) fn is_key_of(&self, name: &str, key: KeyPress) -> bool {
        self.named(name).is_some_and(|row| row.key == Some(key))
    }

    /// Returns the commands that work on a screen.
    pub fn on(&self, screen: Screen) -> impl Iterator<Item = &CommandRow> {
        self.rows.iter().filter(move |row| row.screens.contains(&screen))
    }

    /// Returns the command that a key runs on a screen.
    pub fn for_key(&self, screen: Screen, key: KeyPress) -> Option<CommandRow> {
        self.on(screen).find(|row| row.key == Some(key)).copied()
    }

    /// Returns the command that a character runs on a screen where nothing is being typed.
    pub fn for_character(&self, screen: Screen, key: KeyPress) -> Option<CommandRow> {
        let typed = key.typed()?;
        self.on(screen).find(|row| row.bare == Some(typed)).copied()
    }
}
