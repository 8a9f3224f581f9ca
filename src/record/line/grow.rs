use thiserror::Error;

use super::body::{event, split_mark};
use super::piece::UnknownLine;
use super::reader::LineReader;
use super::{CLOSING, Heading};
use crate::record::Event;

/// A session file that is read while a program writes it: line by line, as far as the lines are final.
///
/// A reader may see a half-written line, so an incomplete line is never reported as damage; it is read again later.
#[derive(Clone, Debug, Default)]
pub struct GrowingFile {
    reader: LineReader,
    last: Vec<u8>,
}

/// The file no longer contains the lines that were read before; it must be read again from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the lines read before are no longer there")]
pub struct Replaced;

impl GrowingFile {
    /// Returns the offset at which to read on, in bytes. The last line is read again, to check that it has not changed.
    pub const fn position(&self) -> usize {
        self.reader.offset - self.last.len()
    }

    /// Takes the bytes of the file from [`GrowingFile::position`] on.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), Replaced> {
        let mut rest = bytes.strip_prefix(self.last.as_slice()).ok_or(Replaced)?;
        while let Some((line, after)) = split_line(rest) {
            if !self.is_final(line, after) {
                break;
            }
            self.reader.take(line, true);
            self.last = [line, b"\n"].concat();
            rest = after;
        }
        Ok(())
    }

    /// Returns the header; `None` until it has been read.
    pub const fn heading(&self) -> Option<&Heading> {
        self.reader.heading.as_ref()
    }

    /// Returns the events read so far.
    pub fn events(&self) -> &[Event] {
        &self.reader.events
    }

    /// Returns the lines read so far that only a newer version can parse.
    pub fn unknown(&self) -> &[UnknownLine] {
        &self.reader.unknown
    }

    /// Whether a line is final: its mark proves it, or the writer has continued after it.
    fn is_final(&self, line: &[u8], after: &[u8]) -> bool {
        let goes_on = split_line(after).is_some();
        if line == CLOSING.trim_end().as_bytes() {
            return goes_on;
        }
        if self.reader.proves(line) {
            return true;
        }
        if after == CLOSING.as_bytes() {
            let (text, _) = split_mark(line);
            return event(text.strip_suffix(b",").unwrap_or(text)).is_ok();
        }
        goes_on
    }
}

fn split_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at_checked(end)?;
    Some((line, rest.get(1..).unwrap_or_default()))
}
