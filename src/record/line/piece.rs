use std::ops::Range;

use super::body::NotAnEvent;
use super::fault::Trouble;
use super::{HeaderField, LineMark};

/// A line that its mark proves but that this version cannot parse. It is shown as unknown, and never dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLine {
    /// The number of the line in the file, from 1.
    pub line: usize,
    /// How many of [`super::FileReading::events`] precede the line.
    pub after: usize,
    /// The text of the line, without its comma and its mark.
    pub raw: String,
}

/// A piece of a file: a span of bytes with one meaning. The pieces together cover the file from first to last byte.
#[derive(Clone, Debug)]
pub(super) struct FilePiece {
    /// The span of bytes, with the line break after it.
    pub(super) span: Range<usize>,
    /// The line at which the piece begins, from 1.
    pub(super) line: usize,
    /// The column at which the piece begins, in characters from 1.
    pub(super) column: usize,
    /// The meaning of the piece.
    pub(super) kind: PieceKind,
}

#[derive(Clone, Debug)]
pub(super) enum PieceKind {
    /// The comment in the first line; `right` when it is written exactly as expected.
    Banner { right: bool },
    /// A header that could be read in full.
    Header(HeldLine),
    /// A header that its mark proves but that this version cannot parse.
    NewerHeader,
    /// A damaged header, with the fields that were lost. If none was, `computed` is the mark that the header should
    /// have.
    LostHeader { mark: Option<LineMark>, computed: Option<LineMark>, lost: Vec<HeaderField> },
    /// An event that is used.
    Event(HeldLine),
    /// A line that its mark proves but that this version cannot parse.
    Unknown(HeldLine),
    /// A repeat of an earlier line, word for word, which is not used. `mark` is its mark, if correct.
    Doubled { seq: u64, mark: Option<LineMark> },
    /// Bytes that are neither an event nor proven by a mark, and not used.
    Gap(FileGap),
    /// A comment that an earlier repair left in place of a gap.
    Note { mark: Option<LineMark> },
    /// Nothing but white space.
    Blank,
    /// The closing bracket; `right` when it is written exactly as expected.
    Closing { right: bool },
}

/// A line that is kept unchanged.
#[derive(Clone, Debug)]
pub(super) struct HeldLine {
    /// The span of the text that the mark seals, without any bytes between the text and its mark.
    pub(super) text: Range<usize>,
    /// Whether other bytes stand where the comma and the mark should be; `text` then excludes the comma.
    pub(super) loose: bool,
    /// The column after `text`; 0 for a line that has no fault at that column.
    pub(super) end_column: usize,
    /// The mark as written; `None` when the line has none.
    pub(super) mark: Option<LineMark>,
    /// The mark that the line should have at this place.
    pub(super) computed: LineMark,
    /// The result of checking the marks.
    pub(super) seal: Seal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// The mark is correct: the line is as it was written.
    Right,
    /// A line below proves the text; only the mark is damaged.
    MarkDamaged,
    /// The mark does not fit the text, which has changed.
    Changed,
    /// The line has no mark.
    Missing,
    /// The mark above, over which the line was sealed, is gone.
    Unproven,
    /// The text was removed by order of a line below; the mark still is that of the removed text.
    Struck,
}

#[derive(Clone, Debug)]
pub(super) struct FileGap {
    /// The mark at the end of the gap, if one is left.
    pub(super) mark: Option<LineMark>,
    /// Whether line numbers are missing at this place.
    pub(super) hole: bool,
    /// The last line of the gap, from 1.
    pub(super) last_line: usize,
    /// The reason why the beginning of the gap is not an event.
    pub(super) unread: NotAnEvent,
}

impl FilePiece {
    /// Whether the piece is the header, in whatever condition.
    pub(super) const fn is_header(&self) -> bool {
        matches!(self.kind, PieceKind::Header(_) | PieceKind::NewerHeader | PieceKind::LostHeader { .. })
    }

    /// Whether the piece is a gap, whose bytes belong to no line.
    pub(super) const fn is_gap(&self) -> bool {
        matches!(self.kind, PieceKind::Gap(_))
    }

    /// Whether the session extends at least to this piece.
    pub(super) const fn holds_the_session(&self) -> bool {
        !matches!(self.kind, PieceKind::Gap(_) | PieceKind::Blank | PieceKind::Closing { .. })
    }

    /// Returns the mark of the piece, which goes into the mark of the next line; `None` when it has none.
    pub(super) const fn mark(&self) -> Option<LineMark> {
        match &self.kind {
            PieceKind::Header(held) | PieceKind::Event(held) | PieceKind::Unknown(held) => held.mark,
            PieceKind::LostHeader { mark, .. } | PieceKind::Doubled { mark, .. } | PieceKind::Note { mark } => *mark,
            PieceKind::Gap(gap) => gap.mark,
            _ => None,
        }
    }

    /// Notes that the text is proven, so that any fault lies in its mark.
    pub(super) const fn prove_text(&mut self) {
        match &mut self.kind {
            PieceKind::Header(held) | PieceKind::Event(held) => held.seal = Seal::MarkDamaged,
            PieceKind::LostHeader { mark, computed, .. } => *mark = *computed,
            _ => {}
        }
    }

    /// Returns the faults of the piece, each with its column.
    pub(super) fn troubles(&self) -> Vec<(usize, Trouble)> {
        let bytes = self.span.len();
        let trouble = match &self.kind {
            PieceKind::Banner { right: false } => Trouble::Banner,
            PieceKind::Header(held) | PieceKind::Event(held) | PieceKind::Unknown(held) => return self.of_held(held),
            PieceKind::NewerHeader => Trouble::NewerHeader,
            PieceKind::LostHeader { lost, .. } => Trouble::Header { lost: lost.clone() },
            PieceKind::Doubled { seq, .. } => Trouble::Doubled { seq: *seq },
            PieceKind::Gap(gap) => {
                let lines = gap.last_line + 1 - self.line;
                let column = self.column + gap.unread.column - 1;
                return vec![(column, Trouble::Gap { lines, bytes, why: gap.unread.why.clone() })];
            }
            PieceKind::Note { .. } => Trouble::SetAside,
            PieceKind::Blank => Trouble::Blank,
            PieceKind::Closing { right: false } => Trouble::Closing,
            PieceKind::Banner { .. } | PieceKind::Closing { .. } => return Vec::new(),
        };
        vec![(self.column, trouble)]
    }

    fn of_held(&self, held: &HeldLine) -> Vec<(usize, Trouble)> {
        let after_text = held.end_column;
        let unknown = matches!(self.kind, PieceKind::Unknown(_));
        let seal = match held.seal {
            Seal::Struck => None,
            Seal::Right => unknown.then_some((self.column, Trouble::Newer)),
            Seal::MarkDamaged => Some((after_text, Trouble::Mark)),
            Seal::Changed => Some((self.column, Trouble::Changed)),
            Seal::Missing => Some((after_text, Trouble::Unsealed)),
            Seal::Unproven => Some((self.column, Trouble::Unproven)),
        };
        let frayed = held.loose && held.seal != Seal::MarkDamaged;
        seal.into_iter().chain(frayed.then_some((after_text, Trouble::End))).collect()
    }
}
