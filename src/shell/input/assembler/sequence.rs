//! Which key a sequence of characters after Escape stands for.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// Whether a character ends a sequence that began with `[` or `O`, as ECMA-48 says in 5.4.
pub(super) const fn is_final(c: char) -> bool {
    matches!(c, '@'..='~') && c != '['
}

/// The key of a whole sequence, without Escape; `None` for what is no key of this program.
///
/// The numbers are those of xterm's "PC-style function keys".
pub(super) fn key_of(sequence: &str) -> Option<Event> {
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

/// The event of a key.
pub(super) fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}
