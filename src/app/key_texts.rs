//! Texts that name keys of commands. They are written with the keys that commands have by default; where a command has
//! another key by configuration, the screen names that one.

use std::borrow::Cow;

use super::key::KeyPress;
use super::model::{CommandRow, Commands};
use super::screen::Screen;

/// A key that a command no longer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MovedKey {
    screens: &'static [Screen],
    /// The name of the key that the command has by default.
    was: String,
    /// What to press or type instead.
    now: String,
}

impl MovedKey {
    /// Compares a command with what it was before; `None` if it has the key that it had.
    pub(super) fn of(before: &CommandRow, after: &CommandRow) -> Option<Self> {
        let was = before.key.filter(|key| after.key != Some(*key))?.to_string();
        // Every command can be typed, also one without a key.
        let now = after.key.map_or_else(|| format!("/{}", after.name), |key: KeyPress| key.to_string());
        Some(Self { screens: after.screens, was, now })
    }
}

impl Commands {
    /// Returns a text of a screen, which names keys of commands, with the keys that the commands have.
    pub(super) fn with_own_keys<'t>(&self, screen: Screen, text: &'t str) -> Cow<'t, str> {
        if self.moved.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut told = String::with_capacity(text.len());
        let mut before = ' ';
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let here = self.moved.iter().filter(|moved| moved.screens.contains(&screen));
            let stands = |moved: &&MovedKey| rest.strip_prefix(moved.was.as_str()).is_some_and(|rest| ends(rest));
            match here.filter(|_| !is_part(before)).find(stands) {
                Some(moved) => {
                    told.push_str(&moved.now);
                    rest = &rest[moved.was.len()..];
                    before = ' ';
                }
                None => {
                    told.push(c);
                    rest = &rest[c.len_utf8()..];
                    before = c;
                }
            }
        }
        Cow::Owned(told)
    }
}

/// Whether the name of a key ends before this text.
fn ends(rest: &str) -> bool {
    let mut behind = rest.chars();
    match behind.next() {
        Some('-') => behind.next().is_none_or(|c| !c.is_alphanumeric()),
        Some(c) => !c.is_alphanumeric(),
        None => true,
    }
}

const fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}
