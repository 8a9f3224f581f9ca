//! Any table: what its columns hold is mapped, or told from their headings and cells.

mod arrow_rows;
mod cell_remarks;
mod cell_sort;
mod column_cells;
mod columns;
mod dates;
mod heading_words;
mod laid_table;
mod list;
mod lone_names;
mod lookup;
mod matrix;
mod offer;
mod owner_cells;
mod reading;
mod registers;
mod row_details;
mod row_keys;
mod several;
#[cfg(test)]
mod tests;
mod units;
mod view;

use super::format::ImportFormat;
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::sheets;
use crate::import::input::table_sheet::TableSheet;
use laid_table::LaidTable;

pub use view::{OfferedColumn, TableView, offered_mapping, table_view};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "table", about: "a table", is_one, read: reading::read };

/// Whether a file is a table. An archive is read as one even if it is none, because its reader says what it is instead.
fn is_one(file: &ImportedFile) -> bool {
    match sheets(file) {
        Ok(sheets) => file.archive().is_some() || sheets.iter().any(is_table),
        Err(_) => true,
    }
}

fn is_table(sheet: &TableSheet) -> bool {
    LaidTable::of(sheet).is_some_and(|table| sheet.of_records || table.is_even())
}

/// Returns the headings of a table; none for a sheet that is no table.
pub(super) fn headings_of(sheet: &TableSheet) -> Vec<String> {
    let columns = LaidTable::of(sheet).map(|table| table.columns).unwrap_or_default();
    columns.into_iter().map(|column| column.heading).collect()
}
