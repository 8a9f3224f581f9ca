use thiserror::Error;

use super::body::{event, split_mark};
use super::piece::UnknownLine;
use super::reader::LineReader;
use super::{CLOSING, Heading};
use crate::record::Event;

/// A session file read while somebody writes it: line by line, as far as the lines are final.
///
/// A writer may be seen in the middle of a write, so what is not complete yet is never damage, only not there yet.
#[derive(Clone, Debug, Default)]
pub struct GrowingFile {
    reader: LineReader,
    last: Vec<u8>,
}

/// The file is no longer the one whose lines were read before; it has to be read from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the lines read before are no longer there")]
pub struct Replaced;

impl GrowingFile {
    /// The offset at which to read on: the last line is read again, to check that it is still there.
    pub const fn position(&self) -> usize {
        self.reader.offset - self.last.len()
    }

    /// Takes what the file holds from [`GrowingFile::position`] on.
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

    /// The header, once it is there.
    pub const fn heading(&self) -> Option<&Heading> {
        self.reader.heading.as_ref()
    }

    /// The events so far.
    pub fn events(&self) -> &[Event] {
        &self.reader.events
    }

    /// The lines so far that only a newer version can read.
    pub fn unknown(&self) -> &[UnknownLine] {
        &self.reader.unknown
    }

    /// Whether a line can be judged: it is proven, or the writer has gone on past it.
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
