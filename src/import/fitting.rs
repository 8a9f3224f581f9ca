use std::collections::HashMap;

use super::file::ImportedFile;
use super::mapping::ImportMapping;
use super::sheets::sheets;

/// The number of rows at the top of a table among which its headings are looked for.
const TOP_ROWS: usize = 40;

/// Returns the mapping that was made for files like these: it is for their format, and the files have a row with all
/// headings that it maps. Of several the one that maps most columns.
pub fn fitting<'a>(
    mappings: impl IntoIterator<Item = &'a ImportMapping>,
    format: &str,
    files: &[ImportedFile],
) -> Option<&'a ImportMapping> {
    let mut of_format: Vec<&ImportMapping> = mappings.into_iter().filter(|mapping| mapping.format == format).collect();
    of_format.sort_by_key(|mapping| std::cmp::Reverse(mapping.columns.len()));
    let reads_columns = of_format.iter().any(|mapping| !mapping.columns.is_empty());
    let rows = if reads_columns { top_rows(files) } else { Vec::new() };
    of_format.into_iter().find(|mapping| mapping.columns.is_empty() || rows.iter().any(|row| has_all(row, mapping)))
}

/// Returns the first rows of every table of the files, each as its cells with how often each stands there.
fn top_rows(files: &[ImportedFile]) -> Vec<HashMap<String, usize>> {
    let tables = files.iter().filter_map(|file| sheets(file).ok()).flatten();
    let rows = tables.flat_map(|table| table.rows.iter().take(TOP_ROWS));
    let counted = rows.map(|row| {
        let mut cells: HashMap<String, usize> = HashMap::new();
        for cell in &row.cells {
            *cells.entry(cell.trim().to_owned()).or_default() += 1;
        }
        cells
    });
    counted.collect()
}

fn has_all(row: &HashMap<String, usize>, mapping: &ImportMapping) -> bool {
    mapping.columns.iter().all(|column| row.get(column.heading.trim()).is_some_and(|times| *times >= column.nth))
}
