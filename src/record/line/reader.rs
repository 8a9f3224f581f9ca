mod event;
mod gap;
mod header;
mod strike;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::body::{column_at, split_mark};
use super::chain::{Chain, Proof};
use super::fault::{Fault, Trouble};
use super::fragment::fragments;
use super::heading::Heading;
use super::numbers::LineNumbers;
use super::piece::{FilePiece, HeldLine, PieceKind, UnknownLine};
use super::{BANNER, CLOSING, LineMark};
use crate::record::Event;

pub(super) use gap::NOTE;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads a session file line by line. Its results are complete up to the last line that it took.
#[derive(Clone, Debug, Default)]
pub(super) struct LineReader {
    pub(super) heading: Option<Heading>,
    /// Whether a header was found that could be read in full, or one of a newer version.
    has_header: bool,
    pub(super) events: Vec<Event>,
    pub(super) unknown: Vec<UnknownLine>,
    pub(super) pieces: Vec<FilePiece>,
    /// The faults that the pieces themselves do not show.
    pub(super) faults: Vec<Fault>,
    pub(super) numbers: LineNumbers,
    pub(super) chain: Chain,
    /// The numbers of the events whose text is to be removed for good.
    pub(super) ordered: BTreeSet<u64>,
    /// The events whose text is still in the file although it was ordered to be removed, by index among the events.
    pub(super) unstruck: BTreeMap<usize, Event>,
    /// How many bytes were taken.
    pub(super) offset: usize,
    /// The column after the last line, if that line has no line break.
    pub(super) open_end: Option<usize>,
    /// The first line that ends in CR LF, from 1, and the number of such lines.
    pub(super) line_ends: Option<(usize, usize)>,
    line: usize,
    stage: Awaited,
    /// The pieces that a line below may still prove.
    pending: Vec<usize>,
    /// Whether the mark above the next line is gone.
    orphaned: bool,
    /// The index of the gap since the last numbered line; `None` without a gap.
    gap: Option<usize>,
}

/// The part of the file that is expected next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Awaited {
    #[default]
    Banner,
    Header,
    Events,
}

/// A line or a fragment of one, with its place in the file.
#[derive(Clone, Copy)]
struct Stretch<'a> {
    text: &'a [u8],
    at: usize,
    column: usize,
}

impl Stretch<'_> {
    /// Returns the place of the first `length` bytes in the file.
    const fn first(&self, length: usize) -> Range<usize> {
        self.at..self.at + length
    }

    /// Returns the column of a byte of this line.
    fn column_at(&self, byte: usize) -> usize {
        self.column + column_at(self.text, byte) - 1
    }
}

/// The number of bytes of a short line, by which the room for the lines of a file is estimated.
const SHORT_LINE: usize = 150;

impl LineReader {
    /// Returns a reader for a file of so many bytes.
    pub(super) fn with_room_for(bytes: usize) -> Self {
        let lines = bytes / SHORT_LINE;
        Self { events: Vec::with_capacity(lines), pieces: Vec::with_capacity(lines), ..Self::default() }
    }

    /// Takes the next line, given without its line break.
    pub(super) fn take(&mut self, bytes: &[u8], ended: bool) {
        self.line += 1;
        let mut line = Stretch { text: bytes, at: self.offset, column: 1 };
        if let Some(text) = bytes.strip_prefix(BYTE_ORDER_MARK).filter(|_| self.line == 1) {
            self.faults.push(Fault::at(1, 1, Trouble::ByteOrderMark));
            line = Stretch { text, at: self.offset + BYTE_ORDER_MARK.len(), ..line };
        }
        if let Some(text) = line.text.strip_suffix(b"\r").filter(|_| ended) {
            line.text = text;
            self.line_ends.get_or_insert((self.line, 0)).1 += 1;
        }
        if ended || !line.text.is_empty() {
            self.take_text(line);
        }
        self.offset += bytes.len() + usize::from(ended);
        self.open_end = (!ended).then(|| column_at(bytes, bytes.len()));
        if let Some(last) = self.pieces.last_mut() {
            last.span.end = self.offset;
        }
    }

    /// Whether this line, given without its line break, is the expected next one: the banner itself, or a line whose
    /// mark is correct.
    pub(super) fn proves(&self, line: &[u8]) -> bool {
        if self.stage == Awaited::Banner {
            return line == BANNER.trim_end().as_bytes();
        }
        let (text, mark) = split_mark(line);
        match self.stage {
            Awaited::Header => mark == Some(LineMark::seal(None, text)),
            _ => mark.is_some_and(|mark| self.chain.proof(text, mark).is_some()),
        }
    }

    fn take_text(&mut self, line: Stretch<'_>) {
        if self.takes_exact(line) {
            return;
        }
        let cuts = fragments(line.text);
        let single = cuts.len() == 1;
        for cut in cuts {
            let text = line.text.get(cut.clone()).unwrap_or_default();
            let column = column_at(line.text, cut.start);
            let fragment = Stretch { text, at: line.at + cut.start, column };
            if single || !self.takes_exact(fragment) {
                self.take_damaged(fragment);
            }
            let used = !matches!(self.pieces.last(), Some(FilePiece { kind: PieceKind::Gap(_), .. }));
            if used && column > 1 {
                self.faults.push(Fault::at(self.line, column, Trouble::Glued));
            }
        }
    }

    /// Takes a line that has exactly the form in which this program writes lines, whether its mark is right or not.
    fn takes_exact(&mut self, line: Stretch<'_>) -> bool {
        const CLOSED: &[u8] = CLOSING.as_bytes().trim_ascii_end();

        if self.stage == Awaited::Banner && line.text == BANNER.trim_end().as_bytes() {
            self.push(line, PieceKind::Banner { right: true });
        } else if line.text == CLOSED {
            self.push(line, PieceKind::Closing { right: true });
        } else if line.text.trim_ascii().is_empty() {
            self.push(line, PieceKind::Blank);
        } else {
            return (self.awaits_header() && self.takes_header(line))
                || self.takes_event(line)
                || self.takes_note(line);
        }
        true
    }

    fn take_damaged(&mut self, line: Stretch<'_>) {
        if (self.awaits_header() && self.takes_loose_header(line)) || self.takes_loose_event(line) {
            return;
        }
        if self.heading.is_none() && self.stage != Awaited::Events && self.salvages_header(line) {
            return;
        }
        match self.stage {
            Awaited::Banner => self.push(line, PieceKind::Banner { right: false }),
            _ if line.text.trim_ascii() == CLOSING.trim_end().as_bytes() => {
                self.push(line, PieceKind::Closing { right: false });
            }
            _ => self.take_gap(line),
        }
    }

    /// Whether no header could be read in full so far; the next complete header then counts, wherever it stands.
    pub(super) fn awaits_header(&self) -> bool {
        !self.has_header
    }

    fn push(&mut self, line: Stretch<'_>, kind: PieceKind) {
        self.stage = match kind {
            PieceKind::Banner { .. } => Awaited::Header,
            PieceKind::Gap(_) | PieceKind::Blank => self.stage,
            _ => Awaited::Events,
        };
        self.pieces.push(FilePiece { span: line.first(line.text.len()), line: self.line, column: line.column, kind });
    }

    fn latest(&self) -> Option<usize> {
        self.pieces.len().checked_sub(1)
    }

    /// Adds a line that is used, and continues the chain from its mark.
    fn hold(
        &mut self,
        line: Stretch<'_>,
        held: HeldLine,
        proof: Option<Proof>,
        kind: impl FnOnce(HeldLine) -> PieceKind,
    ) {
        let (mark, computed) = (held.mark, held.computed);
        self.push(line, kind(held));
        if let (Some(mark), Some(proof)) = (mark, proof) {
            self.prove(mark, proof);
        } else {
            self.pass(mark, computed);
        }
    }

    /// Continues the chain after a line that only a line below can prove.
    fn pass(&mut self, mark: Option<LineMark>, computed: LineMark) {
        self.chain.pass(mark, computed);
        self.pending.extend(self.latest());
        self.orphaned &= mark.is_none();
    }

    /// Notes that a line is proven, and with it perhaps the texts above it.
    fn prove(&mut self, mark: LineMark, proof: Proof) {
        for index in self.pending.drain(..).filter(|_| proof == Proof::AsComputed) {
            if let Some(piece) = self.pieces.get_mut(index) {
                piece.prove_text();
            }
        }
        self.hold_on_to(mark);
    }

    /// Continues the chain after a text that is lost, from its mark if that is left.
    fn lose(&mut self, mark: Option<LineMark>) {
        self.orphaned = true;
        if let Some(mark) = mark {
            self.pending.clear();
            self.hold_on_to(mark);
        }
    }

    fn hold_on_to(&mut self, mark: LineMark) {
        self.chain.hold_on_to(mark);
        self.orphaned = false;
    }
}
