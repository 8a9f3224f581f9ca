use std::collections::BTreeMap;
use std::sync::Arc;

use crate::import::error::ImportError;
use crate::import::input::file::ImportedFile;
use crate::import::input::limits;
use crate::import::input::table_sheet::{SheetRow, TableSheet};
use crate::import::place::WithinFile;

/// How many cells, and how many bytes of text, the tables of a file may still take.
#[derive(Debug)]
pub(super) struct CellBudget {
    cells: usize,
    bytes: usize,
}

impl CellBudget {
    pub(super) const fn new() -> Self {
        Self { cells: limits::CELLS, bytes: limits::UNFOLDED }
    }

    /// Takes room for cells and their text; `None` when there is none left.
    pub(super) fn take(&mut self, cells: usize, bytes: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.bytes = self.bytes.checked_sub(bytes)?;
        Some(())
    }

    /// Puts a text into a cell of a row, which grows to it; `None` when there is no room left.
    pub(super) fn put(&mut self, cells: &mut Vec<String>, column: usize, text: String) -> Option<()> {
        let added = (column + 1).saturating_sub(cells.len());
        self.take(added, text.len())?;
        if added > 0 {
            cells.resize_with(column + 1, String::new);
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text;
        }
        Some(())
    }

    /// Returns the error that a workbook holds more than there is room for.
    pub(super) fn exceeded(file: &ImportedFile) -> ImportError {
        let says = format!("this holds more than {} cells, or too much text in them", limits::CELLS);
        ImportError::at(file.place(WithinFile::Whole), says, "export a part of it")
    }
}

/// The part of a sheet that one merged cell covers; rows and columns count from 0, and the last are in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct MergedCells {
    pub(super) first: (usize, usize),
    pub(super) last: (usize, usize),
}

/// The rows of a sheet that is being read, in whatever order its cells come.
#[derive(Debug, Default)]
pub(super) struct SheetRows {
    rows: BTreeMap<usize, Vec<String>>,
    merged: Vec<MergedCells>,
}

impl SheetRows {
    /// Puts a text into a cell; row and column count from 0. `None` when the file holds more than is read.
    pub(super) fn put(&mut self, budget: &mut CellBudget, row: usize, column: usize, text: String) -> Option<()> {
        if self.rows.len() > limits::ROWS {
            return None;
        }
        budget.put(self.rows.entry(row).or_default(), column, text)
    }

    /// Notes that a cell covers others.
    pub(super) fn merge(&mut self, cells: MergedCells) {
        self.merged.push(cells);
    }

    /// Returns the sheet. The value of a merged cell stands in every cell it covers; a row in which nothing else stands
    /// states nothing of its own, and is left out. `None` when the file holds more than is read.
    pub(super) fn finish(mut self, budget: &mut CellBudget, name: Option<Arc<str>>) -> Option<TableSheet> {
        let width = self.rows.values().map(Vec::len).max().unwrap_or_default();
        for merged in std::mem::take(&mut self.merged) {
            self.spread(budget, merged, width)?;
        }
        let rows = self.rows.into_iter().filter_map(|(row, mut cells)| {
            while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
                cells.pop();
            }
            (!cells.is_empty()).then_some(SheetRow { number: row + 1, cells })
        });
        Some(TableSheet { name, rows: rows.collect(), of_records: false })
    }

    fn spread(&mut self, budget: &mut CellBudget, merged: MergedCells, width: usize) -> Option<()> {
        let ((top, left), (bottom, right)) = (merged.first, merged.last);
        let value = self.rows.get(&top).and_then(|cells| cells.get(left)).filter(|value| !value.is_empty());
        let (Some(value), true) = (value.cloned(), top <= bottom && left <= right) else { return Some(()) };
        let right = right.min(width.max(left + 1) - 1);
        for cells in self.rows.range_mut(top..=bottom).map(|(_, cells)| cells) {
            let added = (right + 1).saturating_sub(cells.len());
            budget.take(added.max(right + 1 - left), value.len().saturating_mul(right + 1 - left))?;
            if added > 0 {
                cells.resize_with(right + 1, String::new);
            }
            for cell in cells.iter_mut().take(right + 1).skip(left) {
                cell.clone_from(&value);
            }
        }
        Some(())
    }
}
