use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use super::sheet_rows::CellBudget;
use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::table_sheet::{FileTables, SheetRow, TableSheet};
use crate::import::place::WithinFile;

/// The separators that are told from what a file holds. Of several that split it equally well, the first counts.
const SEPARATORS: [u8; 4] = [b'\t', b';', b'|', b','];

/// From how many rows the separator is told, and from how many bytes of them.
const LOOKED_AT_ROWS: usize = 200;
const LOOKED_AT_BYTES: usize = 1 << 18;

/// Reads a text whose lines are rows of cells between separators.
pub(super) fn read(file: &ImportedFile) -> Result<FileTables, ImportError> {
    let text = lines_of(file.text());
    let (stated, begins) = stated_separator(&text);
    let text = text.get(begins..).unwrap_or_default();
    let separator = stated.unwrap_or_else(|| told_separator(text));
    if let Some(line) = overfull_row(text, separator) {
        let says = format!("this row holds more than {} cells", limits::ROW_CELLS);
        return Err(ImportError::at(file.line(line + usize::from(begins > 0)), says, "export a part of it"));
    }
    let mut reader = reader(text, separator);
    let (mut sheet, mut record, mut budget) = (TableSheet::default(), StringRecord::new(), CellBudget::new());
    // A line that states the separator is no row of a spreadsheet; one without any cell is.
    let (mut number, mut last_begins) = (0, 0);
    // The text is valid and every length of a row is taken, so no row fails to be read.
    while reader.read_record(&mut record).unwrap_or(false) {
        let looked_from = record.position().map_or(0, |place| place.byte() as usize);
        last_begins = begin_of(text, looked_from);
        number += 1 + empty_lines(text, looked_from, last_begins);
        if record.iter().any(|cell| cell.len() > limits::CELL) {
            let says = "a cell of this row holds more than 1 MiB of text";
            let place = file.place(WithinFile::Row { sheet: None, row: number });
            return Err(ImportError::at(place, says, "look for a quotation mark that closes late"));
        }
        let cells = cells_of(&record);
        let bytes = cells.iter().map(String::len).sum();
        budget.take(cells.len(), bytes).ok_or_else(|| too_many(file, number))?;
        if sheet.rows.len() > limits::ROWS {
            let says = format!("the table holds more than {} rows", limits::ROWS);
            return Err(ImportError::at(file.line(number), says, "export a part of it"));
        }
        if !cells.is_empty() {
            sheet.rows.push(SheetRow { number, cells });
        }
    }
    let last = text.get(last_begins..).unwrap_or_default();
    if sheet.rows.last().is_some_and(|row| is_cut_off(row, last)) {
        // A text editor finds the mark, so this is a line and no row.
        let line = 1 + usize::from(begins > 0) + line_breaks(text, 0, last_begins);
        let says = "a quotation mark opens in this row and never closes";
        return Err(ImportError::at(file.line(line), says, "close it, or export the file again"));
    }
    Ok(FileTables { sheets: vec![sheet], remarks: Vec::new() })
}

/// Returns the line, from 1, that holds more cells than a row may: to read a row takes memory for each of its cells.
fn overfull_row(text: &str, separator: u8) -> Option<usize> {
    let (mut line, mut cells, mut quoted) = (1, 0, false);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' => {
                line += 1;
                cells = if quoted { cells } else { 0 };
            }
            _ if byte == separator && !quoted => cells += 1,
            _ => {}
        }
        if cells > limits::ROW_CELLS {
            return Some(line);
        }
    }
    None
}

/// Returns the byte at which a row begins that was looked for from a byte on: behind the rest of the last line break and
/// behind empty lines.
fn begin_of(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + (rest.len() - rest.trim_start_matches(['\r', '\n']).len())
}

/// Returns the number of lines without any cell before a row that was looked for from a byte on.
fn empty_lines(text: &str, from: usize, begins: usize) -> usize {
    let is_within_break = text.get(..from).is_some_and(|before| before.ends_with('\r'))
        && text.get(from..).is_some_and(|rest| rest.starts_with('\n'));
    line_breaks(text, from, begins).saturating_sub(usize::from(is_within_break))
}

fn line_breaks(text: &str, from: usize, to: usize) -> usize {
    text.get(from..to).unwrap_or_default().bytes().filter(|byte| *byte == b'\n').count()
}

/// Returns the cells of a row without the spaces around them and without the empty ones at the end.
fn cells_of(record: &StringRecord) -> Vec<String> {
    let filled = (0..record.len()).rev().find(|cell| record.get(*cell).is_some_and(|cell| !cell.trim().is_empty()));
    let filled = filled.map_or(0, |last| last + 1);
    let mut cells: Vec<String> = record.iter().take(filled).map(|cell| with_breaks(plain(cell))).collect();
    while cells.last().is_some_and(String::is_empty) {
        cells.pop();
    }
    cells
}

/// Returns a text with a line break for each `_x000D_`, as which some exports of spreadsheets write one.
fn with_breaks(cell: &str) -> String {
    if cell.contains("_x000D_") { cell.replace("_x000D_", "\n").trim().to_owned() } else { cell.to_owned() }
}

/// Returns the text of a cell; `="007"`, with which a file keeps a spreadsheet from reading a number, is `007`.
fn plain(cell: &str) -> &str {
    let cell = cell.trim();
    cell.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(cell)
}

/// Whether the last row ends with the file and not with its last cell.
fn is_cut_off(row: &SheetRow, text: &str) -> bool {
    let is_open = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    is_open && row.cells.iter().any(|cell| cell.contains('\n'))
}

/// Returns the text with line feeds where it has carriage returns alone, as old programs write.
fn lines_of(text: &str) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { Cow::Owned(text.replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Returns the separator that a first line such as `sep=;` states, and the byte at which the rows begin.
fn stated_separator(text: &str) -> (Option<u8>, usize) {
    let line = text.split('\n').next().unwrap_or_default();
    let stated = line.trim_end_matches('\r').trim_matches('"');
    let after = stated.get(..4).filter(|begins| begins.eq_ignore_ascii_case("sep=")).and_then(|_| stated.get(4..));
    match after.map(str::as_bytes) {
        Some([separator]) if separator.is_ascii() => (Some(*separator), (line.len() + 1).min(text.len())),
        _ => (None, 0),
    }
}

/// Returns the separator that splits most rows into the same number of cells, of which there are at least two.
fn told_separator(text: &str) -> u8 {
    let most = LOOKED_AT_BYTES.min(text.len());
    let looked_at = (0..=most).rev().find_map(|end| text.get(..end)).unwrap_or_default();
    let mut best = (0, b',');
    for separator in SEPARATORS {
        let split = evenly_split(looked_at, separator);
        if split > best.0 {
            best = (split, separator);
        }
    }
    best.1
}

/// Returns how evenly a separator splits the rows: the number of rows, in thousandths, that have the usual number of
/// cells; 0 if the usual number is one.
fn evenly_split(text: &str, separator: u8) -> usize {
    let mut reader = reader(text, separator);
    let mut record = StringRecord::new();
    let mut widths: Vec<usize> = Vec::new();
    while widths.len() < LOOKED_AT_ROWS && reader.read_record(&mut record).unwrap_or(false) {
        widths.push(record.len());
    }
    let of_width = |width: usize| widths.iter().filter(|other| **other == width).count();
    let most = widths.iter().copied().filter(|width| *width > 1).map(|width| (of_width(width), width)).max();
    most.map_or(0, |(rows, _)| rows * 1_000 / widths.len().max(1))
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn too_many(file: &ImportedFile, row: usize) -> ImportError {
    let says = format!("the table holds more than {} cells, or too much text in them", limits::CELLS);
    ImportError::at(file.place(WithinFile::Row { sheet: None, row }), says, "export a part of it")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let file = ImportedFile::new("list.csv", text.as_bytes().to_vec()).unwrap();
        let tables = read(&file).unwrap();
        tables.sheets.into_iter().flat_map(|sheet| sheet.rows).map(|row| (row.number, row.cells)).collect()
    }

    #[test]
    fn a_line_break_that_a_spreadsheet_spelt_out_is_one() {
        assert_eq!(
            cells("a,b\nc_x000D_\nx\n\"d_x000D_\ne\",_x000D_\n"),
            [vec!["a", "b"], vec!["c"], vec!["x"], vec!["d\n\ne"]]
        );
    }

    #[test]
    fn more_rows_than_a_map_has_room_for_and_cells_without_end_are_refused_while_they_are_read() {
        let says = |text: String| {
            let file = ImportedFile::new("list.csv", text.into_bytes()).unwrap();
            read(&file).map(|tables| tables.sheets[0].rows.len()).map_err(|error| error.to_string())
        };
        assert_eq!(says("a,b\n".repeat(limits::ROWS + 1)), Ok(limits::ROWS + 1), "a heading and as many rows");
        let many = says("a,b\n".repeat(limits::ROWS + 2)).unwrap_err();
        assert_eq!(many, "list.csv, line 300002: the table holds more than 300000 rows; export a part of it");
        let wide = says(format!("a,b\nc,\"d, e\"{}\n", ",".repeat(limits::ROW_CELLS + 1))).unwrap_err();
        assert_eq!(wide, "list.csv, line 2: this row holds more than 1000000 cells; export a part of it");
        let rows = says("a,b,,,,,,,,,,,,\n".repeat(limits::ROW_CELLS / 10));
        assert_eq!(rows, Ok(limits::ROW_CELLS / 10), "the cells of each row are counted for themselves");
        let long = says(format!("a,b\nc,\"{}\"\n", "x".repeat(limits::CELL + 1))).unwrap_err();
        assert!(long.starts_with("list.csv, row 2: a cell of this row holds more than 1 MiB of text;"), "{long}");
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn the_separator_is_told_from_what_the_file_holds() {
        for separator in [",", ";", "\t", "|"] {
            let text = ["name", "owner\nBot", "Claims\nDrafter", "Service\n"].join(separator);
            assert_eq!(cells(&text), [["name", "owner"], ["Bot", "Claims"], ["Drafter", "Service"]], "{separator}");
        }
        assert_eq!(
            cells("name;share\nBot;12,5\nDrafter;3,5"),
            [["name", "share"], ["Bot", "12,5"], ["Drafter", "3,5"]]
        );
        assert_eq!(
            cells("name,owner\nBot,A; B\nDrafter,C; D"),
            [["name", "owner"], ["Bot", "A; B"], ["Drafter", "C; D"]]
        );
        assert_eq!(rows("sep=|\nname|owner,b"), [(1, vec!["name".to_owned(), "owner,b".to_owned()])]);
        assert_eq!(cells("\"sep=;\"\r\na;b\r\n"), [["a", "b"]]);
        assert_eq!(cells("name\nBot"), [["name"], ["Bot"]]);
    }

    #[test]
    fn quotes_breaks_excel_safe_cells_and_ragged_rows_are_read() {
        let text = "name,note,code,\r\n\"Bot \"\"one\"\"\",\"first\nsecond\",\"=\"\"007\"\"\",,\r\n,,,\r\nDrafter\r\nX,,=\"008\"";
        let expected: [(usize, &[&str]); 4] = [
            (1, &["name", "note", "code"]),
            (2, &["Bot \"one\"", "first\nsecond", "007"]),
            (4, &["Drafter"]),
            (5, &["X", "", "008"]),
        ];
        let expected: Vec<(usize, Vec<String>)> =
            expected.iter().map(|(row, cells)| (*row, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect();
        assert_eq!(rows(text), expected);
        assert_eq!(cells("a,b\rc,d\r"), [["a", "b"], ["c", "d"]], "lines of an old Mac");
        assert_eq!(cells(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_row_has_the_number_that_a_spreadsheet_shows() {
        for line_end in ["\n", "\r\n"] {
            let text = ["name,note", "Bot,\"a\n\nb\"", "", "", "Drafter,x", "", "Reader,y", ""].join(line_end);
            let numbers: Vec<usize> = rows(&text).into_iter().map(|(number, _)| number).collect();
            assert_eq!(numbers, [1, 2, 5, 7], "{line_end:?}");
        }
        assert_eq!(rows("\n\nname,note\nBot,x").first().map(|row| row.0), Some(3));
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_said_with_its_line() {
        let file = ImportedFile::new("list.csv", b"name,note\nBot,\"open\nDrafter,x\n".to_vec()).unwrap();
        let says = read(&file).unwrap_err().to_string();
        assert_eq!(
            says,
            "list.csv, line 2: a quotation mark opens in this row and never closes; close it, or export the file again"
        );
    }
}
