use crate::import::imported::{ImportRemark, RemarkSort, RemarkTopic};
use crate::import::input::file::ImportedFile;
use crate::import::place::WithinFile;

/// What is to be said about the sheets of a workbook. Many cells of one sort are one remark, at the first of them.
#[derive(Debug)]
pub(super) struct SheetRemarks<'a> {
    file: &'a ImportedFile,
    said: Vec<ImportRemark>,
    cells: Vec<RemarkedCells>,
}

/// Cells of one sheet about which the same is to be said.
#[derive(Debug)]
struct RemarkedCells {
    sheet: String,
    /// The error that they hold; `None` for formulas without a result.
    error: Option<String>,
    first: WithinFile,
    count: usize,
}

impl<'a> SheetRemarks<'a> {
    pub(super) const fn new(file: &'a ImportedFile) -> Self {
        Self { file, said: Vec::new(), cells: Vec::new() }
    }

    /// Says that a sheet is hidden, and stays out.
    pub(super) fn hidden_sheet(&mut self, name: &str) {
        self.say(
            WithinFile::sheet(Some(name)),
            RemarkSort::LeftOut,
            "this sheet is hidden; show it in the spreadsheet if it is to come in".to_owned(),
        );
    }

    /// Says that a sheet holds a chart or a macro, and no cells.
    pub(super) fn no_cells(&mut self, name: &str) {
        self.say(WithinFile::sheet(Some(name)), RemarkSort::LeftOut, "this sheet holds no cells".to_owned());
    }

    /// Says that rows or columns are hidden, and come in: in a sheet, or anywhere in the workbook.
    pub(super) fn hidden_rows(&mut self, sheet: Option<&str>) {
        let says = "some rows or columns are hidden or filtered out here; they come in like the others";
        self.say(WithinFile::sheet(sheet), RemarkSort::Noted, says.to_owned());
    }

    /// Notes a cell that holds an error; row and column count from 0.
    pub(super) fn error(&mut self, sheet: &str, row: usize, column: usize, error: &str) {
        self.cell(sheet, row, column, Some(error));
    }

    /// Notes a cell with a formula without a result; row and column count from 0.
    pub(super) fn uncalculated(&mut self, sheet: &str, row: usize, column: usize) {
        self.cell(sheet, row, column, None);
    }

    /// Returns the remarks.
    pub(super) fn finish(mut self) -> Vec<ImportRemark> {
        for cells in std::mem::take(&mut self.cells) {
            let says = match (&cells.error, cells.count) {
                (Some(error), 1) => format!("this cell holds the error {error}; it counts as empty"),
                (Some(error), count) => {
                    format!(
                        "{count} cells of this sheet hold the error {error}, this is the first; they count as empty"
                    )
                }
                (None, 1) => "this formula has no result, or zero; it was perhaps never calculated".to_owned(),
                (None, count) => format!(
                    "{count} formulas of this sheet have no result, or zero, this is the first; they were perhaps never \
                     calculated"
                ),
            };
            self.say(cells.first, RemarkSort::Noted, says);
        }
        self.said
    }

    fn cell(&mut self, sheet: &str, row: usize, column: usize, error: Option<&str>) {
        let known = self.cells.iter_mut().rev().find(|cells| cells.sheet == sheet && cells.error.as_deref() == error);
        match known {
            Some(known) => known.count += 1,
            None => self.cells.push(RemarkedCells {
                sheet: sheet.to_owned(),
                error: error.map(str::to_owned),
                first: WithinFile::Cell { sheet: Some(sheet.into()), column, row: row + 1 },
                count: 1,
            }),
        }
    }

    fn say(&mut self, within: WithinFile, sort: RemarkSort, says: String) {
        self.said.push(ImportRemark { place: self.file.place(within), sort, says, topic: RemarkTopic::Other });
    }
}
