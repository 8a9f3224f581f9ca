//! Reads all tables of the files of an import into one map.

use std::collections::HashSet;
use std::rc::Rc;

use super::arrow_rows::ArrowTable;
use super::cell_remarks::CellRemarks;
use super::columns::TableColumns;
use super::laid_table::LaidTable;
use super::list::{KnownRows, ListRow, ListTable};
use super::lookup::is_lookup;
use super::matrix::ArrowMatrix;
use super::row_details::RowDetails;
use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::file::ImportedFile;
use crate::import::input::sheets::tables;
use crate::import::mapping::SameNames;
use crate::import::place::{SourcePlace, WithinFile};
use crate::import::words::owner_parts::KnownOwners;
use crate::record::spoken::listed;
use crate::record::text::clip;

/// A sheet of a file with its headings, and what its columns hold.
struct ReadTable<'a> {
    file: &'a ImportedFile,
    table: LaidTable<'a>,
    columns: TableColumns,
}

/// The arrows that a table states instead of things: one in each row, or one in each cell.
enum StatedArrows<'a> {
    InRows(ArrowTable<'a>),
    InCells(ArrowMatrix<'a>),
}

impl<'a> StatedArrows<'a> {
    /// Returns the arrows of a table; `None` for a table of things.
    fn of(read: &'a ReadTable<'_>) -> Option<Self> {
        if read.columns.state_arrows() {
            let rows = ArrowTable { file: read.file, table: &read.table, columns: &read.columns };
            return Some(Self::InRows(rows));
        }
        ArrowMatrix::of(read.file, &read.table).map(Self::InCells)
    }
}

/// Reads the tables of files: first the things of all lists, then what they say about each other, then the arrows.
pub(super) fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MapDraft::new(context, SameNames::Several);
    let found = found(files, context, &mut draft)?;
    let tables = || found.iter().map(|read| (&read.table, &read.columns));
    let owners = Rc::new(KnownOwners::of(tables()));
    let (mut known, mut remarks) = (KnownRows::default(), CellRemarks::default());
    let mut lists: Vec<(ListTable<'_>, Vec<ListRow<'_>>)> = Vec::new();
    let mut arrows: Vec<StatedArrows<'_>> = Vec::new();
    for read in &found {
        if let Some(stated) = StatedArrows::of(read) {
            arrows.push(stated);
            continue;
        }
        match ListTable::of(read.file, &read.table, &read.columns, context.mapping, Rc::clone(&owners)) {
            Some(_) if is_lookup(&read.table, &read.columns, tables()) => {
                let says = "this sheet only lists what cells of another sheet may hold; it is left out";
                draft.remark(read.place(), RemarkSort::LeftOut, says);
            }
            Some(list) => {
                let rows = list.things(&mut draft, &mut known, &mut remarks)?;
                for says in owners.of_columns(&read.table, &read.columns) {
                    draft.remark(read.place(), RemarkSort::Noted, says);
                }
                lists.push((list, rows));
            }
            None => {
                draft.remark(read.place(), RemarkSort::LeftOut, "no column of this table names things; it is left out");
            }
        }
    }
    if lists.is_empty() && arrows.is_empty() {
        return Err(nothing_named(files, &found));
    }
    for (list, rows) in &lists {
        let done = rows.len();
        let mut details = RowDetails { list, remarks: &mut remarks };
        for (place, row) in rows.iter().enumerate() {
            if place % 1_000 == 0 {
                draft.proceeds(place, done)?;
            }
            details.read(&mut draft, row);
        }
    }
    for stated in &arrows {
        match stated {
            StatedArrows::InRows(table) => table.read(&mut draft, &mut remarks)?,
            StatedArrows::InCells(matrix) => matrix.read(&mut draft, &mut remarks)?,
        }
    }
    remarks.finish(&mut draft);
    draft.finish()
}

/// Finds the tables of the files, and says what of the files is no table.
fn found<'a>(
    files: &[&'a ImportedFile],
    context: &ReadContext<'_>,
    draft: &mut MapDraft<'_>,
) -> Result<Vec<ReadTable<'a>>, ImportError> {
    let mut found = Vec::new();
    for file in files {
        let tables = tables(file)?;
        for remark in &tables.remarks {
            draft.remark(remark.place.clone(), remark.sort, remark.says.clone());
        }
        for table in tables.sheets.iter().filter_map(LaidTable::of) {
            if let Some(title) = &table.title {
                draft.title(title);
            }
            let mut said: HashSet<&str> = HashSet::new();
            for (row, says) in &table.others {
                // A list printed over many pages repeats its headings on each.
                if said.insert(says) {
                    draft.remark(table.row_place(file, row), RemarkSort::LeftOut, *says);
                }
            }
            let columns = TableColumns::of(&table, context.mapping);
            found.push(ReadTable { file, table, columns });
        }
    }
    Ok(found)
}

/// The maximum number of headings that a sentence names.
const MOST_HEADINGS: usize = 6;

fn quoted(heading: &str) -> String {
    format!("“{}”", clip(heading, 30))
}

fn nothing_named(files: &[&ImportedFile], found: &[ReadTable<'_>]) -> ImportError {
    let first = found.first().map(ReadTable::place);
    let whole = || files.first().map(|file| file.place(WithinFile::Whole));
    let Some(place) = first.or_else(whole) else { return ImportError::Stopped };
    if found.is_empty() {
        let says = "this holds no table with headings and a row below them";
        return ImportError::at(place, says, "put the names of the columns into the first row");
    }
    let headings: Vec<String> = found
        .iter()
        .flat_map(|read| &read.table.columns)
        .take(MOST_HEADINGS)
        .map(|column| quoted(&column.heading))
        .collect();
    let says = format!(
        "no column of this table is known to name things; its headings are {}",
        listed(&headings.iter().map(String::as_str).collect::<Vec<_>>(), "and")
    );
    let hint = "call one of them Name, or say what they hold in a file for --map (adjacent import --help shows one)";
    ImportError::unnamed(place, says, hint)
}

impl ReadTable<'_> {
    fn place(&self) -> SourcePlace {
        self.table.place(self.file)
    }
}
