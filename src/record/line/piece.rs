use std::ops::Range;

use super::body::NotAnEvent;
use super::fault::Trouble;
use super::{HeaderField, LineMark};

/// A line that its mark proves and this version cannot read: shown as unknown, never dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLine {
    /// Its line in the file, from 1.
    pub line: usize,
    /// How many of [`super::FileReading::events`] stand above it.
    pub after: usize,
    /// Its text, without its comma and its mark.
    pub raw: String,
}

/// A stretch of the file that is one thing. The pieces of a file cover it from its first byte to its last.
#[derive(Clone, Debug)]
pub(super) struct FilePiece {
    /// Its bytes, with the line break after it.
    pub(super) span: Range<usize>,
    /// Its line, from 1.
    pub(super) line: usize,
    /// Its first character in that line, from 1.
    pub(super) column: usize,
    /// What it is.
    pub(super) kind: PieceKind,
}

#[derive(Clone, Debug)]
pub(super) enum PieceKind {
    /// The comment at the top; `right` when it is written as it should be.
    Banner { right: bool },
    /// A header that could be read in full.
    Header(HeldLine),
    /// A header that its mark proves and this version cannot read.
    NewerHeader,
    /// A damaged header, of which some fields are left. If all are, the mark that they should have.
    LostHeader { mark: Option<LineMark>, computed: Option<LineMark>, lost: Vec<HeaderField> },
    /// An event that is used.
    Event(HeldLine),
    /// A line that its mark proves and this version cannot read.
    Unknown(HeldLine),
    /// A line that says word for word what an earlier one said; not used. Its mark, if that is right.
    Doubled { seq: u64, mark: Option<LineMark> },
    /// Bytes that are neither an event nor proven; not used.
    Gap(FileGap),
    /// What an earlier repair left in the place of a gap.
    Note { mark: Option<LineMark> },
    /// Nothing but white space.
    Blank,
    /// The closing bracket; `right` when it is written as it should be.
    Closing { right: bool },
}

/// A line that is kept as it is.
#[derive(Clone, Debug)]
pub(super) struct HeldLine {
    /// What its mark seals, without what may stand between it and the mark.
    pub(super) text: Range<usize>,
    /// Whether something else stands where its comma and its mark should be; `text` is then without its comma.
    pub(super) loose: bool,
    /// The column after `text`; 0 in a line that has no fault to place there.
    pub(super) end_column: usize,
    /// Its mark as written.
    pub(super) mark: Option<LineMark>,
    /// The mark that it should have in this place.
    pub(super) computed: LineMark,
    /// What the marks say about it.
    pub(super) seal: Seal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seal {
    /// It is as it was written.
    Right,
    /// Its text is proven by a line below; only its mark is damaged.
    MarkDamaged,
    /// Its text is not what its mark says.
    Changed,
    /// It has no mark.
    Missing,
    /// The mark above, over which it was sealed, is gone.
    Unproven,
    /// Its text was removed by order of a line below; its mark is that of the text.
    Struck,
}

#[derive(Clone, Debug)]
pub(super) struct FileGap {
    /// The mark at its end, if one is left.
    pub(super) mark: Option<LineMark>,
    /// Whether numbers are missing where it stands.
    pub(super) hole: bool,
    /// Its last line.
    pub(super) last_line: usize,
    /// What is wrong with its beginning.
    pub(super) unread: NotAnEvent,
}

impl FilePiece {
    /// Whether it is the header, whatever is left of it.
    pub(super) const fn is_header(&self) -> bool {
        matches!(self.kind, PieceKind::Header(_) | PieceKind::NewerHeader | PieceKind::LostHeader { .. })
    }

    /// Whether these bytes belong to nothing.
    pub(super) const fn is_gap(&self) -> bool {
        matches!(self.kind, PieceKind::Gap(_))
    }

    /// Whether the session goes on at least to here.
    pub(super) const fn holds_the_session(&self) -> bool {
        !matches!(self.kind, PieceKind::Gap(_) | PieceKind::Blank | PieceKind::Closing { .. })
    }

    /// The mark as written over which the next line is sealed, if this line has one.
    pub(super) const fn mark(&self) -> Option<LineMark> {
        match &self.kind {
            PieceKind::Header(held) | PieceKind::Event(held) | PieceKind::Unknown(held) => held.mark,
            PieceKind::LostHeader { mark, .. } | PieceKind::Doubled { mark, .. } | PieceKind::Note { mark } => *mark,
            PieceKind::Gap(gap) => gap.mark,
            _ => None,
        }
    }

    /// Its text turned out to be right: whatever is wrong is wrong with its mark.
    pub(super) const fn prove_text(&mut self) {
        match &mut self.kind {
            PieceKind::Header(held) | PieceKind::Event(held) => held.seal = Seal::MarkDamaged,
            PieceKind::LostHeader { mark, computed, .. } => *mark = *computed,
            _ => {}
        }
    }

    /// What is wrong with it, and at which column.
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
