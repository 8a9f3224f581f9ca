//! The tables of a file: the sheets of a workbook, a text with separators, the records of a JSON file.

mod archive;
mod cell_text;
mod ods;
mod records;
mod separated;
mod sheet_remarks;
mod sheet_rows;
mod workbook;

use archive::WorkbookFormat;

use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::{FileTables, TableSheet};

/// Returns the tables of a file: the visible sheets of an XLSX or ODS workbook, a CSV text in its encoding with its
/// separator, or the records of a JSON list or of JSON lines. An error for an archive that is no workbook, and for one
/// that unfolds too far.
///
/// They are read once, however often they are asked for.
pub(in crate::import) fn sheets(file: &ImportedFile) -> Result<&[TableSheet], ImportError> {
    Ok(&tables(file)?.sheets)
}

/// Returns the tables of a file with what is to be said about them.
pub(in crate::import) fn tables(file: &ImportedFile) -> Result<&FileTables, ImportError> {
    file.tables_by(read_tables)
}

fn read_tables(file: &ImportedFile) -> Result<FileTables, ImportError> {
    if let Some(bytes) = file.archive() {
        let archive = archive::looked_into(file, bytes)?;
        return match archive.format {
            WorkbookFormat::OpenDocument => ods::read(file, bytes),
            WorkbookFormat::Office => workbook::read(file, bytes, &archive),
        };
    }
    match file.json() {
        Some(value) => records::of_list(file, value),
        None if file.xml_root().is_some() => Ok(FileTables::default()),
        None => match records::of_lines(file)? {
            Some(records) => Ok(records),
            None => separated::read(file),
        },
    }
}

#[cfg(test)]
mod tests {
    mod any_bytes;

    use super::*;

    fn read(name: &str, bytes: &[u8]) -> (Vec<Vec<String>>, Vec<String>) {
        let file = ImportedFile::new(name, bytes.to_vec()).unwrap();
        let tables = tables(&file).unwrap();
        let rows = tables.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.cells.clone()).collect();
        (rows, tables.remarks.iter().map(|remark| format!("{}: {}", remark.place, remark.says)).collect())
    }

    fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_workbook_by_openpyxl_is_read() {
        let expected = cells(&[
            &["name", "from", "share", "agreed", "code", "note"],
            &["handover to service bot", "2026-11-28", "25%", "TRUE", "007", "first line\nsecond line"],
            &["queue pressure", "2026-03-01", "100%", "FALSE", "12,5", "plain"],
            &["trust in the bot today", "2026-11-28 14:30", "", "", &"x".repeat(40), "09:15"],
            &["merged", "merged", "30:15", "", "'=not a formula"],
            &["hidden row"],
        ]);
        let (rows, said) = read("a.xlsx", include_bytes!("../../../tests/fixtures/import/openpyxl-3.1.5-map.xlsx"));
        assert_eq!(rows, expected);
        assert_eq!(
            said,
            [
                "a.xlsx: some rows or columns are hidden or filtered out here; they come in like the others",
                "a.xlsx, sheet Hidden: this sheet is hidden; show it in the spreadsheet if it is to come in",
                "a.xlsx, sheet VeryHidden: this sheet is hidden; show it in the spreadsheet if it is to come in",
                "a.xlsx, sheet Map, cell D5: this cell holds the error #N/A; it counts as empty",
                "a.xlsx, sheet Map, cell C4: 3 formulas of this sheet have no result, or zero, this is the first; they \
                 were perhaps never calculated",
            ]
        );
        let (of_1904, _) =
            read("b.xlsx", include_bytes!("../../../tests/fixtures/import/openpyxl-3.1.5-map-1904.xlsx"));
        assert_eq!(of_1904, expected);
    }

    #[test]
    fn a_workbook_by_libreoffice_is_read_alike_in_both_forms() {
        let expected = cells(&[
            &["name", "from", "share", "agreed", "code", "note"],
            &["handover to service bot", "2026-11-28", "25%", "TRUE", "007", "first line\nsecond line"],
            &["queue pressure", "2026-03-01", "100%", "FALSE", "12,5", "plain"],
            &["trust in the bot today", "2026-11-28 14:30", "1.25", "", &"x".repeat(40), "09:15"],
            &["merged", "merged", "30:15", "", "'=not a formula", "handover to service bot"],
            &["hidden row"],
        ]);
        let (rows, said) = read("a.xlsx", include_bytes!("../../../tests/fixtures/import/libreoffice-7.4.7-map.xlsx"));
        assert_eq!(rows, expected);
        assert_eq!(said.len(), 5, "{said:?}");
        let (mut rows, said) =
            read("a.ods", include_bytes!("../../../tests/fixtures/import/libreoffice-7.4.7-map.ods"));
        // A time of day and a duration are one sort of value in this form.
        assert_eq!(std::mem::replace(&mut rows[3][5], "09:15".to_owned()), "9:15");
        assert_eq!(rows, expected);
        assert_eq!(
            said,
            [
                "a.ods, sheet Map: some rows or columns are hidden or filtered out here; they come in like the others",
                "a.ods, sheet Hidden: this sheet is hidden; show it in the spreadsheet if it is to come in",
                "a.ods, sheet VeryHidden: this sheet is hidden; show it in the spreadsheet if it is to come in",
                "a.ods, sheet Map, cell D4: this cell holds the error #DIV/0!; it counts as empty",
                "a.ods, sheet Map, cell D5: this cell holds the error #N/A; it counts as empty",
            ]
        );
    }

    #[test]
    fn workbooks_by_xlsxwriter_and_pandas_are_read() {
        let (rows, said) = read("a.xlsx", include_bytes!("../../../tests/fixtures/import/xlsxwriter-3.3.1-map.xlsx"));
        assert_eq!(rows[3], ["trust in the bot today", "2026-11-28 14:30", "0", "0", "", "09:15"]);
        assert_eq!(rows[4], ["merged", "merged", "30:15", "50%", "=not a formula", "handover to service bot"]);
        assert!(said.iter().any(|said| said.contains("cell C4: 2 formulas of this sheet have no result")), "{said:?}");
        let (rows, _) = read("a.xlsx", include_bytes!("../../../tests/fixtures/import/pandas-3.1.1-map.xlsx"));
        let (in_ods, _) = read("a.ods", include_bytes!("../../../tests/fixtures/import/pandas-3.1.1-map.ods"));
        assert_eq!(
            rows[1][..6],
            ["handover to service bot", "2026-11-28", "0.25", "TRUE", "007", "first line\nsecond line"]
        );
        assert_eq!(in_ods[1][..7], [&rows[1][..6], &["2026-11-28 14:30:15".to_owned()]].concat());
        assert_eq!(rows.len(), in_ods.len());
    }
}
