//! Which keys reach the program: they are pressed, and what arrives is marked.

use super::commands::commands;
use super::key::{Code, KeyPress};

/// The keys of entry lines and lists, beside those of the commands.
const OTHERS: [KeyPress; 14] = [
    KeyPress::plain(Code::Enter),
    KeyPress::plain(Code::Esc),
    KeyPress::plain(Code::Tab),
    KeyPress::plain(Code::BackTab),
    KeyPress::plain(Code::Backspace),
    KeyPress::plain(Code::Delete),
    KeyPress::plain(Code::Up),
    KeyPress::plain(Code::Down),
    KeyPress::plain(Code::Left),
    KeyPress::plain(Code::Right),
    KeyPress::plain(Code::Home),
    KeyPress::plain(Code::End),
    KeyPress::plain(Code::PageUp),
    KeyPress::plain(Code::PageDown),
];

/// The maximum number of other characters that are remembered.
const MOST_OTHERS: usize = 20;

/// The keys that the console uses, and which of them have arrived.
#[derive(Clone, Debug)]
pub struct KeyCheck {
    keys: Vec<(KeyPress, bool)>,
    last: Option<KeyPress>,
    others: Vec<KeyPress>,
}

impl Default for KeyCheck {
    fn default() -> Self {
        let mut keys: Vec<KeyPress> = OTHERS.to_vec();
        for key in commands().all().iter().filter_map(|row| row.key) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Self { keys: keys.into_iter().map(|key| (key, false)).collect(), last: None, others: Vec::new() }
    }
}

impl KeyCheck {
    /// Marks a key that arrived; returns whether it ends the check. A key that is not on the list is remembered too:
    /// it may be what arrives in the place of another.
    pub fn press(&mut self, key: KeyPress) -> bool {
        self.last = Some(key);
        match self.keys.iter_mut().find(|(known, _)| *known == key) {
            Some((_, arrived)) => *arrived = true,
            None if key.typed() == Some('q') => return true,
            None if self.others.len() < MOST_OTHERS && !self.others.contains(&key) => self.others.push(key),
            None => {}
        }
        false
    }

    /// Returns every key, and whether it has arrived.
    pub fn keys(&self) -> &[(KeyPress, bool)] {
        &self.keys
    }

    /// Returns the key that arrived last.
    pub const fn last(&self) -> Option<KeyPress> {
        self.last
    }

    /// Returns the keys that arrived and that no command has.
    pub fn others(&self) -> &[KeyPress] {
        &self.others
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_arrives_is_marked_another_is_remembered_and_q_ends_it() {
        let mut check = KeyCheck::default();
        let f3 = KeyPress::plain(Code::F(3));
        assert!(check.keys().iter().all(|(_, arrived)| !arrived) && check.keys().iter().any(|(key, _)| *key == f3));
        assert!(!check.press(f3) && !check.press(KeyPress::plain(Code::Char('ô'))));
        let arrived: Vec<_> = check.keys().iter().filter(|(_, arrived)| *arrived).map(|(key, _)| *key).collect();
        assert_eq!((arrived, check.others()), (vec![f3], &[KeyPress::plain(Code::Char('ô'))][..]));
        assert!(!check.press(KeyPress::ctrl('q')), "only q alone");
        assert!(check.press(KeyPress::plain(Code::Char('q'))));
    }
}
