//! Reads the keys while an answer of the terminal is awaited.
//!
//! The library that reads the terminal does not give out the answer that ends the waiting. So until that answer has come,
//! or the time for it is over, the bytes are read here, and each becomes a key at once: what is typed early is neither
//! lost nor late.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::assembler::{Assembler, TerminalAnswer};

/// The maximum time to wait for the rest of a character.
const REST: Duration = Duration::from_millis(100);

/// The maximum number of bytes that are read at once.
#[cfg(unix)]
const AT_ONCE: usize = 1024;

/// Reads the terminal until it has said what it is, or until this moment, and hands on what is complete. What has begun then
/// is read to its end, because the library would take the rest of it for typed text. Ends at once when `hand_on` says that
/// nobody listens any more, and returns whether somebody does.
///
/// # Errors
/// When the terminal is gone.
pub(super) fn read_until_answered(
    assembler: &mut Assembler,
    until: Instant,
    mut hand_on: impl FnMut(Vec<Event>, Vec<TerminalAnswer>) -> bool,
) -> io::Result<bool> {
    let (mut decoder, mut answered) = (KeyDecoder::default(), false);
    loop {
        let begun = assembler.patience().or_else(|| decoder.is_incomplete().then_some(REST));
        let left = if answered { Duration::ZERO } else { until.saturating_duration_since(Instant::now()) };
        if begun.is_none() && left.is_zero() {
            return Ok(true);
        }
        let events = match read_within(begun.unwrap_or(left))? {
            Some(bytes) => {
                let keys = bytes.into_iter().filter_map(|byte| decoder.take(byte));
                keys.flat_map(|key| assembler.take(Event::Key(key))).collect()
            }
            None => {
                decoder = KeyDecoder::default();
                assembler.expire()
            }
        };
        let answers = assembler.answers();
        answered |= answers.contains(&TerminalAnswer::Kind);
        if !hand_on(events, answers) {
            return Ok(false);
        }
    }
}

/// The next bytes of the terminal; `None` when none come within this time.
#[cfg(unix)]
fn read_within(time: Duration) -> io::Result<Option<Vec<u8>>> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};
    let terminal = io::stdin();
    let mut ready = [PollFd::new(&terminal, PollFlags::IN)];
    let time = Timespec::try_from(time).map_err(io::Error::other)?;
    match poll(&mut ready, Some(&time)) {
        Ok(0) | Err(Errno::INTR) => return Ok(None),
        Ok(_) => {}
        Err(error) => return Err(error.into()),
    }
    let mut bytes = vec![0; AT_ONCE];
    match read(&terminal, &mut bytes) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(count) => {
            bytes.truncate(count);
            Ok(Some(bytes))
        }
        Err(Errno::INTR | Errno::AGAIN) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Elsewhere nothing is read here; what comes meanwhile waits for the library.
#[cfg(not(unix))]
fn read_within(time: Duration) -> io::Result<Option<Vec<u8>>> {
    std::thread::sleep(time);
    Ok(None)
}

/// Makes a key of each byte or character, as the library does with a sequence that comes byte by byte; the assembler puts
/// the sequences together.
#[derive(Debug, Default)]
struct KeyDecoder {
    /// The bytes of a character that has begun.
    begun: Vec<u8>,
}

impl KeyDecoder {
    const fn is_incomplete(&self) -> bool {
        !self.begun.is_empty()
    }

    fn take(&mut self, byte: u8) -> Option<KeyEvent> {
        if byte.is_ascii() {
            // A character that broke off is dropped.
            self.begun.clear();
            return Some(of_ascii(byte));
        }
        self.begun.push(byte);
        match std::str::from_utf8(&self.begun) {
            Ok(text) => {
                let key = text.chars().next().map(of_char);
                self.begun.clear();
                key
            }
            Err(error) => {
                if error.error_len().is_some() {
                    self.begun.clear();
                }
                None
            }
        }
    }
}

/// The key of an ASCII byte, as terminals have sent it since the VT100.
fn of_ascii(byte: u8) -> KeyEvent {
    let ctrl = |first: u8| KeyEvent::new(KeyCode::Char(char::from(byte + first)), KeyModifiers::CONTROL);
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match byte {
        0x00 => KeyEvent::new(KeyCode::Char(' '), KeyModifiers::CONTROL),
        b'\r' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x1b => plain(KeyCode::Esc),
        0x7f => plain(KeyCode::Backspace),
        0x01..=0x1a => ctrl(b'a' - 1),
        0x1c..=0x1f => ctrl(b'4' - 0x1c),
        _ => of_char(char::from(byte)),
    }
}

fn of_char(c: char) -> KeyEvent {
    let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
    KeyEvent::new(KeyCode::Char(c), modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(bytes: &[u8]) -> Vec<KeyEvent> {
        let mut decoder = KeyDecoder::default();
        bytes.iter().filter_map(|byte| decoder.take(*byte)).collect()
    }

    #[test]
    fn every_byte_is_the_key_that_was_pressed() {
        for (byte, code, modifiers) in [
            (b'a', KeyCode::Char('a'), KeyModifiers::NONE),
            (b'A', KeyCode::Char('A'), KeyModifiers::SHIFT),
            (b'\r', KeyCode::Enter, KeyModifiers::NONE),
            (b'\n', KeyCode::Char('j'), KeyModifiers::CONTROL),
            (0x11, KeyCode::Char('q'), KeyModifiers::CONTROL),
            (0x1d, KeyCode::Char('5'), KeyModifiers::CONTROL),
            (0x00, KeyCode::Char(' '), KeyModifiers::CONTROL),
            (0x7f, KeyCode::Backspace, KeyModifiers::NONE),
            (0x1b, KeyCode::Esc, KeyModifiers::NONE),
        ] {
            assert_eq!(keys(&[byte]), [KeyEvent::new(code, modifiers)], "{byte}");
        }
    }

    #[test]
    fn a_character_of_several_bytes_is_one_key_and_a_broken_one_is_none() {
        assert_eq!(keys("é顧😀".as_bytes()), ['é', '顧', '😀'].map(of_char));
        assert_eq!(keys(b"\xff\xc3a"), [of_char('a')]);
    }
}
