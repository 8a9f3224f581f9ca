use super::body::split_mark;
use super::fault::{Fault, Trouble};
use super::piece::{FileGap, FilePiece, HeldLine, PieceKind, Seal};
use super::read::{FileReading, read};
use super::reader::NOTE;
use super::strike::strikes;
use super::write::{Unwritable, header_line};
use super::{BANNER, CLOSING, LineMark};
use crate::record::Header;

/// A repaired session file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The bytes of the whole file. Good lines are unchanged, byte for byte.
    pub bytes: Vec<u8>,
    /// The bytes that could not be used, unchanged, for a `.torn` file beside this one.
    pub set_aside: Vec<u8>,
    /// The changes that the repair made; empty when the file was sound.
    pub done: Vec<Deed>,
}

/// One change that a repair made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// The line in the file before the repair, from 1.
    pub line: usize,
    /// The change, in the past tense.
    pub what: String,
}

/// Repairs the file `bytes`, which was read as `reading`; `id` becomes the session's id if the header has lost it.
///
/// Lines with a wrong mark stay unchanged, and flagged, unless `reseal` accepts them. Then every mark from the first
/// wrong one on is made anew, and the comments in place of lost lines are removed. Repairing a repaired file changes
/// nothing.
///
/// The repair removes text that was ordered to be removed for good, and with it all bytes that cannot be used.
pub fn mend(bytes: &[u8], reading: &FileReading, id: &str, reseal: bool) -> Result<Mended, Unwritable> {
    let mut mended = mend_once(bytes, reading, id, reseal)?;
    // A repaired line may prove a line that now stands above it, which is then repaired in the next pass.
    for _ in 0..MORE {
        if mended.done.is_empty() {
            break;
        }
        let more = mend_once(&mended.bytes, &read(&mended.bytes), id, reseal)?;
        if more.done.is_empty() && more.bytes == mended.bytes {
            break;
        }
        mended.bytes = more.bytes;
        mended.set_aside.extend(more.set_aside);
        mended.done.extend(more.done);
    }
    Ok(mended)
}

/// The maximum number of further passes over a repaired file; no file is known that needs more than one.
const MORE: usize = 8;

fn mend_once(bytes: &[u8], reading: &FileReading, id: &str, reseal: bool) -> Result<Mended, Unwritable> {
    if !reading.is_session() {
        return Ok(Mended { bytes: bytes.to_vec(), set_aside: Vec::new(), done: Vec::new() });
    }
    let strikes = strikes(bytes, reading);
    if strikes.stand_in(bytes) {
        return mend_struck(bytes, reading, id, reseal);
    }
    let mut struck = bytes.to_vec();
    let mut done = Vec::new();
    for overwrite in strikes.all().filter(|overwrite| !overwrite.stands_in(bytes)) {
        done.push(Deed { line: overwrite.line, what: "removed for good what stood there".to_owned() });
        struck.splice(overwrite.place(), overwrite.bytes.iter().copied());
    }
    let mended = mend_struck(&struck, &read(&struck), id, reseal)?;
    done.extend(mended.done);
    done.sort_by_key(|deed| deed.line);
    Ok(Mended { done, ..mended })
}

/// Repairs a file that contains no more text to be removed for good.
fn mend_struck(bytes: &[u8], reading: &FileReading, id: &str, reseal: bool) -> Result<Mended, Unwritable> {
    let header = reading.heading.header.clone().completed(|| id.into());
    let mut mender = Mender { bytes, reseal, above: None, out: BANNER.into(), set_aside: Vec::new() };
    match reading.pieces.iter().find(|piece| piece.is_header()) {
        Some(piece) => mender.mend(piece, &header)?,
        None => mender.write_header(&header, None)?,
    }
    let torn = reading.tail.as_ref().map_or(bytes.len()..bytes.len(), |tail| tail.torn.clone());
    let stays = |piece: &&FilePiece| !piece.is_header() && (torn.is_empty() || piece.span.start < torn.start);
    for piece in reading.pieces.iter().filter(stays) {
        mender.mend(piece, &header)?;
    }
    mender.keep_aside(torn.start, torn.end);
    mender.out.extend_from_slice(CLOSING.as_bytes());
    let done = reading.faults.iter().filter_map(|fault| deed(fault, reseal)).collect();
    Ok(Mended { bytes: mender.out, set_aside: mender.set_aside, done })
}

struct Mender<'a> {
    bytes: &'a [u8],
    reseal: bool,
    above: Option<LineMark>,
    out: Vec<u8>,
    set_aside: Vec<u8>,
}

impl<'a> Mender<'a> {
    fn mend(&mut self, piece: &FilePiece, header: &Header) -> Result<(), Unwritable> {
        match &piece.kind {
            PieceKind::Header(held) => self.write_held(piece, held, b""),
            PieceKind::Event(held) | PieceKind::Unknown(held) => self.write_held(piece, held, b","),
            PieceKind::LostHeader { mark, .. } => {
                self.set_piece_aside(piece);
                self.write_header(header, *mark)?;
            }
            PieceKind::NewerHeader => self.out.extend_from_slice(self.part(piece.span.start, piece.span.end)),
            PieceKind::Doubled { mark, .. } => {
                self.set_piece_aside(piece);
                self.write_note(*mark, mark.is_some());
            }
            PieceKind::Gap(FileGap { mark, hole, .. }) => {
                self.set_piece_aside(piece);
                self.write_note(*mark, *hole || mark.is_some());
            }
            PieceKind::Note { mark } => self.write_note(*mark, true),
            PieceKind::Banner { right: false } => self.set_piece_aside(piece),
            PieceKind::Banner { .. } | PieceKind::Blank | PieceKind::Closing { .. } => {}
        }
        Ok(())
    }

    fn write_held(&mut self, piece: &FilePiece, held: &HeldLine, comma: &[u8]) {
        let mut text = self.part(held.text.start, held.text.end).to_vec();
        if held.loose {
            text.extend_from_slice(comma);
        }
        let mark = match held.seal {
            // The mark cannot be checked, because the text is gone; it stays, because the line below is sealed over it.
            Seal::Struck => held.mark,
            _ if self.reseal => Some(LineMark::seal(self.above, &text)),
            Seal::MarkDamaged => Some(held.computed),
            Seal::Missing => None,
            Seal::Right | Seal::Changed | Seal::Unproven => held.mark,
        };
        if held.seal != Seal::MarkDamaged {
            self.keep_leftover(piece, held);
        }
        self.out.extend_from_slice(&text);
        self.write_mark(mark);
    }

    /// Sets aside the bytes after a text that are neither its comma nor its mark.
    fn keep_leftover(&mut self, piece: &FilePiece, held: &HeldLine) {
        let after = self.part(held.text.end, piece.span.end).trim_ascii_end();
        let after = match held.mark {
            Some(mark) => after.strip_suffix(format!(" // {mark}").as_bytes()).unwrap_or(after),
            None => after,
        };
        let after = after.strip_prefix(b",").unwrap_or(after).trim_ascii();
        if !after.is_empty() {
            self.set_aside.extend_from_slice(after);
            self.set_aside.push(b'\n');
        }
    }

    fn write_header(&mut self, header: &Header, mark: Option<LineMark>) -> Result<(), Unwritable> {
        let line = header_line(header)?;
        let (text, _) = split_mark(line.text.trim_end().as_bytes());
        self.out.extend_from_slice(text);
        self.write_mark(mark.filter(|_| !self.reseal).or(Some(line.mark)));
        Ok(())
    }

    fn write_note(&mut self, mark: Option<LineMark>, needed: bool) {
        if needed && !self.reseal {
            self.out.extend_from_slice(NOTE.as_bytes());
            self.write_mark(mark);
        }
    }

    fn write_mark(&mut self, mark: Option<LineMark>) {
        if let Some(mark) = mark {
            self.out.extend_from_slice(format!(" // {mark}").as_bytes());
        }
        self.out.push(b'\n');
        self.above = mark.or(self.above);
    }

    fn set_piece_aside(&mut self, piece: &FilePiece) {
        self.keep_aside(piece.span.start, piece.span.end);
    }

    fn keep_aside(&mut self, start: usize, end: usize) {
        let part = self.bytes.get(start..end).unwrap_or_default();
        if !part.trim_ascii().is_empty() {
            self.set_aside.extend_from_slice(part);
        }
    }

    fn part(&self, start: usize, end: usize) -> &'a [u8] {
        self.bytes.get(start..end).unwrap_or_default()
    }
}

fn deed(fault: &Fault, reseal: bool) -> Option<Deed> {
    let what = match &fault.trouble {
        Trouble::ByteOrderMark => "took out the byte order mark".to_owned(),
        Trouble::LineEnds { .. } => "made the line ends LF".to_owned(),
        Trouble::Banner => "wrote the comment at the top anew".to_owned(),
        Trouble::NoHeader => "wrote a new header; the session counts as private".to_owned(),
        Trouble::LateHeader => "moved the header to the top".to_owned(),
        Trouble::Header { .. } => "wrote the header anew from what was left of it".to_owned(),
        Trouble::Mark => "restored the mark".to_owned(),
        Trouble::End => "restored the end of the line".to_owned(),
        Trouble::Gap { bytes, .. } | Trouble::AfterEnd { bytes } => format!("set aside {bytes} bytes"),
        Trouble::TornTail { bytes } => format!("set aside {bytes} bytes and closed the file"),
        Trouble::Doubled { seq } => format!("set aside the second event {seq}"),
        Trouble::Glued => "restored a line break".to_owned(),
        Trouble::Blank => "took out an empty line".to_owned(),
        Trouble::EarlyClosing => "took out a closing bracket".to_owned(),
        Trouble::Closing | Trouble::NotClosed | Trouble::NoLineBreak => "closed the file".to_owned(),
        Trouble::Changed | Trouble::Unsealed | Trouble::Unproven if reseal => {
            "accepted the line as it stands and sealed it".to_owned()
        }
        Trouble::SetAside if reseal => "closed the gap".to_owned(),
        _ => return None,
    };
    Some(Deed { line: fault.line, what })
}
