use std::collections::HashMap;

use super::mapping::ImportMapping;
use super::table::headings_of;
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::sheets;

/// Returns the mappings that were made for files like these: they are for their format, and the files have a table
/// with all headings that one maps. The one that maps most columns comes first.
pub fn fitting<'a>(
    mappings: impl IntoIterator<Item = &'a ImportMapping>,
    format: &str,
    files: &[ImportedFile],
) -> Vec<&'a ImportMapping> {
    let mut of_format: Vec<&ImportMapping> = mappings.into_iter().filter(|mapping| mapping.format == format).collect();
    of_format.sort_by_key(|mapping| std::cmp::Reverse(mapping.columns.len()));
    let reads_columns = of_format.iter().any(|mapping| !mapping.columns.is_empty());
    let tables = if reads_columns { headings(files) } else { Vec::new() };
    of_format.retain(|mapping| mapping.columns.is_empty() || tables.iter().any(|table| has_all(table, mapping)));
    of_format
}

/// Returns the headings of every table of the files, as its reader finds them, with how often each stands there.
fn headings(files: &[ImportedFile]) -> Vec<HashMap<String, usize>> {
    let counted = |headings: Vec<String>| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for heading in headings {
            *counts.entry(heading).or_default() += 1;
        }
        counts
    };
    files.iter().filter_map(|file| sheets(file).ok()).flatten().map(headings_of).map(counted).collect()
}

fn has_all(table: &HashMap<String, usize>, mapping: &ImportMapping) -> bool {
    mapping.columns.iter().all(|column| table.get(column.heading.trim()).is_some_and(|times| *times >= column.nth))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::{ColumnRole, MappedColumn};

    #[test]
    fn a_mapping_fits_a_table_that_has_all_its_columns() {
        let file = |text: &str| [ImportedFile::new("list.csv", text.as_bytes().to_vec()).unwrap()];
        let mapping = |title: &str, format: &str, columns: &[(&str, usize)]| ImportMapping {
            title: title.to_owned(),
            format: format.to_owned(),
            columns: columns
                .iter()
                .map(|(heading, nth)| MappedColumn {
                    heading: (*heading).to_owned(),
                    nth: *nth,
                    role: ColumnRole::Name,
                })
                .collect(),
            ..ImportMapping::default()
        };
        let known = [
            mapping("one", "table", &[("Name", 1)]),
            mapping("two", "table", &[("Name", 1), ("Owner", 1)]),
            mapping("twice", "table", &[("Name", 1), ("Owner", 2)]),
            mapping("maps", "dot", &[]),
        ];
        let titles = |text: &str, format: &str| {
            fitting(&known, format, &file(text)).into_iter().map(|mapping| mapping.title.clone()).collect::<Vec<_>>()
        };
        assert_eq!(titles("Register\n\nOwner,Name,State\nClaims,Triage,live\n", "table"), ["two", "one"]);
        assert_eq!(titles("Owner,Name,Owner\nClaims,Triage,Risk\n", "table"), ["two", "twice", "one"]);
        assert_eq!(titles("Title,State\nTriage,live\n", "table"), [""; 0]);
        assert_eq!(titles("digraph { a -> b }", "dot"), ["maps"]);
    }
}
