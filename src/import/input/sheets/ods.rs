//! `OpenDocument` spreadsheets. They are read here and not by the crate that reads the others: that one loses merged cells,
//! percents and which rows are hidden, and does not end on a text that is cut off inside a note.

use std::collections::HashSet;
use std::io::Cursor;
use std::io::Read;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::cell_text::{iso_day, iso_duration, number, percent, yes_or_no};
use super::sheet_remarks::SheetRemarks;
use super::sheet_rows::{CellBudget, MergedCells, SheetRows};
use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::table_sheet::FileTables;
use crate::import::input::xml::xml_character;
use crate::import::place::WithinFile;

/// The maximum numbers of rows and columns of a sheet, which no program exceeds.
const ROWS: usize = 1 << 20;
const COLUMNS: usize = 1 << 14;

/// How often a row or a cell that holds anything is repeated at most; empty ones are skipped, however many they are.
const REPEATED: usize = 10_000;

/// Reads the visible sheets of an `OpenDocument` spreadsheet.
pub(super) fn read(file: &ImportedFile, bytes: &[u8]) -> Result<FileTables, ImportError> {
    let mut text = String::new();
    let content = ZipArchive::new(Cursor::new(bytes)).ok().and_then(|mut archive| {
        let part = archive.by_name("content.xml").ok()?;
        part.take(limits::UNFOLDED as u64).read_to_string(&mut text).ok()
    });
    let damaged = |says: String| {
        let hint = "open it in a spreadsheet and save it again";
        ImportError::at(file.place(WithinFile::Whole), says, hint)
    };
    if content.is_none() {
        return Err(damaged("this archive is cut off or damaged".to_owned()));
    }
    let mut sheets = OdsReading::new(file);
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    loop {
        let event = reader.read_event().map_err(|error| damaged(format!("this is no whole spreadsheet: {error}")))?;
        let is_room = match event {
            Event::Eof => break,
            Event::Start(element) => sheets.begins(&element),
            Event::End(element) => sheets.ends(element.local_name().as_ref()),
            Event::Text(text) => sheets.text(&text.xml10_content()),
            Event::GeneralRef(entity) => sheets.entity(&entity),
            _ => Some(()),
        };
        is_room.ok_or_else(|| CellBudget::exceeded(file))?;
    }
    Ok(sheets.finish())
}

/// A spreadsheet while it is read.
struct OdsReading<'a> {
    tables: FileTables,
    remarks: SheetRemarks<'a>,
    budget: CellBudget,
    /// The style whose properties are read, and the styles of hidden sheets.
    style: String,
    hidden_styles: HashSet<String>,
    sheet: Option<OdsSheet>,
    /// How deep inside notes and drawings the reading is; their texts are in no cell.
    aside: usize,
}

struct OdsSheet {
    name: Arc<str>,
    is_hidden: bool,
    hides: bool,
    rows: SheetRows,
    row: usize,
    row_repeated: usize,
    column: usize,
    /// The cells of the row that hold anything.
    cells: Vec<(usize, String)>,
    cell: Option<OdsCell>,
}

#[derive(Default)]
struct OdsCell {
    repeated: usize,
    spanned: (usize, usize),
    is_covered: bool,
    sort: String,
    value: String,
    formula: bool,
    is_error: bool,
    text: String,
    paragraphs: usize,
}

impl<'a> OdsReading<'a> {
    fn new(file: &'a ImportedFile) -> Self {
        Self {
            tables: FileTables::default(),
            remarks: SheetRemarks::new(file),
            budget: CellBudget::new(),
            style: String::new(),
            hidden_styles: HashSet::new(),
            sheet: None,
            aside: 0,
        }
    }

    fn begins(&mut self, element: &BytesStart<'_>) -> Option<()> {
        let name = element.local_name();
        let name: &str = name.as_ref();
        if self.aside > 0 || matches!(name, "annotation" | "frame" | "shapes" | "custom-shape") {
            self.aside += 1;
            return Some(());
        }
        match name {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                self.hidden_styles.insert(std::mem::take(&mut self.style));
            }
            // A table in a cell is no sheet.
            "table" if self.sheet.is_some() => self.aside = 1,
            "table" => self.begins_sheet(element),
            "table-row" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.row_repeated = repeated(element, "number-rows-repeated");
                    sheet.hides |= is_hidden(element);
                    (sheet.column, sheet.cells) = (0, Vec::new());
                }
            }
            "table-column" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.hides |= is_hidden(element);
                }
            }
            "table-cell" | "covered-table-cell" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.cell = Some(OdsCell::of(element, name == "covered-table-cell"));
                }
            }
            "p" => {
                if let Some(cell) = self.cell() {
                    cell.paragraphs += 1;
                    if cell.paragraphs > 1 {
                        cell.text.push('\n');
                    }
                }
            }
            "line-break" => self.add("\n")?,
            "tab" => self.add("\t")?,
            "s" => {
                let count: usize = attribute(element, "c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.add(&" ".repeat(count.min(REPEATED)))?;
            }
            _ => {}
        }
        Some(())
    }

    fn begins_sheet(&mut self, element: &BytesStart<'_>) {
        let style = attribute(element, "style-name").unwrap_or_default();
        self.sheet = Some(OdsSheet {
            name: attribute(element, "name").unwrap_or_default().into(),
            is_hidden: self.hidden_styles.contains(&style),
            hides: false,
            rows: SheetRows::default(),
            row: 0,
            row_repeated: 1,
            column: 0,
            cells: Vec::new(),
            cell: None,
        });
    }

    fn ends(&mut self, name: &str) -> Option<()> {
        if self.aside > 0 {
            self.aside -= 1;
            return Some(());
        }
        match name {
            "table-cell" | "covered-table-cell" => self.ends_cell(),
            "table-row" => self.ends_row(),
            "table" => self.ends_sheet(),
            _ => Some(()),
        }
    }

    fn ends_cell(&mut self) -> Option<()> {
        let Some(sheet) = &mut self.sheet else { return Some(()) };
        let Some(cell) = sheet.cell.take() else { return Some(()) };
        let (row, column) = (sheet.row, sheet.column);
        sheet.column = column.saturating_add(cell.repeated).min(COLUMNS);
        if sheet.is_hidden {
            return Some(());
        }
        if cell.is_error {
            self.remarks.error(&sheet.name, row, column, cell.text.trim());
        }
        let text = if cell.is_covered { String::new() } else { cell.shown() };
        if cell.formula && !cell.is_error && matches!(text.as_str(), "" | "0") {
            self.remarks.uncalculated(&sheet.name, row, column);
        }
        if text.is_empty() {
            return Some(());
        }
        let (rows, columns) = cell.spanned;
        if rows > 1 || columns > 1 {
            let last = ((row + rows - 1).min(ROWS), (column + columns - 1).min(COLUMNS));
            sheet.rows.merge(MergedCells { first: (row, column), last });
        }
        for column in column..column.saturating_add(cell.repeated.min(REPEATED)).min(COLUMNS) {
            self.budget.take(1, text.len())?;
            sheet.cells.push((column, text.clone()));
        }
        Some(())
    }

    fn ends_row(&mut self) -> Option<()> {
        let Some(sheet) = &mut self.sheet else { return Some(()) };
        let cells = std::mem::take(&mut sheet.cells);
        if !cells.is_empty() {
            for row in sheet.row..sheet.row.saturating_add(sheet.row_repeated.min(REPEATED)).min(ROWS) {
                for (column, text) in &cells {
                    sheet.rows.put(&mut self.budget, row, *column, text.clone())?;
                }
            }
        }
        sheet.row = sheet.row.saturating_add(sheet.row_repeated).min(ROWS);
        Some(())
    }

    fn ends_sheet(&mut self) -> Option<()> {
        let Some(sheet) = self.sheet.take() else { return Some(()) };
        if sheet.is_hidden {
            self.remarks.hidden_sheet(&sheet.name);
            return Some(());
        }
        if sheet.hides {
            self.remarks.hidden_rows(Some(&sheet.name));
        }
        let sheet = sheet.rows.finish(&mut self.budget, Some(sheet.name))?;
        self.tables.sheets.push(sheet);
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        if self.cell().is_some_and(|cell| cell.paragraphs > 0) { self.add(text) } else { Some(()) }
    }

    fn entity(&mut self, entity: &str) -> Option<()> {
        xml_character(entity).map_or(Some(()), |text| self.add(&text))
    }

    fn add(&mut self, text: &str) -> Option<()> {
        if self.aside == 0 && self.cell().is_some() {
            self.budget.take(0, text.len())?;
            if let Some(cell) = self.cell() {
                cell.text.push_str(text);
            }
        }
        Some(())
    }

    fn cell(&mut self) -> Option<&mut OdsCell> {
        self.sheet.as_mut()?.cell.as_mut()
    }

    fn finish(mut self) -> FileTables {
        self.tables.remarks = self.remarks.finish();
        self.tables
    }
}

impl OdsCell {
    fn of(element: &BytesStart<'_>, is_covered: bool) -> Self {
        let of = |name: &str| attribute(element, name);
        let value =
            of("date-value").or_else(|| of("time-value")).or_else(|| of("boolean-value")).or_else(|| of("value"));
        Self {
            repeated: repeated(element, "number-columns-repeated"),
            spanned: (repeated(element, "number-rows-spanned"), repeated(element, "number-columns-spanned")),
            is_covered,
            sort: office_sort(element),
            value: value.or_else(|| of("string-value")).unwrap_or_default(),
            formula: of("formula").is_some(),
            is_error: prefixed(element, "calcext:value-type").as_deref() == Some("error"),
            text: String::new(),
            paragraphs: 0,
        }
    }

    /// Returns the text of the cell as a person reads it.
    fn shown(&self) -> String {
        let of_number = |show: fn(f64) -> String| self.value.parse().ok().map(show);
        let shown = match self.sort.as_str() {
            _ if self.is_error => Some(String::new()),
            // What a cell shows for yes and no is saved by some programs as a number.
            "float" if matches!(self.text.trim(), "TRUE" | "FALSE") => None,
            "float" | "currency" => of_number(number),
            "percentage" => of_number(percent),
            "date" => Some(iso_day(&self.value)),
            "time" => Some(iso_duration(&self.value)),
            "boolean" => Some(yes_or_no(self.value == "true").to_owned()),
            _ if self.paragraphs == 0 => Some(self.value.clone()),
            _ => None,
        };
        shown.unwrap_or_else(|| self.text.clone()).trim().to_owned()
    }
}

/// Returns the sort of a value; the one that a program adds for itself stands beside it under another prefix.
fn office_sort(element: &BytesStart<'_>) -> String {
    prefixed(element, "office:value-type").or_else(|| attribute(element, "value-type")).unwrap_or_default()
}

/// Returns an attribute by its name with the prefix.
fn prefixed(element: &BytesStart<'_>, name: &str) -> Option<String> {
    value_of(element, |key| key.as_ref() == name)
}

/// Returns an attribute by its name without the prefix.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    value_of(element, |key| key.local_name().as_ref() == name)
}

fn value_of(element: &BytesStart<'_>, is_it: impl Fn(QName<'_>) -> bool) -> Option<String> {
    let found = element.attributes().filter_map(Result::ok).find(|attribute| is_it(attribute.key))?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

fn repeated(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    // The empty columns behind the last are often hidden, and hold nothing.
    let is_rest =
        repeated(element, "number-columns-repeated") > 1_000 || repeated(element, "number-rows-repeated") > 1_000;
    !is_rest && attribute(element, "visibility").is_some_and(|visible| visible != "visible")
}
