use std::io::Cursor;
use std::sync::Arc;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};

use super::archive::WorkbookArchive;
use super::cell_text::{day_or_time, iso_day, iso_duration, number, percent, yes_or_no};
use super::sheet_remarks::SheetRemarks;
use super::sheet_rows::{CellBudget, MergedCells, SheetRows};
use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::{FileTables, TableSheet};
use crate::import::place::WithinFile;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the visible sheets of an XLSX workbook.
pub(super) fn read(file: &ImportedFile, bytes: &[u8], archive: &WorkbookArchive) -> Result<FileTables, ImportError> {
    let mut book: Workbook<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(file, None, &error))?;
    let mut tables = FileTables::default();
    let mut remarks = SheetRemarks::new(file);
    if archive.hides {
        remarks.hidden_rows(None);
    }
    let mut budget = CellBudget::new();
    for sheet in book.sheets_metadata().to_vec() {
        match (sheet.typ, sheet.visible) {
            (SheetType::WorkSheet, SheetVisible::Visible) => {
                let name = sheet.name.as_str();
                let read = one_sheet(&mut book, (name, archive.merges), &mut budget, &mut remarks);
                let sheet = read.map_err(|error| damaged(file, Some(name), &error))?;
                tables.sheets.push(sheet.ok_or_else(|| CellBudget::exceeded(file))?);
                if archive.calculates {
                    uncalculated(&mut book, name, &mut remarks).map_err(|error| damaged(file, Some(name), &error))?;
                }
            }
            (SheetType::WorkSheet, _) => remarks.hidden_sheet(&sheet.name),
            _ => remarks.no_cells(&sheet.name),
        }
    }
    tables.remarks = remarks.finish();
    Ok(tables)
}

/// Reads a sheet; `None` when it holds more than is read.
fn one_sheet(
    book: &mut Workbook<'_>,
    (name, has_merged): (&str, bool),
    budget: &mut CellBudget,
    remarks: &mut SheetRemarks<'_>,
) -> Result<Option<TableSheet>, XlsxError> {
    let mut rows = SheetRows::default();
    let covered = if has_merged { book.merge_cells_by_sheet_name(name)? } else { Vec::new() };
    for merged in covered {
        let place = |(row, column): (u32, u32)| (row as usize, column as usize);
        rows.merge(MergedCells { first: place(merged.start), last: place(merged.end) });
    }
    let mut cells = book.worksheet_cells_reader(name)?;
    let looks: Vec<CellLook> = cells.styles().iter().map(CellLook::of).collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id()? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        let look = looks.get(style).copied().unwrap_or_default();
        if let DataRef::Error(error) = cell.get_value() {
            remarks.error(name, row, column, &error.to_string());
        }
        let text = shown(cell.get_value(), look);
        if !text.is_empty() && rows.put(budget, row, column, text).is_none() {
            return Ok(None);
        }
    }
    Ok(rows.finish(budget, Some(Arc::from(name))))
}

/// In how many cells of a sheet formulas are looked for, which means to read them once more.
const LOOKED_AT_CELLS: usize = 500_000;

/// Notes the formulas of a sheet that hold nothing or zero: the program that wrote the file may never have calculated
/// them.
fn uncalculated(book: &mut Workbook<'_>, name: &str, remarks: &mut SheetRemarks<'_>) -> Result<(), XlsxError> {
    let mut cells = book.worksheet_cells_reader(name)?;
    for _ in 0..LOOKED_AT_CELLS {
        let Some(cell) = cells.next_cell_with_formula_metadata()? else { break };
        let is_nothing = match cell.value {
            DataRef::Empty | DataRef::Int(0) => true,
            DataRef::Float(value) => value == 0.0,
            _ => false,
        };
        if cell.formula.is_some() && is_nothing {
            remarks.uncalculated(name, cell.pos.0 as usize, cell.pos.1 as usize);
        }
    }
    Ok(())
}

/// How the number of a cell is shown.
#[derive(Clone, Copy, Debug, Default)]
struct CellLook {
    percent: bool,
    /// As a time without a day.
    clock: bool,
}

impl CellLook {
    fn of(style: &Style) -> Self {
        let code = style.number_format.as_ref().map_or("", |format| format.format_code.as_str());
        // What stands in quotes is shown as it is, and what stands in brackets is a colour, a currency or a duration.
        let (mut letters, mut quoted, mut bracketed) = (String::new(), false, false);
        for letter in code.chars() {
            match letter {
                '"' => quoted = !quoted,
                '[' if !quoted => bracketed = true,
                ']' if !quoted => bracketed = false,
                _ if quoted || bracketed => {}
                _ => letters.push(letter.to_ascii_lowercase()),
            }
        }
        Self { percent: letters.contains('%'), clock: letters.contains('h') && !letters.contains(['y', 'd']) }
    }
}

fn shown(value: &DataRef<'_>, look: CellLook) -> String {
    match value {
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) if look.percent => percent(*value),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => yes_or_no(*value).to_owned(),
        DataRef::DateTime(value) => day_or_time(*value, look.clock),
        DataRef::DateTimeIso(text) => iso_day(text),
        DataRef::DurationIso(text) => iso_duration(text),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn damaged(file: &ImportedFile, sheet: Option<&str>, error: &XlsxError) -> ImportError {
    let within = WithinFile::sheet(sheet);
    match error {
        XlsxError::Password => {
            ImportError::at(file.place(within), "this workbook is locked with a password", "save it without one")
        }
        _ => ImportError::at(
            file.place(within),
            format!("this is no whole workbook: {error}"),
            "open it in a spreadsheet and save it again as .xlsx",
        ),
    }
}
