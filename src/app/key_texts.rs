//! Texts that name keys of commands. They are written with the keys that commands have by default; where a command has
//! another key by configuration, the screen names that one.

use std::borrow::Cow;

use super::model::{Commands, Model};
use super::moved_key::MovedKey;
use super::screen::Screen;
use super::sheet::{Sheet, SheetPart};

impl Commands {
    /// Returns a text of a screen, which names keys of commands, with the keys that the commands have.
    pub(super) fn with_own_keys<'t>(&self, screen: Screen, text: &'t str) -> Cow<'t, str> {
        self.renamed(text, |moved| moved.screens.contains(&screen))
    }

    /// Returns a text of a box, in which only some keys are those of commands.
    pub(super) fn with_own_keys_over_boxes<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.renamed(text, |moved| moved.over_boxes)
    }

    fn renamed<'t>(&self, text: &'t str, holds: impl Fn(&MovedKey) -> bool) -> Cow<'t, str> {
        if self.moved.is_empty() {
            return Cow::Borrowed(text);
        }
        let mut told = String::with_capacity(text.len());
        let mut before = ' ';
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let stands = |moved: &&MovedKey| rest.strip_prefix(moved.was.as_str()).is_some_and(ends);
            let here = self.moved.iter().filter(|moved| holds(moved) && !is_part(before)).find(stands);
            let (word, length) =
                here.map_or((c.to_string(), c.len_utf8()), |moved| (moved.now.clone(), moved.was.len()));
            told.push_str(&word);
            rest = rest.get(length..).unwrap_or_default();
            before = if here.is_some() { ' ' } else { c };
        }
        Cow::Owned(told)
    }
}

impl Sheet {
    /// Returns the sheet with the keys in its titles and hints as they are for this console. Its other texts may quote
    /// people, whose words stay.
    #[must_use]
    pub fn with_own_keys(mut self, model: &Model) -> Self {
        let named = |text: &mut String| *text = model.commands.with_own_keys_over_boxes(text).into_owned();
        named(&mut self.title);
        self.title_of_part.iter_mut().for_each(named);
        for part in self.body.iter_mut().chain(&mut self.foot) {
            if let SheetPart::Hint(text, _) = part {
                named(text);
            }
        }
        self
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
