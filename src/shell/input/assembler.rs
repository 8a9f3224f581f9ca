//! Puts key sequences together that a slow connection split.
//!
//! A terminal sends most special keys as Escape and more characters. The library that decodes them takes an Escape at the
//! end of a read for the key Esc, and what follows for typed text: `Alt-T` becomes Esc and `t`, an arrow Esc, `[` and `A`, and
//! the mark before a paste becomes text whose line ends are read as Enter. Here an Esc waits for what follows, for at most
//! [`ESCAPE`], and the whole becomes the key that was pressed.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The maximum time after an Esc within which the next key belongs to it. The rest of a split sequence was measured to come
/// within 8 ms; nobody presses two keys one after the other so quickly.
const ESCAPE: Duration = Duration::from_millis(25);

/// The silence after which a paste without its end mark is over.
const SILENCE: Duration = Duration::from_millis(100);

/// The maximum number of characters of a sequence, without Escape. What is longer is no key.
const LONGEST: usize = 16;

/// Puts the events of the terminal together.
#[derive(Debug, Default)]
pub(super) struct Assembler {
    state: Incomplete,
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
}

impl Assembler {
    /// The maximum time to wait for the next event before [`expire`](Self::expire); `None` when nothing is incomplete.
    pub(super) const fn patience(&self) -> Option<Duration> {
        match self.state {
            Incomplete::Whole => None,
            Incomplete::Escape | Incomplete::Sequence(_) => Some(ESCAPE),
            Incomplete::Paste { .. } => Some(SILENCE),
        }
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
            // A piece of a sequence is no text that somebody typed.
            Incomplete::Sequence(_) | Incomplete::Whole => Vec::new(),
        }
    }

    fn begin(&mut self, key: KeyEvent) -> Vec<Event> {
        if key.code == KeyCode::Esc && key.modifiers.is_empty() {
            self.state = Incomplete::Escape;
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
        if is_final(c) || so_far.chars().count() > LONGEST {
            return key_of(&so_far).into_iter().collect();
        }
        self.state = Incomplete::Sequence(so_far);
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

/// The mark before a paste, without Escape.
const PASTE_BEGINS: &str = "[200~";

/// The mark after a paste, without Escape.
const PASTE_ENDS: &str = "[201~";

/// Whether a character ends a sequence that began with `[` or `O`, as ECMA-48 says in 5.4.
const fn is_final(c: char) -> bool {
    matches!(c, '@'..='~') && c != '['
}

/// The key of a whole sequence, without Escape; `None` for what is no key of this program.
///
/// The numbers are those of xterm's "PC-style function keys".
fn key_of(sequence: &str) -> Option<Event> {
    let parameters = sequence.get(1..sequence.len().checked_sub(1)?)?;
    let (number, modifier) = parameters.split_once(';').unwrap_or((parameters, "1"));
    let code = match (sequence.chars().last()?, number) {
        // The console of Linux.
        (c @ 'A'..='E', "[") => KeyCode::F(u8::try_from(u32::from(c) - u32::from('@')).ok()?),
        ('A', _) => KeyCode::Up,
        ('B', _) => KeyCode::Down,
        ('C', _) => KeyCode::Right,
        ('D', _) => KeyCode::Left,
        ('H', _) | ('~', "1" | "7") => KeyCode::Home,
        ('F', _) | ('~', "4" | "8") => KeyCode::End,
        ('Z', _) => KeyCode::BackTab,
        ('M', _) if sequence.starts_with('O') => KeyCode::Enter,
        // Another number before R is the position of the cursor.
        (c @ 'P'..='S', "" | "1") => KeyCode::F(u8::try_from(u32::from(c) - u32::from('O')).ok()?),
        ('~', "3") => KeyCode::Delete,
        ('~', "5") => KeyCode::PageUp,
        ('~', "6") => KeyCode::PageDown,
        // The keyboard protocol.
        ('u', number) => protocol_key(number.parse().ok()?)?,
        ('~', number) => KeyCode::F(function_key(number.parse().ok()?)?),
        _ => return None,
    };
    Some(press(code, modifiers_of(modifier)))
}

/// The number of the function key that a terminal sends as this number.
const fn function_key(sent: u8) -> Option<u8> {
    match sent {
        11..=15 => Some(sent - 10),
        17..=21 => Some(sent - 11),
        23 | 24 => Some(sent - 12),
        _ => None,
    }
}

/// The key that the keyboard protocol names by this code point.
fn protocol_key(sent: u32) -> Option<KeyCode> {
    match sent {
        9 => Some(KeyCode::Tab),
        13 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        127 => Some(KeyCode::Backspace),
        _ => char::from_u32(sent).filter(|c| !c.is_control()).map(KeyCode::Char),
    }
}

/// The modifiers of a sequence: one more than the sum of Shift 1, Alt 2 and Ctrl 4.
fn modifiers_of(number: &str) -> KeyModifiers {
    let bits = number.parse::<u8>().unwrap_or(1).saturating_sub(1);
    let held = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    held.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, modifier)| modifier).collect()
}

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

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(c: char) -> Event {
        press(KeyCode::Char(c), KeyModifiers::NONE)
    }

    const ESC: fn() -> Event = || press(KeyCode::Esc, KeyModifiers::NONE);

    /// What comes of events that follow each other at once, and then of silence.
    fn assembled(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
        let mut assembler = Assembler::default();
        let mut all: Vec<Event> = events.into_iter().flat_map(|event| assembler.take(event)).collect();
        all.extend(assembler.expire());
        assert!(assembler.patience().is_none());
        all
    }

    fn split(rest: &str) -> Vec<Event> {
        assembled(std::iter::once(ESC()).chain(rest.chars().map(typed)))
    }

    #[test]
    fn a_lone_esc_is_esc_after_the_wait() {
        let mut assembler = Assembler::default();
        assert_eq!(assembler.take(ESC()), []);
        assert_eq!(assembler.patience(), Some(ESCAPE));
        assert_eq!(assembler.expire(), [ESC()]);
    }

    #[test]
    fn a_key_right_after_esc_is_that_key_with_alt() {
        assert_eq!(split("t"), [press(KeyCode::Char('t'), KeyModifiers::ALT)]);
        assert_eq!(split("tu"), [press(KeyCode::Char('t'), KeyModifiers::ALT), typed('u')]);
        assert_eq!(split("["), [press(KeyCode::Char('['), KeyModifiers::ALT)]);
    }

    #[test]
    fn a_split_sequence_is_the_key_that_was_pressed() {
        for (rest, code, modifiers) in [
            ("[A", KeyCode::Up, KeyModifiers::NONE),
            ("OB", KeyCode::Down, KeyModifiers::NONE),
            ("[1;3B", KeyCode::Down, KeyModifiers::ALT),
            ("[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
            ("[5~", KeyCode::PageUp, KeyModifiers::NONE),
            ("[6~", KeyCode::PageDown, KeyModifiers::NONE),
            ("[3~", KeyCode::Delete, KeyModifiers::NONE),
            ("OP", KeyCode::F(1), KeyModifiers::NONE),
            ("OS", KeyCode::F(4), KeyModifiers::NONE),
            ("[15~", KeyCode::F(5), KeyModifiers::NONE),
            ("[17~", KeyCode::F(6), KeyModifiers::NONE),
            ("[20~", KeyCode::F(9), KeyModifiers::NONE),
            ("[21~", KeyCode::F(10), KeyModifiers::NONE),
            ("[24~", KeyCode::F(12), KeyModifiers::NONE),
            ("[[A", KeyCode::F(1), KeyModifiers::NONE),
            ("[1;2R", KeyCode::F(3), KeyModifiers::SHIFT),
            ("[Z", KeyCode::BackTab, KeyModifiers::NONE),
            ("[H", KeyCode::Home, KeyModifiers::NONE),
            ("[4~", KeyCode::End, KeyModifiers::NONE),
            ("[27u", KeyCode::Esc, KeyModifiers::NONE),
            ("[116;3u", KeyCode::Char('t'), KeyModifiers::ALT),
            ("[102;5u", KeyCode::Char('f'), KeyModifiers::CONTROL),
        ] {
            assert_eq!(split(rest), [press(code, modifiers)], "{rest}");
        }
    }

    #[test]
    fn a_sequence_that_is_no_key_types_nothing() {
        for rest in ["[99~", "[12;4R", "[1", "[<0;5;5", "OX"] {
            assert_eq!(split(rest), [], "{rest}");
        }
    }

    #[test]
    fn esc_twice_and_a_sequence_is_esc_and_the_key() {
        let events = [ESC(), ESC(), typed('['), typed('A')];
        assert_eq!(assembled(events), [ESC(), press(KeyCode::Up, KeyModifiers::NONE)]);
    }

    #[test]
    fn a_paste_whose_mark_was_split_is_still_one_paste_and_no_key() {
        let enter = press(KeyCode::Enter, KeyModifiers::NONE);
        let begin = || std::iter::once(ESC()).chain("[200~".chars().map(typed));
        let lines = || "a -> b".chars().map(typed).chain([enter.clone()]).chain("c".chars().map(typed));
        let end = std::iter::once(ESC()).chain("[201~".chars().map(typed));
        let expected = [Event::Paste("a -> b\nc".to_owned())];
        assert_eq!(assembled(begin().chain(lines()).chain(end)), expected);
        // The library drops an end mark that it sees whole; then the silence after it ends the paste.
        assert_eq!(assembled(begin().chain(lines())), expected);
    }

    #[test]
    fn what_is_no_key_comes_after_what_was_incomplete() {
        assert_eq!(assembled([ESC(), Event::Resize(80, 24)]), [ESC(), Event::Resize(80, 24)]);
    }
}
