//! A table whose cells are arrows: its first column and its headings name the same things.

use std::collections::HashMap;

use super::arrow_rows::{CellSign, number_of, signed};
use super::cell_remarks::CellRemarks;
use super::laid_table::{LaidTable, TableColumn};
use crate::graph::Key;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::SheetRow;
use crate::import::words::nothing::says_nothing;
use crate::import::words::sign_words::sign_of;
use crate::record::{Relation, Sign, Strength};

/// A table of which each cell says how the thing of its row acts on the thing of its column.
pub(super) struct ArrowMatrix<'a> {
    file: &'a ImportedFile,
    table: &'a LaidTable<'a>,
    /// The columns that name things.
    columns: Vec<usize>,
    /// Whether its numbers have signs, so that 1 is more and not only a mark.
    signed: bool,
}

impl<'a> ArrowMatrix<'a> {
    /// Returns the matrix that a table is: nearly all its rows and columns name the same things, and nearly all its cells
    /// are empty, signs or numbers.
    pub(super) fn of(file: &'a ImportedFile, table: &'a LaidTable<'a>) -> Option<Self> {
        let rows: HashMap<Key, usize> =
            table.cells(0).enumerate().filter_map(|(place, cell)| Some((Key::of(cell)?, place))).collect();
        let is_named =
            |(_, column): &(usize, &TableColumn)| Key::of(&column.heading).is_some_and(|key| rows.contains_key(&key));
        let columns: Vec<usize> =
            table.columns.iter().enumerate().skip(1).filter(is_named).map(|(place, _)| place).collect();
        let (all, found) = (table.columns.len().saturating_sub(1), columns.len());
        if found < 2 || found * 10 < all * 8 || found * 10 < rows.len() * 8 {
            return None;
        }
        let cells = || columns.iter().flat_map(|column| table.cells(*column)).filter(|cell| !cell.trim().is_empty());
        let (said, marks) = (cells().count(), cells().filter(|cell| is_mark(cell)).count());
        let is_signed = |cell: &str| number_of(cell).is_some_and(|number| number < 0.0 || number.fract() != 0.0);
        let signed = cells().any(|cell| is_signed(cell) || (number_of(cell).is_none() && sign_of(cell).is_some()));
        (said > 0 && marks * 10 >= said * 9).then_some(Self { file, table, columns, signed })
    }

    /// Adds the things and the arrows to a map.
    pub(super) fn read(&self, draft: &mut MapDraft<'_>, remarks: &mut CellRemarks) -> Result<(), ImportError> {
        let says = "this is read as: the thing of a row acts on the thing of a column";
        draft.remark(self.table.place(self.file), RemarkSort::Noted, says);
        for (done, row) in self.table.rows.iter().enumerate() {
            draft.proceeds(done, self.table.rows.len())?;
            let name = row.cell(0);
            if says_nothing(name) || Key::of(name).is_none() {
                continue;
            }
            let from = draft.named(name, &self.table.row_place(self.file, row));
            for column in &self.columns {
                self.cell(draft, remarks, (from, name), row, *column);
            }
        }
        Ok(())
    }

    fn cell(
        &self,
        draft: &mut MapDraft<'_>,
        remarks: &mut CellRemarks,
        (from, name): (usize, &str),
        row: &SheetRow,
        column: usize,
    ) {
        let cell = row.cell(column).trim();
        let (sign, strength) = match signed(cell) {
            _ if cell.is_empty() => return,
            Some(CellSign::NoEffect) => return,
            Some(CellSign::Effect(sign, strength)) if self.signed => (sign, strength),
            Some(CellSign::Effect(..)) => (Sign::Unknown, Strength::default()),
            None if is_tick(cell) => (Sign::Unknown, Strength::default()),
            None => {
                let reason = "is neither a sign nor a number; it is not used";
                return remarks.cell(self.table, (self.file, row, column), RemarkSort::LeftOut, reason);
            }
        };
        let place = self.table.cell_place(self.file, row, column);
        let heading = self.table.heading(column);
        let to = draft.named(heading, &place);
        let key = format!("{name} affects {heading}").to_lowercase();
        let arrow = draft.arrow(&key, &place, (from, to), Relation::Affects, sign);
        draft.edit_arrow(arrow, |arrow| arrow.strength = strength);
    }
}

fn is_mark(cell: &str) -> bool {
    signed(cell).is_some() || is_tick(cell)
}

fn is_tick(cell: &str) -> bool {
    matches!(cell.trim().to_lowercase().as_str(), "x" | "yes" | "true" | "\u{2713}" | "\u{2714}" | "ja" | "oui")
}
