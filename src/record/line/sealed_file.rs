//! The lines of a session file that can be handed on byte for byte: those that are sealed without a fault, from the
//! header on.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::body::{event, seq_of, split_mark};
use super::grow::Replaced;
use super::{BANNER, CLOSING, LineMark, heading};
use crate::record::{Event, Fact, Header, HeldBack, SessionTime, TravelRule};

/// A line as it is handed on, or the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedLine {
    /// The text up to its mark, without ` // ` and the mark.
    pub text: String,
    /// The mark, which seals the text and the mark above.
    pub mark: LineMark,
}

impl CarriedLine {
    /// Returns the line as it stands in a session file, with its line break.
    pub fn written(&self) -> String {
        format!("{} // {}\n", self.text, self.mark)
    }

    /// Whether the mark seals this text below a line with the mark `above`, on a line of its own.
    pub fn is_sealed_below(&self, above: LineMark) -> bool {
        !self.text.contains('\n') && LineMark::seal(Some(above), self.text.as_bytes()) == self.mark
    }

    /// Whether the text was removed for good and only its place is left, so that its mark seals a text that is gone.
    pub fn is_struck(&self) -> bool {
        !self.text.contains('\n') && struck_event(self.text.as_bytes()).is_some()
    }

    /// Returns the header of a session in this line; `None` when it is none, when its mark does not seal it, or when a
    /// newer version wrote it.
    pub fn header(&self) -> Option<Header> {
        let sealed = !self.text.contains('\n') && LineMark::seal(None, self.text.as_bytes()) == self.mark;
        heading::parse(&self.text).filter(|_| sealed)
    }
}

/// Where a line stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct LineSpan {
    /// The bytes of its text, without its mark.
    text: Range<usize>,
    mark: LineMark,
    /// The number of its event; `None` for a line that states none.
    seq: Option<u64>,
}

/// A session file that is read on as it grows, as far as its lines are sealed without a fault. Of a line it remembers
/// only where it stands and its mark.
#[derive(Clone, Debug, Default)]
pub struct SealedFile {
    header: Option<(Header, LineSpan)>,
    rule: Option<TravelRule>,
    lines: Vec<LineSpan>,
    /// The numbers of the events whose text is to be removed for good.
    ordered: BTreeSet<u64>,
    /// The places of lines that are struck and for which no line below has ordered it yet, by the numbers of their
    /// events.
    unordered: BTreeMap<u64, usize>,
    /// The places of the lines that were struck when they were taken.
    emptied: Vec<usize>,
    /// When the session was closed; `None` while it runs.
    closed: Option<SessionTime>,
    /// How many bytes were taken.
    offset: usize,
    /// The last line taken, with its line break, by which a replaced file is noticed.
    last: Vec<u8>,
    /// The number of the line that is not sealed as it should be, from 1; `None` when the file ends as it should.
    unsound: Option<usize>,
}

/// The words of one of which every line must contain that says more than what was said in the room. A typed text may
/// contain such a word too, so the facts decide.
const TELLING: &[&str] = &[
    "MadePrivate",
    "MadeShared",
    "StaysHere",
    "MayTravel",
    "Adopted",
    "Retracted(",
    "Restored(",
    "StrikeOrdered(",
    "Opened(",
    "Joined(",
    "Resumed(",
    "Closed",
    "exposure: Private",
    "scribe: ",
];

impl SealedFile {
    /// Reads a whole file.
    pub fn of(bytes: &[u8]) -> Self {
        let mut file = Self::default();
        // Nothing was taken before, so nothing can have been replaced.
        let _ = file.take(bytes);
        file
    }

    /// Returns the offset at which to read on, in bytes. The last line is read again, to check that it has not changed.
    pub const fn position(&self) -> usize {
        self.offset.saturating_sub(self.last.len())
    }

    /// Takes the bytes of the file from [`SealedFile::position`] on.
    ///
    /// # Errors
    /// When the last line is no longer there: the file must be read from its beginning.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), Replaced> {
        let rest = bytes.strip_prefix(self.last.as_slice()).ok_or(Replaced)?;
        let taken = self.take_lines(rest);
        if rest.get(taken..) != Some(CLOSING.as_bytes()) {
            let banner_and_header = usize::from(self.offset > 0) + usize::from(self.header.is_some());
            self.unsound = Some(self.lines.len().saturating_add(banner_and_header).saturating_add(1));
        }
        Ok(())
    }

    /// Takes lines that stand below those that were taken, up to the first one that is not sealed below the line above.
    /// Returns how many bytes they have; the closing bracket is to stand below them.
    pub fn take_lines(&mut self, lines: &[u8]) -> usize {
        let (mut taken, mut last) = (0_usize, None);
        self.unsound = None;
        for line in lines.split_inclusive(|byte| *byte == b'\n') {
            if !line.strip_suffix(b"\n").is_some_and(|text| self.takes(text)) {
                break;
            }
            self.offset = self.offset.saturating_add(line.len());
            taken = taken.saturating_add(line.len());
            last = Some(line);
        }
        if let Some(last) = last {
            self.last = last.to_vec();
        }
        taken
    }

    /// The last line that was taken, with its line break, and the closing bracket: how a file ends that holds no more.
    pub fn ending(&self) -> Vec<u8> {
        [self.last.as_slice(), CLOSING.as_bytes()].concat()
    }

    fn takes(&mut self, line: &[u8]) -> bool {
        if self.offset == 0 {
            return line == BANNER.trim_end().as_bytes();
        }
        let (text, Some(mark)) = split_mark(line) else { return false };
        let place = self.offset..self.offset.saturating_add(text.len());
        let Some(above) = self.last_mark() else { return self.takes_header(text, place, mark) };
        let sealed = LineMark::seal(Some(above), text) == mark;
        let struck = if sealed { None } else { struck_event(text) };
        if !sealed && struck.is_none() {
            return false;
        }
        let seq = seq_of(text);
        if !sealed {
            self.emptied.push(self.lines.len());
        }
        if let Some(seq) = seq.filter(|seq| !sealed && !self.ordered.contains(seq)) {
            self.unordered.insert(seq, self.lines.len());
        }
        if sealed && let Some(event) = telling_event(text) {
            self.heed(&event);
        }
        self.lines.push(LineSpan { text: place, mark, seq });
        true
    }

    fn takes_header(&mut self, text: &[u8], place: Range<usize>, mark: LineMark) -> bool {
        let header = std::str::from_utf8(text).ok().and_then(heading::parse);
        let Some(header) = header.filter(|_| LineMark::seal(None, text) == mark) else { return false };
        self.rule = Some(TravelRule::new(&header));
        self.header = Some((header, LineSpan { text: place, mark, seq: None }));
        true
    }

    /// Takes in what a line says about the session itself.
    fn heed(&mut self, event: &Event) {
        if let Some(rule) = &mut self.rule {
            rule.take(event);
        }
        for fact in &event.facts {
            match fact {
                Fact::StrikeOrdered { seq } => {
                    self.ordered.insert(*seq);
                    self.unordered.remove(seq);
                }
                Fact::Closed => self.closed = Some(event.at),
                Fact::Resumed { .. } => self.closed = None,
                _ => {}
            }
        }
    }

    /// Returns the header; `None` when the file does not begin as a session of this version.
    pub fn header(&self) -> Option<&Header> {
        self.header.as_ref().map(|(header, _)| header)
    }

    /// Returns the reason why the session does not travel; `None` when it does, or when it has no header.
    pub fn withheld(&self) -> Option<HeldBack> {
        self.rule.as_ref().and_then(TravelRule::withheld)
    }

    /// Returns the number of lines below the header.
    pub const fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no line below the header.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns how many lines can be handed on: all of them, or those above a struck line that no line ordered to strike.
    pub fn sound(&self) -> usize {
        self.unordered.values().min().copied().unwrap_or(self.lines.len())
    }

    /// Returns the number of the line in the file, from 1, that is not sealed as it should be. A line that is just being
    /// written is such a line for a moment.
    pub fn unsound_line(&self) -> Option<usize> {
        let struck = self.unordered.values().min().map(|place| place.saturating_add(3));
        struck.or(self.unsound)
    }

    /// Returns the mark of a line by its place, from 1; of the header for place 0.
    pub fn mark_at(&self, place: usize) -> Option<LineMark> {
        self.at(place).map(|span| span.mark)
    }

    /// Returns the mark over which the next line is sealed.
    pub fn last_mark(&self) -> Option<LineMark> {
        self.mark_at(self.lines.len())
    }

    /// Returns the place of the line, from 1, of the event with this number.
    pub fn place_of(&self, seq: u64) -> Option<usize> {
        let index = usize::try_from(seq).ok()?.checked_sub(1)?;
        let is_it = |span: &LineSpan| span.seq == Some(seq);
        let usual = self.lines.get(index).is_some_and(is_it).then_some(index);
        usual.or_else(|| self.lines.iter().position(is_it)).map(|index| index.saturating_add(1))
    }

    /// Returns the places of the lines whose text was ordered to be removed for good, from 1.
    pub fn ordered(&self) -> impl Iterator<Item = usize> {
        self.ordered.iter().filter_map(|seq| self.place_of(*seq))
    }

    /// Returns the places, from 1, of the lines that were struck out when they were taken.
    pub fn emptied(&self) -> impl Iterator<Item = usize> {
        self.emptied.iter().map(|index| index.saturating_add(1))
    }

    /// Returns when the session was closed; `None` while it runs.
    pub const fn closed(&self) -> Option<SessionTime> {
        self.closed
    }

    /// Returns the end of the last line, in bytes; what stands below is the closing bracket, or not sealed.
    pub const fn end(&self) -> usize {
        self.offset
    }

    /// Returns the span of bytes in which the lines from place `first` up to place `last` stand; 0 is the header.
    pub fn span_of(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let (from, to) = (self.at(first)?, self.at(last)?);
        Some(from.text.start..to.text.end.saturating_add(4).saturating_add(LineMark::DIGITS))
    }

    fn at(&self, place: usize) -> Option<&LineSpan> {
        match place.checked_sub(1) {
            None => self.header.as_ref().map(|(_, span)| span),
            Some(index) => self.lines.get(index),
        }
    }
}

impl CarriedLine {
    /// Splits bytes of a session file, such as those of [`SealedFile::span_of`], into lines; `None` when one of them is
    /// not text or has no mark.
    pub fn all_in(bytes: &[u8]) -> Option<Vec<Self>> {
        let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let line = |line: &[u8]| {
            let (text, mark) = split_mark(line);
            Some(Self { text: std::str::from_utf8(text).ok()?.to_owned(), mark: mark? })
        };
        lines.map(line).collect()
    }
}

/// Returns the event of a line whose text was removed for good; `None` for any other line.
fn struck_event(text: &[u8]) -> Option<Event> {
    // A struck line keeps its length, with spaces before its mark.
    let body = text.trim_ascii_end().strip_suffix(b",")?;
    event(body).ok().filter(Event::is_struck)
}

/// Returns the event of a line that may say something about the session itself.
fn telling_event(text: &[u8]) -> Option<Event> {
    let said = std::str::from_utf8(text).ok()?;
    if !TELLING.iter().any(|word| said.contains(word)) {
        return None;
    }
    event(said.trim_ascii_end().strip_suffix(',')?.as_bytes()).ok()
}

#[cfg(test)]
mod tests;
