use std::ops::Range;

use super::CLOSING;
use super::fault::{Fault, Trouble};
use super::piece::{FilePiece, PieceKind, Seal};
use super::reader::LineReader;

/// How to repair an unfinished end of a file: cut it after `keep` bytes and append `patch`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TailRepair {
    /// How many bytes stay.
    pub keep: usize,
    /// The text to append: the rest of the last line, if it is incomplete, and the closing bracket.
    pub patch: String,
    /// The range of bytes that belong to no line.
    pub torn: Range<usize>,
    /// The fault that the repair removes.
    pub(super) fault: Fault,
}

impl LineReader {
    /// Returns how to repair the end of the file; `None` if it ends with its closing bracket and a line break.
    pub(super) fn tail(&self) -> Option<TailRepair> {
        let last = self.pieces.iter().rposition(FilePiece::holds_the_session)?;
        let after = self.pieces.get(last + 1..).unwrap_or_default();
        let closing = after.iter().position(|piece| matches!(piece.kind, PieceKind::Closing { .. }));
        match closing.and_then(|index| after.split_at_checked(index)) {
            Some((between, [closing, rest @ ..])) if !between.iter().any(FilePiece::is_gap) => {
                self.after_closing(closing, rest)
            }
            // Bytes that belong to no line stand before the bracket: the power failed while a line was being written.
            _ => Some(self.unclosed(self.pieces.get(last)?, after)),
        }
    }

    fn after_closing(&self, closing: &FilePiece, rest: &[FilePiece]) -> Option<TailRepair> {
        let torn = closing.span.end..self.offset;
        let keep = closing.span.start;
        let (place, trouble) = match rest.first() {
            Some(first) => (first, Trouble::AfterEnd { bytes: torn.len() }),
            None if self.open_end.is_some() => (closing, Trouble::NoLineBreak),
            None => return None,
        };
        let begins_line = closing.column == 1;
        let patch = if begins_line { CLOSING.to_owned() } else { format!("\n{CLOSING}") };
        let fault = Fault::at(place.line, place.column, trouble);
        Some(TailRepair { keep, patch, torn, fault })
    }

    fn unclosed(&self, last: &FilePiece, after: &[FilePiece]) -> TailRepair {
        let ends_line = match after.first() {
            Some(next) => next.line > last.line,
            None => self.open_end.is_none(),
        };
        let (keep, missing) = match &last.kind {
            _ if ends_line => (last.span.end, ""),
            PieceKind::Event(held) if held.seal == Seal::Missing && held.loose => (held.text.end, ",\n"),
            PieceKind::Header(held) | PieceKind::Event(held) if held.seal == Seal::Missing => (held.text.end, "\n"),
            _ => (last.span.end, "\n"),
        };
        let torn = keep..self.offset;
        let trouble = if torn.is_empty() { Trouble::NotClosed } else { Trouble::TornTail { bytes: torn.len() } };
        let (line, column) = match after.first() {
            Some(next) => (next.line, next.column),
            None if ends_line => (last.line + 1, 1),
            None => (last.line, self.open_end.unwrap_or(1)),
        };
        TailRepair { keep, patch: format!("{missing}{CLOSING}"), torn, fault: Fault::at(line, column, trouble) }
    }
}
