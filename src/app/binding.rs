//! Keys that a person gives commands instead of their own.

use std::sync::Arc;

use thiserror::Error;

use super::key::{Code, KeyPress};
use super::key_name::KeyNameError;
use super::model::{CommandRow, Commands};
use super::moved_key::MovedKey;
use super::screen::Screen;
use super::{help, room, run};

/// The word that takes the keys of a command away.
const NO_KEY: &str = "none";

/// The screens on which the entry line may be away, so that a character alone can be a command.
const WITHOUT_ENTRY: &[Screen] = &[Screen::Map, Screen::Replay];

/// The letters that the entry line needs while Ctrl is held, and those that arrive as another key there.
const CTRL_OF_THE_LINE: &str = "abcdehijmuw";

/// The commands whose keys work over every popup, and so on every screen.
const EVERYWHERE: &[&str] = &[help::HELP.name, room::CURTAIN.name, room::SHOW.name];

/// The keys of a command, as a person has chosen them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyBinding {
    /// The name of the command.
    pub command: &'static str,
    /// The key; `None` for a command without a key.
    pub key: Option<KeyPress>,
    /// The character where nothing is being typed; `None` for a command without one.
    pub bare: Option<char>,
}

/// Why a command cannot have a key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BindingError {
    /// No command has this name.
    #[error("no command is called {typed:?}{}; Ctrl-P lists them", close(*near))]
    UnknownCommand {
        /// The name as it was written.
        typed: String,
        /// The name of a command that comes close.
        near: Option<&'static str>,
    },
    /// The text names no key.
    #[error(transparent)]
    UnknownKey(#[from] KeyNameError),
    /// The entry line, or every box, needs the key.
    #[error("{0} belongs to the line that is typed; free are F1 to F12, Ctrl and most letters, Alt and a letter")]
    NeededByLine(KeyPress),
    /// A character for a command that works where text is typed.
    #[error("{0:?} is typed as text where {1} works; give it a key with Ctrl or Alt, or an F key")]
    IsText(char, &'static str),
    /// Two keys, or two characters, for one command.
    #[error("a command has one key, and one character where nothing is typed")]
    TooMany,
}

fn close(near: Option<&'static str>) -> String {
    near.map(|near| format!(" (did you mean {near}?)")).unwrap_or_default()
}

/// A binding that is not used because its key is that of another command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedBinding {
    /// The index of the binding.
    pub index: usize,
    /// The key, as it is written.
    pub key: String,
    /// The command that has the key.
    pub taken_by: &'static str,
}

impl Commands {
    /// Reads the keys that were written for a command.
    ///
    /// # Errors
    /// When there is no such command, or it cannot have such keys.
    pub fn binding(&self, command: &str, typed: &[String]) -> Result<KeyBinding, BindingError> {
        let row = self.named(command).ok_or_else(|| self.unknown(command))?;
        let mut binding = KeyBinding { command: row.name, key: row.key, bare: row.bare };
        if let [only] = typed
            && only == NO_KEY
        {
            return Ok(KeyBinding { key: None, bare: None, ..binding });
        }
        let (mut keys, mut characters) = (0, 0);
        for text in typed {
            let key: KeyPress = text.parse()?;
            match key.typed() {
                Some(character) => {
                    may_be_character(row, character)?;
                    (binding.bare, characters) = (Some(character), characters + 1);
                }
                None => {
                    may_be_key(row, key)?;
                    (binding.key, keys) = (Some(key), keys + 1);
                }
            }
        }
        if keys > 1 || characters > 1 { Err(BindingError::TooMany) } else { Ok(binding) }
    }

    fn unknown(&self, typed: &str) -> BindingError {
        let names = self.rows.iter().map(|row| (strsim::damerau_levenshtein(typed, row.name), row.name));
        let near = names.min().filter(|(edits, name)| *edits <= CLOSE && *edits < name.len()).map(|(_, name)| name);
        BindingError::UnknownCommand { typed: typed.to_owned(), near }
    }

    /// Returns the commands with these keys, and the bindings that are not used because their keys are taken. Where two
    /// bindings have one key, the first is used.
    pub fn rebound(&self, bindings: &[KeyBinding]) -> (Self, Vec<RefusedBinding>) {
        let mut used: Vec<(usize, KeyBinding)> = bindings.iter().copied().enumerate().collect();
        let mut refused = Vec::new();
        loop {
            let rows: Vec<CommandRow> = self.rows.iter().map(|row| bound(row, &used)).collect();
            // A binding that is refused gives its command the old key back, which another binding may have taken.
            let Some((place, refusal)) = first_taken(&rows, &used) else {
                let moved = self.rows.iter().zip(&rows).filter_map(|(before, after)| moved(before, after));
                let moved = moved.collect::<Vec<_>>();
                refused.sort_by_key(|one: &RefusedBinding| one.index);
                return (Self { moved: Arc::from(moved), rows: rows.into() }, refused);
            };
            used.remove(place);
            refused.push(refusal);
        }
    }
}

/// Compares a command with what it was before; `None` if it has the key that it had.
fn moved(before: &CommandRow, after: &CommandRow) -> Option<MovedKey> {
    let was = before.key.filter(|key| after.key != Some(*key))?.to_string();
    // Every command can be typed, also one without a key.
    let now = after.key.map_or_else(|| format!("/{}", after.name), |key| key.to_string());
    let over_boxes = after.name == run::PANEL.name || EVERYWHERE.contains(&after.name);
    Some(MovedKey { screens: after.screens, over_boxes, was, now })
}

/// The maximum number of edits between a written name and that of a command that comes close.
const CLOSE: usize = 3;

fn bound(row: &CommandRow, used: &[(usize, KeyBinding)]) -> CommandRow {
    match used.iter().rev().find(|(_, binding)| binding.command == row.name) {
        Some((_, binding)) => CommandRow { key: binding.key, bare: binding.bare, ..*row },
        None => *row,
    }
}

/// Returns the last of these bindings whose key another command has too, with its place among them.
fn first_taken(rows: &[CommandRow], used: &[(usize, KeyBinding)]) -> Option<(usize, RefusedBinding)> {
    used.iter().enumerate().rev().find_map(|(place, (index, binding))| {
        let own = rows.iter().find(|row| row.name == binding.command)?;
        let other = rows.iter().find(|row| row.name != own.name && meet(own, row) && shared(own, row).is_some())?;
        let key = shared(own, other)?;
        Some((place, RefusedBinding { index: *index, key, taken_by: other.name }))
    })
}

/// Whether two commands work on one screen.
fn meet(one: &CommandRow, other: &CommandRow) -> bool {
    let everywhere = |row: &CommandRow| EVERYWHERE.contains(&row.name);
    everywhere(one) || everywhere(other) || one.screens.iter().any(|screen| other.screens.contains(screen))
}

/// Returns the key or character that two commands have both.
fn shared(one: &CommandRow, other: &CommandRow) -> Option<String> {
    let key = one.key.filter(|key| other.key == Some(*key)).map(|key| key.to_string());
    key.or_else(|| one.bare.filter(|bare| other.bare == Some(*bare)).map(String::from))
}

fn may_be_character(row: &CommandRow, character: char) -> Result<(), BindingError> {
    let never_typed = row.screens.iter().all(|screen| WITHOUT_ENTRY.contains(screen));
    if row.bare == Some(character) || never_typed { Ok(()) } else { Err(BindingError::IsText(character, row.name)) }
}

/// Whether a command may have this key. Its own key it may always have, also where another command may not.
fn may_be_key(row: &CommandRow, key: KeyPress) -> Result<(), BindingError> {
    let free = match key.code {
        Code::F(_) => !key.ctrl && !key.alt,
        Code::Up | Code::Down | Code::PageUp | Code::PageDown => key.ctrl != key.alt,
        Code::Char(c) if key.ctrl && !key.alt => match c {
            // Of the digits, only these arrive as themselves in every terminal.
            '4'..='7' | ' ' => true,
            letter => letter.is_ascii_lowercase() && !CTRL_OF_THE_LINE.contains(letter),
        },
        // Words are passed by b and f, and digits choose who speaks.
        Code::Char(c) if key.alt && !key.ctrl => c.is_alphabetic() && !"bf".contains(c),
        _ => false,
    };
    if free || row.key == Some(key) { Ok(()) } else { Err(BindingError::NeededByLine(key)) }
}

#[cfg(test)]
mod tests;
