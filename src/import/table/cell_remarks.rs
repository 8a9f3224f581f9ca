use std::collections::BTreeMap;

use super::laid_table::LaidTable;
use crate::import::drafting::draft::{MapDraft, one_line};
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::SheetRow;
use crate::import::place::SourcePlace;

/// How many cells of one column are each said for one reason; of more the first is said, and their number.
const EACH: usize = 5;

/// How many characters of a cell are shown in a remark.
const SHOWN: usize = 60;

/// What is said about cells. The cells of a column about which the same is to be said are said one by one where they are
/// few, and in one line where they are many: a register with a wrong column has thousands.
#[derive(Debug, Default)]
pub(super) struct CellRemarks {
    groups: BTreeMap<(String, &'static str), CellGroup>,
    /// The number of cells so far of which anything is said.
    cells: usize,
}

#[derive(Debug)]
struct CellGroup {
    sort: RemarkSort,
    count: usize,
    /// The first cells: the number of each, its place, and what is said of it.
    first: Vec<(usize, SourcePlace, String)>,
}

impl CellRemarks {
    /// Says something about a cell; `reason` is what is wrong with it, after its text: "names nothing".
    pub(super) fn cell(
        &mut self,
        table: &LaidTable<'_>,
        (file, row, column): (&ImportedFile, &SheetRow, usize),
        sort: RemarkSort,
        reason: &'static str,
    ) {
        let new = || CellGroup { sort, count: 0, first: Vec::new() };
        let group = self.groups.entry((table.heading(column).to_owned(), reason)).or_insert_with(new);
        group.count += 1;
        self.cells += 1;
        if group.first.len() < EACH {
            group.first.push((self.cells, table.cell_place(file, row, column), said_of(row.cell(column), reason)));
        }
    }

    /// Adds the remarks to a map, in the order of the cells.
    pub(super) fn finish(self, draft: &mut MapDraft<'_>) {
        let mut remarks = Vec::new();
        for ((heading, _), group) in self.groups {
            let also = match group.count.saturating_sub(1) {
                more if more >= EACH => Some(format!(" (and {more} more cells{} are so)", of_column(&heading))),
                _ => None,
            };
            let each = if also.is_some() { 1 } else { EACH };
            let said = |(at, place, says): (usize, SourcePlace, String)| {
                (at, place, group.sort, says + also.as_deref().unwrap_or_default())
            };
            remarks.extend(group.first.into_iter().take(each).map(said));
        }
        remarks.sort_by_key(|(at, ..)| *at);
        for (_, place, sort, says) in remarks {
            draft.remark(place, sort, says);
        }
    }
}

fn of_column(heading: &str) -> String {
    match one_line(heading, SHOWN) {
        heading if heading.is_empty() => String::new(),
        heading => format!(" of the column \u{201c}{heading}\u{201d}"),
    }
}

/// Returns what is said of a cell. An empty cell, or one that only marks that nothing stands there, is said to be empty.
fn said_of(text: &str, reason: &str) -> String {
    let text = one_line(text, SHOWN);
    match (text.as_str(), reason.strip_prefix("names nothing; ")) {
        ("", Some(then)) => format!("this cell is empty; {then}"),
        (_, Some(then)) => format!("\u{201c}{text}\u{201d} is no name; {then}"),
        ("", None) => format!("this cell {reason}"),
        (_, None) => format!("\u{201c}{text}\u{201d} {reason}"),
    }
}
