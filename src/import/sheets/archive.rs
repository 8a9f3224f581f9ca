use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::error::ImportError;
use crate::import::file::ImportedFile;
use crate::import::limits;
use crate::import::place::WithinFile;

/// The maximum number of tags in the shared texts of a workbook; each text takes at least one.
const SHARED_TAGS: usize = 8_000_000;

/// How much of a part is unfolded at a time.
const PIECE: usize = 1 << 16;

/// What stands in the archive of a workbook.
#[derive(Debug, Default)]
pub(super) struct WorkbookArchive {
    /// Whether it is an OpenDocument spreadsheet, and not an Office one.
    pub(super) is_ods: bool,
    /// Whether rows or columns of a sheet are hidden, by hand or by a filter.
    pub(super) hides: bool,
    /// Whether cells hold formulas.
    pub(super) calculates: bool,
}

/// The parts by which archives that are no workbook are known, with what they are and what to do.
const OTHERS: &[(&str, &str, &str)] = &[
    ("xl/workbook.bin", "this is a binary workbook (.xlsb)", "open it in a spreadsheet and save it as .xlsx"),
    ("word/document.xml", "this is a text document (.docx)", "copy its table into a spreadsheet and save it as .xlsx"),
    (
        "ppt/presentation.xml",
        "this is a presentation (.pptx)",
        "copy its table into a spreadsheet and save it as .xlsx",
    ),
    ("Index/Document.iwa", "this is a document of Numbers, Pages or Keynote", "export it there as .xlsx or .csv"),
    ("Index.zip", "this is a document of Numbers, Pages or Keynote", "export it there as .xlsx or .csv"),
    ("index.apxl", "this is a document of Keynote", "export its table as .xlsx or .csv"),
];

/// Looks into an archive before anything in it is read: what it is, and what it unfolds to. An error for an archive that
/// is no workbook, is locked or cut off, or unfolds beyond what is read.
pub(super) fn looked_into(file: &ImportedFile, bytes: &[u8]) -> Result<WorkbookArchive, ImportError> {
    let fails = |says: &str, hint: &str| ImportError::at(file.place(WithinFile::Whole), says, hint);
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| fails("this archive is cut off or damaged", "copy or export the file again"))?;
    let names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let has = |part: &str| names.iter().any(|name| name.eq_ignore_ascii_case(part));
    if let Some((_, says, hint)) = OTHERS.iter().find(|(part, ..)| has(part)) {
        return Err(fails(says, hint));
    }
    let is_ods = has("content.xml") && has("mimetype");
    if !is_ods && !names.iter().any(|name| name.to_ascii_lowercase().ends_with("workbook.xml")) {
        return Err(fails("this archive holds no workbook", "unpack it, and import the files in it"));
    }
    let mut found = WorkbookArchive { is_ods, ..WorkbookArchive::default() };
    let mut left = limits::UNFOLDED;
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
                fails("this archive is locked with a password", "save it without one")
            }
            _ => fails("this archive is damaged", "copy or export the file again"),
        })?;
        let name = part.name().map(|name| name.to_ascii_lowercase()).unwrap_or_default();
        // Pictures and printer settings are never unfolded.
        if name.ends_with(".xml") || name.ends_with(".rels") {
            measured(&mut part, &name, &mut left, &mut found).map_err(|fault| match fault {
                PartFault::TooLarge => fails(
                    &format!("this unfolds to more than {} MiB, the most that is read", limits::UNFOLDED >> 20),
                    "export a part of it",
                ),
                PartFault::Damaged => fails("this archive is cut off or damaged", "copy or export the file again"),
            })?;
        }
    }
    Ok(found)
}

/// Why a part of an archive is not read.
enum PartFault {
    TooLarge,
    Damaged,
}

/// Unfolds a part without holding more than a piece of it, because an archive may say less than it unfolds to.
fn measured(part: &mut impl Read, name: &str, left: &mut usize, found: &mut WorkbookArchive) -> Result<(), PartFault> {
    let (is_sheet, is_shared) = (name.contains("worksheets/"), name.ends_with("sharedstrings.xml"));
    let mut piece = Vec::with_capacity(PIECE);
    let (mut tags, mut is_first) = (0, true);
    loop {
        piece.clear();
        let size =
            part.by_ref().take(PIECE as u64).read_to_end(&mut piece).map_err(|_: io::Error| PartFault::Damaged)?;
        if size == 0 {
            return Ok(());
        }
        *left = left.checked_sub(size).ok_or(PartFault::TooLarge)?;
        if is_sheet {
            look_at_tags(&piece, found);
        }
        if is_shared {
            tags += piece.iter().filter(|byte| **byte == b'<').count();
            if tags > SHARED_TAGS || (is_first && texts_said(&piece) > limits::CELLS) {
                return Err(PartFault::TooLarge);
            }
        }
        is_first = false;
    }
}

/// Returns how many shared texts a workbook says it has.
fn texts_said(beginning: &[u8]) -> usize {
    let text = String::from_utf8_lossy(beginning);
    let said = text.split_once("uniqueCount").map_or("", |(_, rest)| rest);
    let digits = said.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits: String = digits.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { 0 } else { digits.parse().unwrap_or(usize::MAX) }
}

/// Notes what the tags in a piece of a sheet say. A tag that is cut at the end of the piece is not seen.
fn look_at_tags(piece: &[u8], found: &mut WorkbookArchive) {
    for tag in piece.split(|byte| *byte == b'<') {
        if tag.starts_with(b"row ") || tag.starts_with(b"col ") {
            let tag = String::from_utf8_lossy(tag);
            found.hides |= tag.contains(" hidden=\"1\"") || tag.contains(" hidden=\"true\"");
        }
        found.calculates |= tag.starts_with(b"f>") || tag.starts_with(b"f ");
    }
}
