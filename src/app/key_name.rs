//! Reads the names of keys as [`KeyPress`] writes them: `F9`, `Ctrl-G`, `Alt-Down`, `Space`, `g`.

use std::str::FromStr;

use thiserror::Error;

use super::key::{Code, KeyPress};

/// The keys that are named by a word.
const NAMED: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Esc", Code::Esc),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
];

/// A text that names no key.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is no key; write for example F9, Ctrl-G, Alt-T or Ctrl-Down")]
pub struct KeyNameError(String);

impl FromStr for KeyPress {
    type Err = KeyNameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || KeyNameError(text.to_owned());
        let (rest, ctrl) = without(text, "Ctrl-");
        let (rest, alt) = without(rest, "Alt-");
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            // Terminals send the same for a letter and its capital where Ctrl is held, and most of them for Alt.
            (Some(letter), None) if ctrl || alt => Code::Char(letter.to_ascii_lowercase()),
            (Some(letter), None) if !letter.is_control() => Code::Char(letter),
            _ => named(rest).ok_or_else(unknown)?,
        };
        Ok(Self { code, ctrl, alt })
    }
}

fn named(text: &str) -> Option<Code> {
    let number = || text.strip_prefix(['F', 'f'])?.parse().ok().filter(|number| (1..=12).contains(number));
    let word = NAMED.iter().find(|(name, _)| name.eq_ignore_ascii_case(text));
    word.map(|(_, code)| *code).or_else(|| number().map(Code::F))
}

/// Returns a text without the name of a key that is held, and whether it began with that name.
fn without<'t>(text: &'t str, held: &str) -> (&'t str, bool) {
    match text.get(..held.len()) {
        Some(start) if start.eq_ignore_ascii_case(held) && text.len() > held.len() => (&text[held.len()..], true),
        _ => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::commands;

    #[test]
    fn every_key_of_a_command_is_read_as_it_is_written() {
        let commands = commands();
        for key in commands.all().iter().filter_map(|row| row.key) {
            assert_eq!(key.to_string().parse(), Ok(key), "{key}");
        }
    }

    #[test]
    fn keys_are_read_in_any_case_and_nothing_else_is_a_key() {
        assert_eq!("ctrl-e".parse(), Ok(KeyPress::ctrl('e')));
        assert_eq!("Ctrl-E".parse(), Ok(KeyPress::ctrl('e')));
        assert_eq!("ctrl-space".parse(), Ok(KeyPress::ctrl(' ')));
        assert_eq!("alt-down".parse(), Ok(KeyPress::alt(Code::Down)));
        assert_eq!("f12".parse(), Ok(KeyPress::plain(Code::F(12))));
        assert_eq!("G".parse(), Ok(KeyPress::plain(Code::Char('G'))), "a character alone keeps its case");
        for text in ["", "F13", "F0", "Ctrl-", "Super-x", "Strg-E", "ab", "Ctrl-ab", "\u{1b}"] {
            assert!(text.parse::<KeyPress>().is_err(), "{text:?}");
        }
    }
}
