//! Any table: what its columns hold is mapped, or told from their headings and cells.

mod cell_sort;
mod column_cells;
mod dates;
mod heading_words;
mod laid_table;
mod offer;
mod person_names;
mod registers;
mod view;
mod word_list;

use super::context::ReadContext;
use super::error::ImportError;
use super::file::ImportedFile;
use super::format::ImportFormat;
use super::imported::ImportedMap;

pub use view::{OfferedColumn, TableView, offered_mapping, table_view};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "table", about: "a table", is_one, read };

const fn is_one(_file: &ImportedFile) -> bool {
    false
}

fn read(_files: &[&ImportedFile], _context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    Ok(ImportedMap::default())
}
