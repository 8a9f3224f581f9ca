use std::ops::Range;

use super::body::{at_of, seq_of, split_mark};
use super::piece::{FilePiece, PieceKind, Seal};
use super::read::FileReading;
use super::style::{closely, on_one_line};
use crate::record::Event;

/// Bytes to write over as many bytes of a session file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overwrite {
    /// The offset of the first byte to overwrite.
    pub at: usize,
    /// The new bytes.
    pub bytes: Vec<u8>,
    /// The line of these bytes, from 1.
    pub(super) line: usize,
}

/// The bytes to write where text was ordered to be removed for good. Nothing is moved, and every mark stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strikes {
    /// The overwrites of unusable bytes, which may contain words of the removed text. They must be on disk before the
    /// lines are overwritten, because afterwards the file no longer shows that a removal was pending.
    pub gaps: Vec<Overwrite>,
    /// The overwrites of the lines themselves.
    pub lines: Vec<Overwrite>,
}

/// Returns the overwrites for all text of `bytes`, read as `reading`, whose removal was ordered, even if it is gone
/// already.
pub fn strikes(bytes: &[u8], reading: &FileReading) -> Strikes {
    let mut strikes = Strikes::default();
    if reading.ordered.is_empty() {
        return strikes;
    }
    let mut events = reading.events.iter();
    for (place, piece) in reading.pieces.iter().enumerate() {
        let event = if matches!(piece.kind, PieceKind::Event(_)) { events.next() } else { None };
        match struck(piece, event, bytes, reading) {
            Some(event) => {
                let below = reading.pieces.get(place + 1..).unwrap_or_default();
                strikes.lines.push(over_line(piece, below, &event, bytes));
            }
            None if piece.is_gap() => strikes.gaps.extend(over_gap(piece, bytes)),
            None => {}
        }
    }
    if strikes.lines.iter().all(|line| line.stands_in(bytes)) {
        strikes.gaps.clear();
    }
    strikes
}

impl Strikes {
    /// Whether these bytes already contain all new bytes at their places.
    pub fn stand_in(&self, bytes: &[u8]) -> bool {
        self.all().all(|overwrite| overwrite.stands_in(bytes))
    }

    /// Returns all overwrites, those of unusable bytes first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Overwrite> {
        self.gaps.iter().chain(&self.lines)
    }
}

impl Overwrite {
    pub(super) fn stands_in(&self, bytes: &[u8]) -> bool {
        bytes.get(self.place()) == Some(&self.bytes)
    }

    /// Returns the range of the bytes to overwrite.
    pub(super) const fn place(&self) -> Range<usize> {
        self.at..self.at + self.bytes.len()
    }
}

/// Returns the struck event that a piece is to become; `None` when its removal was not ordered.
fn struck(piece: &FilePiece, event: Option<&Event>, bytes: &[u8], reading: &FileReading) -> Option<Event> {
    let struck = match &piece.kind {
        PieceKind::Event(_) => event.filter(|event| event.is_struck())?.clone(),
        PieceKind::Doubled { seq, .. } => {
            reading.events.iter().find(|event| event.seq == *seq && event.is_struck())?.clone()
        }
        // The power failed while the line was overwritten: the old and the new text begin with the same number and
        // time.
        PieceKind::Gap(_) => {
            let text = bytes.get(piece.span.clone())?;
            Event { seq: seq_of(text)?, at: at_of(text)?, ..Event::default() }.struck()
        }
        _ => return None,
    };
    reading.ordered.contains(&struck.seq).then_some(struck)
}

fn over_line(piece: &FilePiece, below: &[FilePiece], event: &Event, bytes: &[u8]) -> Overwrite {
    let line = line_at(bytes, piece.span.start);
    let end = if is_frayed(piece) {
        // The remains of a half-overwritten line may look like separate lines; a line that its mark proves is a real
        // one.
        let proven = below.iter().take_while(|next| next.line == piece.line).find(|next| is_proven(next));
        proven.map_or(line.end, |next| next.span.start)
    } else {
        line.end.min(piece.span.end)
    };
    let text = text_of(bytes, line.start..end);
    Overwrite { at: text.start, bytes: filling(text.len(), event), line: piece.line }
}

const fn is_frayed(piece: &FilePiece) -> bool {
    match &piece.kind {
        PieceKind::Event(held) => held.loose,
        kind => matches!(kind, PieceKind::Gap(_)),
    }
}

const fn is_proven(piece: &FilePiece) -> bool {
    match &piece.kind {
        PieceKind::Event(held) | PieceKind::Unknown(held) => matches!(held.seal, Seal::Right),
        _ => false,
    }
}

fn over_gap(piece: &FilePiece, bytes: &[u8]) -> Vec<Overwrite> {
    let mut overwrites = Vec::new();
    let (mut start, mut line) = (piece.span.start, piece.line);
    while start < piece.span.end {
        let whole = line_at(bytes, start);
        let text = text_of(bytes, whole.start..whole.end.min(piece.span.end));
        overwrites.push(Overwrite { at: text.start, bytes: vec![b' '; text.len()], line });
        start = whole.end + 1;
        line += 1;
    }
    overwrites
}

/// Returns the range from a byte to the end of its line.
fn line_at(bytes: &[u8], start: usize) -> Range<usize> {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    start..start + length
}

/// Returns the range of a line without its mark and its line break.
fn text_of(bytes: &[u8], line: Range<usize>) -> Range<usize> {
    let whole = bytes.get(line.clone()).unwrap_or_default();
    let whole = whole.strip_suffix(b"\r").unwrap_or(whole);
    line.start..line.start + split_mark(whole).0.len()
}

/// Returns the line of a struck event, padded with spaces to `length` bytes.
fn filling(length: usize, event: &Event) -> Vec<u8> {
    let written = [on_one_line(event), closely(event)].into_iter().filter_map(Result::ok);
    let fitting = written.map(|text| format!("{text},")).find(|text| text.len() <= length);
    // No line with content is shorter than its struck form. If one were, the text would still be overwritten, with
    // spaces.
    let mut line = fitting.unwrap_or_default().into_bytes();
    line.resize(length, b' ');
    line
}
