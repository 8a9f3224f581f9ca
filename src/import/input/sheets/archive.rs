use std::io::Cursor;
use std::io::Read;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::place::WithinFile;

/// The maximum number of tags in the shared texts of a workbook; each text takes at least one.
const SHARED_TAGS: usize = 8_000_000;

/// How much of a part is unfolded at a time.
const PIECE: usize = 1 << 16;

/// How much of a tag that goes on in the next piece is seen again.
const LONGEST_TAG: usize = 1 << 10;

/// The format of a workbook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum WorkbookFormat {
    /// That of `OpenDocument`.
    OpenDocument,
    /// That of Office.
    #[default]
    Office,
}

/// What stands in the archive of a workbook.
#[derive(Debug, Default)]
pub(super) struct WorkbookArchive {
    pub(super) format: WorkbookFormat,
    /// Whether rows or columns of a sheet are hidden, by hand or by a filter.
    pub(super) hides: bool,
    /// Whether cells are merged.
    pub(super) merges: bool,
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
    let format = if is_ods { WorkbookFormat::OpenDocument } else { WorkbookFormat::Office };
    let mut found = WorkbookArchive { format, ..WorkbookArchive::default() };
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
        if name.rsplit_once('.').is_some_and(|(_, ending)| matches!(ending, "xml" | "rels")) {
            measured(&mut part, &name, &mut left, &mut found).map_err(|fault| match fault {
                PartFault::TooLarge => fails(
                    &format!("this unfolds to more than {} MiB, the most that is read", limits::UNFOLDED >> 20),
                    "export a part of it",
                ),
                PartFault::LongText => fails(
                    "a cell of this workbook holds more than 1 MiB of text",
                    "shorten it, or export a part of the table",
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
    LongText,
    Damaged,
}

/// Unfolds a part without holding more than a piece of it, because an archive may say less than it unfolds to.
fn measured(part: &mut impl Read, name: &str, left: &mut usize, found: &mut WorkbookArchive) -> Result<(), PartFault> {
    let (is_sheet, is_shared) = (name.contains("worksheets/"), name.ends_with("sharedstrings.xml"));
    let mut piece = Vec::with_capacity(PIECE);
    let mut cut: Vec<u8> = Vec::new();
    let (mut tags, mut is_first, mut text) = (0, true, 0);
    loop {
        piece.clear();
        let size = part.by_ref().take(PIECE as u64).read_to_end(&mut piece).map_err(|_| PartFault::Damaged)?;
        if size == 0 {
            return Ok(());
        }
        *left = left.checked_sub(size).ok_or(PartFault::TooLarge)?;
        if is_sheet || is_shared || name == "content.xml" {
            // A text longer than a cell may be fills many pieces in which no tag begins.
            text = if piece.contains(&b'<') { 0 } else { text + size };
            if text > limits::CELL {
                return Err(PartFault::LongText);
            }
        }
        if is_sheet {
            cut.extend_from_slice(&piece);
            look_at_tags(&cut, found);
            // The last tag may go on in the next piece.
            let last = cut.iter().rposition(|byte| *byte == b'<').unwrap_or(cut.len());
            cut.drain(..last.max(cut.len().saturating_sub(LONGEST_TAG)));
        }
        if is_shared {
            tags += piece.split(|byte| *byte == b'<').skip(1).count();
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

/// Notes what the tags in a piece of a sheet say.
fn look_at_tags(piece: &[u8], found: &mut WorkbookArchive) {
    for tag in piece.split(|byte| *byte == b'<') {
        if tag.starts_with(b"row ") || tag.starts_with(b"col ") {
            let tag = String::from_utf8_lossy(tag);
            found.hides |= tag.contains(" hidden=\"1\"") || tag.contains(" hidden=\"true\"");
        }
        found.merges |= tag.starts_with(b"mergeCell");
        found.calculates |= tag.starts_with(b"f>") || tag.starts_with(b"f ");
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::import::input::sheets::sheets;

    fn packed(parts: &[(&str, &[u8], usize)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text, times) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            for _ in 0..*times {
                archive.write_all(text).unwrap();
            }
        }
        archive.finish().unwrap().into_inner()
    }

    fn says(bytes: Vec<u8>) -> String {
        let read = ImportedFile::new("a", bytes);
        read.and_then(|file| sheets(&file).map(<[_]>::len)).unwrap_err().to_string()
    }

    #[test]
    fn an_archive_that_is_no_workbook_says_what_it_is_and_what_to_do() {
        for (part, expected) in [
            (
                "word/document.xml",
                "a: this is a text document (.docx); copy its table into a spreadsheet and save it as .xlsx",
            ),
            (
                "Index/Document.iwa",
                "a: this is a document of Numbers, Pages or Keynote; export it there as .xlsx or .csv",
            ),
            ("xl/workbook.bin", "a: this is a binary workbook (.xlsb); open it in a spreadsheet and save it as .xlsx"),
            ("list.csv", "a: this archive holds no workbook; unpack it, and import the files in it"),
        ] {
            assert_eq!(says(packed(&[(part, b"x", 1)])), expected);
        }
    }

    #[test]
    fn an_archive_that_is_cut_off_or_locked_is_said() {
        let whole = include_bytes!("../../../../tests/fixtures/import/openpyxl-3.1.5-map.xlsx").to_vec();
        let cut_off = "a: this archive is cut off or damaged; copy or export the file again";
        assert_eq!(says(whole[..whole.len() / 2].to_vec()), cut_off);
        let mut locked = whole;
        for place in 0..locked.len() - 8 {
            match &locked[place..place + 4] {
                b"PK\x03\x04" => locked[place + 6] |= 1,
                b"PK\x01\x02" => locked[place + 8] |= 1,
                _ => {}
            }
        }
        assert_eq!(says(locked), "a: this archive is locked with a password; save it without one");
    }

    #[test]
    fn an_archive_that_unfolds_too_far_is_refused_before_it_is_read() {
        let blank = format!("<{}", " ".repeat((1 << 16) - 1)).repeat(16).into_bytes();
        let sheet = ("xl/worksheets/sheet1.xml", blank.as_slice(), (limits::UNFOLDED >> 20) + 1);
        let large = packed(&[("xl/workbook.xml", b"<workbook/>", 1), sheet]);
        assert!(large.len() < 1 << 20, "the test is small and harmless");
        let too_large = "a: this unfolds to more than 128 MiB, the most that is read; export a part of it";
        assert_eq!(says(large), too_large);
        let text = ("content.xml", &b"word"[..], limits::CELL / 2);
        assert_eq!(
            says(packed(&[("mimetype", b"", 1), text])),
            "a: a cell of this workbook holds more than 1 MiB of text; shorten it, or export a part of the table"
        );
        let shared = ("xl/sharedStrings.xml", &b"<sst uniqueCount=\"99999999999999\"/>"[..], 1);
        assert_eq!(says(packed(&[("xl/workbook.xml", b"<workbook/>", 1), shared])), too_large);
    }
}
