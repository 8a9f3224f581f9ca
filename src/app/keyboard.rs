//! What the keyboard of a terminal sends: which keys arrive everywhere, and which stay with a program in between.

use super::key::{Code, KeyPress};

/// The keyboard as far as the program knows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keyboard {
    /// Whether the terminal speaks the keyboard protocol, with which it sends every key, and each as itself.
    pub protocol: bool,
    /// The programs between the keyboard and this one that take keys for themselves.
    pub hosts: Vec<KeyboardHost>,
}

/// A program between the keyboard and this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyboardHost {
    /// The terminal multiplexer tmux.
    Tmux,
    /// The terminal multiplexer GNU screen.
    Screen,
    /// The terminal of the editor Visual Studio Code.
    VsCode,
    /// The Terminal of macOS.
    MacTerminal,
    /// Windows Terminal.
    WindowsTerminal,
}

impl Keyboard {
    /// Whether a key reaches the program here: one of the keys that every measured terminal sends, or any key where the
    /// terminal speaks the keyboard protocol; and in both cases none that a program in between takes.
    pub fn delivers(&self, key: KeyPress) -> bool {
        (self.protocol || arrives_everywhere(key)) && !self.hosts.iter().any(|host| host.takes(key))
    }
}

impl KeyboardHost {
    /// Whether the program takes a key for itself, with its default settings.
    pub fn takes(self, key: KeyPress) -> bool {
        let ctrl = |letters: &str| key.ctrl && matches!(key.code, Code::Char(c) if letters.contains(c));
        let arrow = matches!(key.code, Code::Left | Code::Right | Code::Up | Code::Down);
        match self {
            Self::Tmux => ctrl("b"),
            Self::Screen => ctrl("a"),
            Self::VsCode => ctrl("pfgk") || (key.alt && arrow) || matches!(key.code, Code::F(1 | 3 | 5 | 6 | 11)),
            Self::MacTerminal => matches!(key.code, Code::PageUp | Code::PageDown) || (key.ctrl && arrow),
            Self::WindowsTerminal => ctrl("v") || (key.alt && arrow) || key.code == Code::F(11),
        }
    }
}

/// Whether every measured terminal sends a key with default settings, also inside tmux and screen. `docs/keys.md` lists
/// the others.
pub(super) const fn arrives_everywhere(key: KeyPress) -> bool {
    match key.code {
        _ if key.alt => false,
        Code::Char(c) if key.ctrl => matches!(c, 'c'..='z' | ' ' | '4'..='7'),
        Code::F(number) => matches!(number, 2..=9) && !key.ctrl,
        // The keypad's Enter and some terminals send nothing, or something else, for these with Ctrl.
        _ => !key.ctrl,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_keys_that_every_terminal_sends_are_counted_on() {
        let keyboard = Keyboard::default();
        for key in [KeyPress::ctrl('f'), KeyPress::ctrl(' '), KeyPress::ctrl('5'), KeyPress::plain(Code::F(9))] {
            assert!(keyboard.delivers(key), "{key}");
        }
        let alt = KeyPress::alt(Code::Char('t'));
        for key in [KeyPress::ctrl('b'), KeyPress::plain(Code::F(10)), alt, KeyPress::ctrl_with(Code::Up)] {
            assert!(!keyboard.delivers(key), "{key}");
            assert!(Keyboard { protocol: true, ..keyboard.clone() }.delivers(key), "{key}");
        }
    }

    #[test]
    fn what_a_program_in_between_takes_does_not_arrive_whatever_the_terminal_speaks() {
        for (host, key) in [
            (KeyboardHost::Tmux, KeyPress::ctrl('b')),
            (KeyboardHost::Screen, KeyPress::ctrl('a')),
            (KeyboardHost::VsCode, KeyPress::plain(Code::F(3))),
            (KeyboardHost::MacTerminal, KeyPress::plain(Code::PageDown)),
            (KeyboardHost::WindowsTerminal, KeyPress::ctrl('v')),
        ] {
            for protocol in [false, true] {
                assert!(!Keyboard { protocol, hosts: vec![host] }.delivers(key), "{host:?}: {key}");
            }
        }
    }
}
