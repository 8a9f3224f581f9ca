use std::collections::BTreeSet;

use memchr::memchr;

use super::fault::{Fault, Trouble};
use super::heading::Heading;
use super::piece::{FilePiece, PieceKind, UnknownLine};
use super::reader::LineReader;
use super::tail::TailRepair;
use super::{FaultSeverity, LineMark};
use crate::record::{Event, Fact};

/// The contents of a session file, and all of its faults.
#[derive(Clone, Debug)]
pub struct FileReading {
    /// The header, as far as it could be read.
    pub heading: Heading,
    /// The events that can be used, in file order.
    pub events: Vec<Event>,
    /// The lines of a newer version, unchanged.
    pub unknown: Vec<UnknownLine>,
    /// The faults, in file order.
    pub faults: Vec<Fault>,
    /// How to repair the end of the file; `None` when the file ends as expected.
    pub tail: Option<TailRepair>,
    pub(super) pieces: Vec<FilePiece>,
    pub(super) ordered: BTreeSet<u64>,
    unstruck: Vec<Event>,
    highest: u64,
    known: bool,
}

/// Reads the bytes of a session file, whatever they contain.
pub fn read(bytes: &[u8]) -> FileReading {
    let mut reader = LineReader::with_room_for(bytes.len());
    let mut rest = bytes;
    while let Some((line, below)) = memchr(b'\n', rest).and_then(|end| rest.split_at_checked(end)) {
        reader.take(line, true);
        rest = below.get(1..).unwrap_or_default();
    }
    if !rest.is_empty() {
        reader.take(rest, false);
    }
    reader.finish()
}

/// Reads the header from the first bytes of a file, which may end anywhere after it. If other text precedes the header,
/// it is found further down.
pub fn read_heading(bytes: &[u8]) -> Option<Heading> {
    let mut reader = LineReader::default();
    for line in bytes.split(|byte| *byte == b'\n') {
        reader.take(line, true);
        if !reader.awaits_header() {
            break;
        }
    }
    match reader.heading {
        None if !reader.events.is_empty() => Some(Heading::nothing()),
        heading => heading,
    }
}

impl FileReading {
    /// Whether the file contains anything of a session.
    pub fn is_session(&self) -> bool {
        self.known || !self.events.is_empty() || !self.unknown.is_empty()
    }

    /// Returns the events whose text was ordered to be removed for good but is still in the file, with that text.
    ///
    /// Only the code that removes the text may use these events; [`FileReading::events`] contains their struck form.
    pub fn unstruck(&self) -> &[Event] {
        &self.unstruck
    }

    /// Returns the number of the next line, which is greater than those of lines that only a newer version can parse.
    pub const fn next_seq(&self) -> u64 {
        self.highest.saturating_add(1)
    }

    /// Returns the mark over which the next line is sealed.
    pub fn last_mark(&self) -> Option<LineMark> {
        let end = self.tail.as_ref().map_or(usize::MAX, |tail| tail.keep);
        let before_end = self.pieces.iter().filter(|piece| piece.span.start < end);
        before_end.rev().find_map(FilePiece::mark)
    }

    /// Returns the highest severity of any fault; `None` when there are no faults.
    pub fn weight(&self) -> Option<FaultSeverity> {
        self.faults.iter().map(Fault::weight).max()
    }

    /// Whether the header can be read and has a mark, so that lines can be added below it.
    pub fn has_sound_header(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(&piece.kind, PieceKind::Header(held) if held.mark.is_some()))
    }

    /// Whether a newer version wrote the header.
    pub fn is_newer(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece.kind, PieceKind::NewerHeader))
    }

    /// Returns the name of the last known holder of the keyboard; `None` when the file does not state one.
    pub fn facilitator(&self) -> Option<&str> {
        let facts = self.events.iter().rev().flat_map(|event| event.facts.iter().rev());
        facts.into_iter().find_map(|fact| match fact {
            Fact::Opened { facilitator, .. } => facilitator.as_deref(),
            Fact::Resumed { who } => who.as_deref(),
            _ => None,
        })
    }
}

impl LineReader {
    fn finish(mut self) -> FileReading {
        self.settle_strikes();
        let tail = self.tail();
        let faults = self.all_faults(tail.as_ref());
        let known = self.heading.is_some();
        FileReading {
            heading: self.heading.unwrap_or_else(Heading::nothing),
            events: self.events,
            unknown: self.unknown,
            faults,
            tail,
            highest: self.numbers.highest(),
            pieces: self.pieces,
            ordered: self.ordered,
            unstruck: self.unstruck.into_values().collect(),
            known,
        }
    }

    fn all_faults(&self, tail: Option<&TailRepair>) -> Vec<Fault> {
        let is_session = self.heading.is_some() || !self.events.is_empty() || !self.unknown.is_empty();
        if !is_session {
            return vec![Fault::at(1, 1, Trouble::Empty)];
        }
        let end = tail.filter(|tail| !tail.torn.is_empty()).map_or(self.offset, |tail| tail.torn.start);
        let mut faults = self.faults.clone();
        faults.extend(self.faults_at_the_top());
        for (index, piece) in self.pieces.iter().enumerate().filter(|(_, piece)| piece.span.start < end) {
            let early = self.closes_early(index).then_some((piece.column, Trouble::EarlyClosing));
            let troubles = piece.troubles().into_iter().chain(early);
            faults.extend(troubles.map(|(column, trouble)| Fault::at(piece.line, column, trouble)));
        }
        let unstruck = self.unstruck_lines();
        faults.extend(unstruck.map(|(piece, seq)| Fault::at(piece.line, piece.column, Trouble::Unstruck { seq })));
        faults.extend(tail.map(|tail| tail.fault.clone()));
        faults.sort_by_key(|fault| (fault.line, fault.column));
        faults
    }

    fn faults_at_the_top(&self) -> impl Iterator<Item = Fault> + use<> {
        let lines = self.line_ends.map(|(first, lines)| Fault::at(first, 1, Trouble::LineEnds { lines }));
        let has_banner = self.pieces.iter().any(|piece| matches!(piece.kind, PieceKind::Banner { .. }));
        let banner = (!has_banner).then_some(Fault::at(1, 1, Trouble::Banner));
        let body = |piece: &&FilePiece| piece.holds_the_session() && !matches!(piece.kind, PieceKind::Banner { .. });
        let first = self.pieces.iter().find(body);
        let header = first.filter(|piece| !piece.is_header()).map(|piece| {
            let trouble = if self.heading.is_some() { Trouble::LateHeader } else { Trouble::NoHeader };
            Fault::at(piece.line, piece.column, trouble)
        });
        lines.into_iter().chain(banner).chain(header).chain(self.unknown_zone())
    }

    fn unknown_zone(&self) -> Option<Fault> {
        let zone = &self.heading.as_ref()?.header.zone;
        let header = self.pieces.iter().find(|piece| piece.is_header())?;
        let name = zone.name().filter(|_| !zone.is_known())?.to_owned();
        Some(Fault::at(header.line, header.column, Trouble::Zone { name }))
    }

    fn closes_early(&self, index: usize) -> bool {
        let closing = |piece: &FilePiece| matches!(piece.kind, PieceKind::Closing { .. });
        let mut rest = self.pieces.get(index..).unwrap_or_default().iter();
        rest.next().is_some_and(closing) && rest.any(FilePiece::holds_the_session)
    }
}
