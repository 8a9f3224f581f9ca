//! Puts key sequences together that a slow connection split.
//!
//! A terminal sends most special keys as Escape and more characters. The library that decodes them takes an Escape at the
//! end of a read for the key Esc, and what follows for typed text: `Alt-T` becomes Esc and `t`, an arrow Esc, `[` and `A`, and
//! the mark before a paste becomes text whose line ends are read as Enter. Here an Esc waits for what follows, for at most
//! [`ESCAPE`], and the whole becomes the key that was pressed.
//!
//! The answers of the terminal to the questions of the program come between the keys, in the same form. They are taken out
//! here, whenever they come and however they are split, so that no part of them is taken for typed text.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use self::sequence::{is_final, key_of, press};
use crate::theme::Background;

mod sequence;

/// The maximum time after an Esc within which the next key belongs to it. The rest of a split sequence was measured to come
/// within 8 ms; nobody presses two keys one after the other so quickly.
const ESCAPE: Duration = Duration::from_millis(25);

/// The silence after which a paste without its end mark is over.
const SILENCE: Duration = Duration::from_millis(100);

/// The maximum number of characters of a sequence, without Escape. What is longer is no key.
const LONGEST: usize = 16;

/// The maximum number of characters of an answer that are read; the rest is dropped.
const LONGEST_ANSWER: usize = 64;

/// An answer of the terminal to a question of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TerminalAnswer {
    /// Its background.
    Background(Background),
    /// What kind of terminal it is. It is asked last, so no other answer comes after this one.
    Kind,
}

/// Puts the events of the terminal together.
#[derive(Debug, Default)]
pub(super) struct Assembler {
    state: Incomplete,
    answers: Vec<TerminalAnswer>,
}

/// What the next event may belong to.
#[derive(Debug, Default)]
enum Incomplete {
    /// Nothing: every event is whole.
    #[default]
    Whole,
    /// An Esc.
    Escape,
    /// Esc and these characters, the first of which is `[` or `O`.
    Sequence(String),
    /// A paste whose mark was split: what came of it, and the characters of a sequence in it.
    Paste { text: String, end: Option<String> },
    /// Esc, `]` and these characters: an answer about a colour, or Alt-`]` and keys after it.
    Answer(String),
}

impl Assembler {
    /// The maximum time to wait for the next event before [`expire`](Self::expire); `None` when nothing is incomplete.
    pub(super) const fn patience(&self) -> Option<Duration> {
        match self.state {
            Incomplete::Whole => None,
            Incomplete::Escape | Incomplete::Sequence(_) => Some(ESCAPE),
            Incomplete::Paste { .. } | Incomplete::Answer(_) => Some(SILENCE),
        }
    }

    /// Gives out the answers of the terminal that are complete.
    pub(super) fn answers(&mut self) -> Vec<TerminalAnswer> {
        std::mem::take(&mut self.answers)
    }

    /// Takes an event in and returns the events that are complete with it, in order.
    pub(super) fn take(&mut self, event: Event) -> Vec<Event> {
        let Event::Key(key) = event else {
            let mut events = self.expire();
            events.push(event);
            return events;
        };
        match std::mem::take(&mut self.state) {
            Incomplete::Whole => self.begin(key),
            Incomplete::Escape => self.after_escape(key),
            Incomplete::Sequence(so_far) => self.go_on(so_far, key),
            Incomplete::Paste { text, end } => self.paste(text, end, key),
            Incomplete::Answer(so_far) => self.answer(so_far, key),
        }
    }

    /// Returns what is incomplete as it is, because nothing follows.
    pub(super) fn expire(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.state) {
            Incomplete::Escape => vec![press(KeyCode::Esc, KeyModifiers::NONE)],
            // Alt and one of the characters that begin a sequence.
            Incomplete::Sequence(so_far) if so_far.chars().count() == 1 => {
                so_far.chars().map(|c| press(KeyCode::Char(c), KeyModifiers::ALT)).collect()
            }
            Incomplete::Paste { text, .. } => vec![Event::Paste(text)],
            Incomplete::Answer(so_far) if !is_answer(&so_far) => keys_of(&so_far),
            Incomplete::Answer(so_far) => self.finish(&so_far),
            // A piece of a sequence is no text that somebody typed.
            Incomplete::Sequence(_) | Incomplete::Whole => Vec::new(),
        }
    }

    fn begin(&mut self, key: KeyEvent) -> Vec<Event> {
        if key.code == KeyCode::Esc && key.modifiers.is_empty() {
            self.state = Incomplete::Escape;
            return Vec::new();
        }
        if key.code == ANSWER_BEGINS && key.modifiers == KeyModifiers::ALT {
            self.state = Incomplete::Answer(String::new());
            return Vec::new();
        }
        vec![Event::Key(key)]
    }

    fn after_escape(&mut self, key: KeyEvent) -> Vec<Event> {
        match key.code {
            KeyCode::Esc => {
                self.state = Incomplete::Escape;
                vec![press(KeyCode::Esc, KeyModifiers::NONE)]
            }
            KeyCode::Char(c @ ('[' | 'O')) if !key.modifiers.contains(KeyModifiers::CONTROL) => {
                self.state = Incomplete::Sequence(c.to_string());
                Vec::new()
            }
            ANSWER_BEGINS if key.modifiers.is_empty() => {
                self.state = Incomplete::Answer(String::new());
                Vec::new()
            }
            code => vec![press(code, key.modifiers | KeyModifiers::ALT)],
        }
    }

    fn go_on(&mut self, mut so_far: String, key: KeyEvent) -> Vec<Event> {
        let KeyCode::Char(c) = key.code else {
            self.state = Incomplete::Sequence(so_far);
            let mut events = self.expire();
            events.extend(self.begin(key));
            return events;
        };
        so_far.push(c);
        if so_far == PASTE_BEGINS {
            self.state = Incomplete::Paste { text: String::new(), end: None };
            return Vec::new();
        }
        if so_far.starts_with(KIND_BEGINS) && so_far.chars().count() <= LONGEST_ANSWER {
            if c == KIND_ENDS {
                self.answers.push(TerminalAnswer::Kind);
                return Vec::new();
            }
        } else if so_far.chars().count() > LONGEST {
            return Vec::new();
        }
        if is_final(c) {
            return key_of(&so_far).into_iter().collect();
        }
        self.state = Incomplete::Sequence(so_far);
        Vec::new()
    }

    /// Takes the next character of an answer about a colour. Such an answer is a number, `;`, and a colour, and ends with
    /// BEL (Ctrl-G) or ST (Esc and a backslash); one terminal leaves the backslash out.
    fn answer(&mut self, mut so_far: String, key: KeyEvent) -> Vec<Event> {
        if so_far.ends_with(ESCAPED) {
            self.finish(&so_far);
            return match key.code {
                KeyCode::Char('\\') => Vec::new(),
                // The Escape before was the whole end of the answer; this one begins something else.
                KeyCode::Esc => self.begin(key),
                _ => self.after_escape(key),
            };
        }
        match key.code {
            KeyCode::Char('g') if key.modifiers == KeyModifiers::CONTROL => self.finish(&so_far),
            KeyCode::Char('\\') if key.modifiers == KeyModifiers::ALT => self.finish(&so_far),
            KeyCode::Esc if is_answer(&so_far) => {
                so_far.push(ESCAPED);
                self.state = Incomplete::Answer(so_far);
                Vec::new()
            }
            KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
                if so_far.chars().count() < LONGEST_ANSWER {
                    so_far.push(c);
                }
                let digits = so_far.split(';').next().unwrap_or_default();
                if digits.bytes().all(|digit| digit.is_ascii_digit()) && !so_far.starts_with(';') {
                    self.state = Incomplete::Answer(so_far);
                    return Vec::new();
                }
                keys_of(&so_far)
            }
            _ => {
                self.state = Incomplete::Answer(so_far);
                let mut events = self.expire();
                events.extend(self.begin(key));
                events
            }
        }
    }

    /// Takes in a whole answer. What is no known answer is dropped: nobody typed it.
    fn finish(&mut self, answer: &str) -> Vec<Event> {
        let background = Background::answered(answer.trim_end_matches(ESCAPED));
        self.answers.extend(background.map(TerminalAnswer::Background));
        Vec::new()
    }

    fn paste(&mut self, mut text: String, end: Option<String>, key: KeyEvent) -> Vec<Event> {
        let end = match (end, key.code) {
            (_, KeyCode::Esc) => Some(String::new()),
            (Some(so_far), KeyCode::Char(c)) if PASTE_ENDS.starts_with(&format!("{so_far}{c}")) => {
                Some(format!("{so_far}{c}"))
            }
            (so_far, code) => {
                text.extend(so_far);
                text.extend(pasted(code, key.modifiers));
                None
            }
        };
        if end.as_deref() == Some(PASTE_ENDS) {
            return vec![Event::Paste(text)];
        }
        self.state = Incomplete::Paste { text, end };
        Vec::new()
    }
}

/// The beginning of an answer about a colour, without Escape.
const ANSWER_BEGINS: KeyCode = KeyCode::Char(']');

/// The beginning and the end of the answer that says what kind of terminal it is, without Escape.
const KIND_BEGINS: &str = "[?";
const KIND_ENDS: char = 'c';

/// Stands in an answer for the Escape that may begin its end.
const ESCAPED: char = '\u{1b}';

/// Whether so much has come that it is an answer of the terminal, and not Alt-`]` and keys.
fn is_answer(so_far: &str) -> bool {
    so_far.contains(';')
}

/// Alt-`]` and the keys after it.
fn keys_of(typed: &str) -> Vec<Event> {
    let first = press(ANSWER_BEGINS, KeyModifiers::ALT);
    let rest = typed.chars().map(|c| press(KeyCode::Char(c), KeyModifiers::NONE));
    std::iter::once(first).chain(rest).collect()
}

/// The mark before a paste, without Escape.
const PASTE_BEGINS: &str = "[200~";

/// The mark after a paste, without Escape.
const PASTE_ENDS: &str = "[201~";

/// The character that a key stands for in a paste.
fn pasted(code: KeyCode, modifiers: KeyModifiers) -> Option<char> {
    match code {
        KeyCode::Char('j') if modifiers.contains(KeyModifiers::CONTROL) => Some('\n'),
        KeyCode::Char(c) if !modifiers.contains(KeyModifiers::CONTROL) => Some(c),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
