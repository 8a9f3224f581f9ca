use super::super::body::{NotAnEvent, loose_event, split_mark};
use super::super::piece::{FileGap, FilePiece, PieceKind};
use super::{LineReader, Stretch};

/// The comment that a repair leaves in place of a gap. Its mark lets the lines below still be proven.
pub(in super::super) const NOTE: &str =
    "// A damaged line stood here; its bytes are in the .torn file beside this one.";

impl LineReader {
    pub(super) fn takes_note(&mut self, line: Stretch<'_>) -> bool {
        let (text, mark) = split_mark(line.text);
        if text != NOTE.as_bytes() {
            return false;
        }
        self.push(line, PieceKind::Note { mark });
        self.gap = self.latest();
        self.lose(mark);
        true
    }

    /// Takes a line that can be neither parsed nor proven. Adjacent gaps become one.
    pub(super) fn take_gap(&mut self, line: Stretch<'_>) {
        let (text, mark) = split_mark(line.text);
        let last_line = self.line;
        if let Some(FilePiece { span, kind: PieceKind::Gap(gap), .. }) = self.pieces.last_mut() {
            span.end = line.at + line.text.len();
            gap.last_line = last_line;
            gap.mark = mark.or(gap.mark);
        } else {
            let no_event = NotAnEvent { column: 1, why: "this is no event".to_owned() };
            let unread = loose_event(text).err().unwrap_or(no_event);
            self.push(line, PieceKind::Gap(FileGap { mark, hole: false, last_line, unread }));
        }
        self.gap = self.latest();
        self.lose(mark);
    }
}
