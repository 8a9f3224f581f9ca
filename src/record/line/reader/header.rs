use super::super::LineMark;
use super::super::body::{NotAnEvent, loose_header, split_mark};
use super::super::chain::Proof;
use super::super::heading::{Heading, salvage};
use super::super::piece::{FileGap, HeldLine, PieceKind, Seal};
use super::super::write::header_line;
use super::{LineReader, Stretch};
use crate::record::Header;

impl LineReader {
    /// Takes a header in the form of this program, or possibly of a newer version.
    pub(super) fn takes_header(&mut self, line: Stretch<'_>) -> bool {
        let (text, mark) = split_mark(line.text);
        if let Some((_, header)) = loose_header(text).filter(|(length, _)| *length == text.len()) {
            self.use_header(line, text, header);
            return true;
        }
        let newer = text.starts_with(b"(format: ") && mark == Some(LineMark::seal(None, text));
        if let (true, Some(mark)) = (newer, mark) {
            self.settle_for_this_header();
            self.push(line, PieceKind::NewerHeader);
            self.prove(mark, Proof::AsWritten);
            self.heading = Some(salvage(&String::from_utf8_lossy(text)));
        }
        newer
    }

    /// Takes a header with other bytes after it.
    pub(super) fn takes_loose_header(&mut self, line: Stretch<'_>) -> bool {
        let (text, _) = split_mark(line.text);
        let Some((length, header)) = loose_header(text) else { return false };
        self.use_header(line, text.get(..length).unwrap_or_default(), header);
        true
    }

    /// Takes the fields that remain of a damaged header.
    pub(super) fn salvages_header(&mut self, line: Stretch<'_>) -> bool {
        let (text, mark) = split_mark(line.text);
        let heading = salvage(&String::from_utf8_lossy(text));
        if !heading.says_anything() {
            return false;
        }
        let whole = heading.lost.is_empty().then(|| header_line(&heading.header).ok()).flatten();
        let computed = whole.map(|line| line.mark);
        self.push(line, PieceKind::LostHeader { mark, computed, lost: heading.lost.clone() });
        match computed {
            Some(computed) => self.pass(mark, computed),
            None => self.lose(mark),
        }
        self.heading = Some(heading);
        true
    }

    /// Accepts this header, and turns the pieces above that were taken for remains of a header into gaps.
    fn settle_for_this_header(&mut self) {
        self.has_header = true;
        for piece in self.pieces.iter_mut().filter(|piece| matches!(piece.kind, PieceKind::LostHeader { .. })) {
            let unread = NotAnEvent { column: 1, why: "this is no header, the header stands below".to_owned() };
            piece.kind = PieceKind::Gap(FileGap { mark: None, hole: false, last_line: piece.line, unread });
        }
    }

    fn use_header(&mut self, line: Stretch<'_>, opening: &[u8], header: Header) {
        self.settle_for_this_header();
        let (text, mark) = split_mark(line.text);
        let computed = LineMark::seal(None, opening);
        let seal = match mark {
            Some(mark) if mark == computed => Seal::Right,
            Some(_) => Seal::Changed,
            None => Seal::Missing,
        };
        let (place, end_column) = (line.first(opening.len()), line.column_at(opening.len()));
        let held = HeldLine { text: place, loose: text != opening, end_column, mark, computed, seal };
        self.hold(line, held, (seal == Seal::Right).then_some(Proof::AsWritten), PieceKind::Header);
        self.heading = Some(Heading::whole(header));
    }
}
