//! The keys that a hint names, as buttons: a click on `Esc goes back` is Esc.

use ratatui::layout::Rect;

use super::Frame;
use super::words::cells;
use crate::app::{KeyPress, PointerTarget};

/// What ends the words that belong to a key.
const ENDS: [&str; 4] = [";", ",", "  ", "."];

/// Notes the keys that a hint names, which is drawn in one row from the left end of an area.
pub(super) fn answer(frame: &mut Frame<'_>, row: Rect, hint: &str) {
    for (from, to, key) in keys_in(hint) {
        let before = hint.get(..from).map_or(0, cells);
        let width = hint.get(from..to).map_or(0, cells).min(row.width.saturating_sub(before));
        if width > 0 {
            frame.answers(Rect { x: row.x + before, width, ..row }, PointerTarget::Key(key));
        }
    }
}

/// Returns the keys that a hint names, each with the range of bytes from its name to the end of what is said about it.
fn keys_in(hint: &str) -> Vec<(usize, usize, KeyPress)> {
    let named: Vec<(usize, KeyPress)> =
        words(hint).filter_map(|(at, word)| Some((at, named(word, hint.get(..at)?)?))).collect();
    let ends = |at: usize| {
        let rest = hint.get(at..).unwrap_or_default();
        ENDS.iter().filter_map(|end| rest.find(end)).min().map_or(hint.len(), |far| at + far)
    };
    let next = |place: usize| named.get(place + 1).map_or(hint.len(), |(at, _)| *at);
    named.iter().enumerate().map(|(place, (at, key))| (*at, ends(*at).min(next(place)), *key)).collect()
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(' ').map(move |word| {
        let here = at;
        at += word.len() + 1;
        (here, word)
    })
}

/// Returns the key that a word names. A single character names a key only where a group of words begins with it, because
/// elsewhere it is a word.
fn named(word: &str, before: &str) -> Option<KeyPress> {
    let word = word.trim_end_matches([';', ',', '.', ':']);
    let begins_group = before.ends_with("  ");
    let is_written_so = |key: &KeyPress| key.typed().is_none() && key.to_string() == word;
    word.parse().ok().filter(|key| is_written_so(key) || (key.typed().is_some() && begins_group))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Code;

    fn buttons(hint: &str) -> Vec<(&str, KeyPress)> {
        keys_in(hint).into_iter().map(|(from, to, key)| (&hint[from..to], key)).collect()
    }

    #[test]
    fn a_key_and_what_is_said_about_it_are_one_button() {
        let (enter, esc) = (KeyPress::plain(Code::Enter), KeyPress::plain(Code::Esc));
        assert_eq!(
            buttons("a number or Enter records it; Esc leaves it"),
            [("Enter records it", enter), ("Esc leaves it", esc)]
        );
        assert_eq!(
            buttons("Ctrl-O takes it, Esc goes back"),
            [("Ctrl-O takes it", KeyPress::ctrl('o')), ("Esc goes back", esc)]
        );
    }

    #[test]
    fn a_single_character_is_a_button_only_where_a_group_begins() {
        let plain = |c| KeyPress::plain(Code::Char(c));
        assert_eq!(
            buttons("Enter goes  d drops  r repeats"),
            [("Enter goes", KeyPress::plain(Code::Enter)), ("d drops", plain('d')), ("r repeats", plain('r'))]
        );
        assert!(buttons("a line a day").is_empty());
    }
}
