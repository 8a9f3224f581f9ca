use std::sync::Arc;

use crate::import::imported::ImportRemark;

/// The tables of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct FileTables {
    /// The tables, in the order of the file.
    pub(in crate::import) sheets: Vec<TableSheet>,
    /// What of the file is not in them, or is otherwise in them than a person may expect: hidden sheets, cells with
    /// errors.
    pub(in crate::import) remarks: Vec<ImportRemark>,
}

/// A table of a file: a sheet of a workbook, a whole CSV file, or the records of a JSON file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct TableSheet {
    /// The name of the sheet; `None` for a file that is one table.
    pub(in crate::import) name: Option<Arc<str>>,
    /// The rows that hold anything, in order.
    pub(in crate::import) rows: Vec<SheetRow>,
    /// Whether the rows are records of a JSON file: the first row holds their names and has the number 0.
    pub(in crate::import) of_records: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct SheetRow {
    /// Its number in the sheet, from 1, as a spreadsheet shows it, in a CSV file as well, whose cells may hold line breaks;
    /// in a JSON file, the number of the record.
    pub(in crate::import) number: usize,
    /// Its cells as texts, as a person reads them: a day is `2026-11-20`, a number has no needless zeros. The value of a
    /// merged cell stands in every cell it covers. Empty cells at the end of a row are left out.
    pub(in crate::import) cells: Vec<String>,
}

impl SheetRow {
    /// Returns the text of a cell; empty where the row ends before it.
    pub(in crate::import) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
