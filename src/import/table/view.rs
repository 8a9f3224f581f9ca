use super::columns::TableColumns;
use super::heading_words::{arrow_roles_of, roles_of};
use super::laid_table::LaidTable;
use super::registers::register_of;
use crate::import::drafting::draft::one_line;
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::sheets;
use crate::import::mapping::{ColumnRole, ImportMapping, MappedColumn};

/// How many cells of a column are shown as samples, and how many characters of each.
const SAMPLES: usize = 3;
const SAMPLE_LENGTH: usize = 60;

/// The maximum number of rows that are shown under the headings.
const FIRST_ROWS: usize = 40;

/// The columns of a table and what they hold, for a person who says what they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableView {
    /// The columns of all its sheets; a heading that several sheets have is one column.
    pub headings: Vec<OfferedColumn>,
    /// The number of rows below the headings.
    pub rows: usize,
    /// Whether no heading is known, and no mapping says what the columns hold.
    pub is_unknown: bool,
}

/// A column of a table and what it is taken to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedColumn {
    /// The heading, as a mapping has it.
    pub heading: String,
    /// Which of the columns with this heading it is, from 1.
    pub nth: usize,
    /// What the column is taken to hold; `None` for one that is left out.
    pub role: Option<ColumnRole>,
    /// A few of its cells, each of one line, none twice.
    pub samples: Vec<String>,
    /// Its cells in the first rows, each of one line.
    pub first: Vec<String>,
}

/// Returns the columns of a file that is a table, with the roles that the mapping gives them; with the offered ones where
/// the mapping names no column. `None` for a file that is no table.
pub fn table_view(file: &ImportedFile, mapping: &ImportMapping) -> Option<TableView> {
    view_of(&laid(file)?, mapping)
}

/// Returns the tables of a file.
fn laid(file: &ImportedFile) -> Option<Vec<LaidTable<'_>>> {
    Some(sheets(file).ok()?.iter().filter_map(LaidTable::of).collect())
}

fn view_of(tables: &[LaidTable<'_>], mapping: &ImportMapping) -> Option<TableView> {
    let mut view = TableView::default();
    for table in tables {
        let columns = TableColumns::of(table, mapping);
        view.rows += table.rows.len();
        for (place, column) in table.columns.iter().enumerate() {
            let is_known = |known: &OfferedColumn| known.heading == column.heading && known.nth == column.nth;
            if view.headings.iter().any(is_known) {
                continue;
            }
            view.headings.push(OfferedColumn {
                heading: column.heading.clone(),
                nth: column.nth,
                role: columns.role(place),
                samples: samples(table, place),
                first: table.cells(place).take(FIRST_ROWS).map(|cell| one_line(cell, SAMPLE_LENGTH)).collect(),
            });
        }
    }
    let is_known =
        |column: &OfferedColumn| !roles_of(&column.heading).is_empty() || !arrow_roles_of(&column.heading).is_empty();
    view.is_unknown = mapping.columns.is_empty() && !view.headings.iter().any(is_known);
    (!view.headings.is_empty()).then_some(view)
}

/// Returns the mapping that is offered for a file that is a table: what its headings and its cells say that its columns
/// hold. `None` for a file that is no table.
pub fn offered_mapping(file: &ImportedFile) -> Option<ImportMapping> {
    let tables = laid(file)?;
    let view = view_of(&tables, &ImportMapping::default())?;
    let register = tables.iter().find_map(register_of);
    let columns = view.headings.into_iter();
    let mapped = columns.filter_map(|it| Some(MappedColumn { heading: it.heading, nth: it.nth, role: it.role? }));
    Some(ImportMapping {
        title: register.map(|register| register.title.to_owned()).unwrap_or_default(),
        format: "table".to_owned(),
        columns: mapped.collect(),
        dates: register.and_then(|register| register.dates),
        ..ImportMapping::default()
    })
}

fn samples(table: &LaidTable<'_>, column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::with_capacity(SAMPLES);
    for cell in table.cells(column).filter(|cell| !cell.trim().is_empty()) {
        let sample = one_line(cell, SAMPLE_LENGTH);
        if !samples.contains(&sample) {
            samples.push(sample);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(text: &str) -> Vec<(String, Option<ColumnRole>)> {
        let file = ImportedFile::new("list.csv", text.as_bytes().to_vec()).unwrap();
        let view = table_view(&file, &ImportMapping::default()).unwrap();
        view.headings.into_iter().map(|column| (column.heading, column.role)).collect()
    }

    fn roles(text: &str) -> Vec<Option<ColumnRole>> {
        offered(text).into_iter().map(|(_, role)| role).collect()
    }

    #[test]
    fn the_columns_of_a_list_are_offered_from_headings_and_cells() {
        use ColumnRole::{About, Aims, From, Id, Name, Needs, Note, Person, Sign, Started, Status, To, Unit};
        let text = "Register of changes,,,\n\nNr,Vorhaben,Abteilung,Verantwortlich,Status,Beginn,Daten,Ziel,Nutzen\n\
                    1,Bot,Schaden,Ana Ruiz,Pilot,14.3.2024,Akten,Schneller,Viel\n2,Mail,Vertrieb,Jo Li,live,,CRM,,\n";
        let expected = [
            None,
            Some(Name),
            Some(Unit),
            Some(Person),
            Some(Status),
            Some(Started),
            Some(Needs),
            Some(Aims),
            Some(About),
        ];
        assert_eq!(roles(text), expected);
        assert_eq!(roles("from,to,sign,why\nA,B,+,because\nB,C,-,\n"), [Some(From), Some(To), Some(Sign), Some(Note)]);
        let by_day = "name,from,agreed\nBot,2026-11-28,TRUE\nMail,2026-03-01,FALSE\n";
        assert_eq!(roles(by_day), [Some(Name), Some(Started), None]);
        assert_eq!(roles("ID,Owner,Foo\n7,Claims,Bot\n9,Service,Mail\n"), [Some(Id), Some(Unit), Some(Name)]);
        let two_rows = "Change,Owner,,When,\n,Unit,Person,Start,End\nBot,Claims,Ana Ruiz,2024,2025\n";
        let expected: Vec<(String, Option<ColumnRole>)> = [
            ("Change", Some(Name)),
            ("Owner / Unit", Some(Unit)),
            ("Owner / Person", Some(Person)),
            ("When / Start", Some(Started)),
            ("When / End", None),
        ]
        .map(|(heading, role)| (heading.to_owned(), role))
        .to_vec();
        assert_eq!(offered(two_rows), expected);
    }

    #[test]
    fn a_mapping_decides_over_what_is_offered() {
        let file = ImportedFile::new("list.csv", b"Name,Note,Note\nBot,a,b\nMail,c,\n".to_vec()).unwrap();
        let column = MappedColumn { heading: "Note".to_owned(), nth: 2, role: ColumnRole::Name };
        let mapping = ImportMapping { columns: vec![column], ..ImportMapping::default() };
        let view = table_view(&file, &mapping).unwrap();
        let found: Vec<(usize, Option<ColumnRole>)> = view.headings.iter().map(|it| (it.nth, it.role)).collect();
        assert_eq!(found, [(1, None), (1, None), (2, Some(ColumnRole::Name))]);
        assert_eq!(view.rows, 2);
        let column = MappedColumn { heading: "NAME".to_owned(), nth: 1, role: ColumnRole::Name };
        let mapping = ImportMapping { columns: vec![column], ..ImportMapping::default() };
        let read = table_view(&file, &mapping).unwrap();
        assert_eq!(read.headings.first().unwrap().role, Some(ColumnRole::Name), "as its reader takes it");
        assert_eq!(view.headings.first().unwrap().samples, ["Bot", "Mail"]);
        let offered = offered_mapping(&file).unwrap();
        assert_eq!(offered.columns.len(), 3);
        assert!(offered_mapping(&ImportedFile::new("a.dot", b"digraph {}".to_vec()).unwrap()).is_none());
    }
}
