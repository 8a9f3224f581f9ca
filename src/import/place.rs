use std::fmt;
use std::sync::Arc;

/// A place in an imported file, as a person finds it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePlace {
    /// The name of the file, without its folder.
    pub file: Arc<str>,
    /// The place in the file.
    pub within: WithinFile,
}

/// A place within a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WithinFile {
    /// The file as a whole.
    Whole,
    /// A line, from 1.
    Line(usize),
    /// A character of a line, both from 1.
    Character {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
    /// A row of a table, from 1.
    Row {
        /// The name of the sheet; `None` for a file that is one table.
        sheet: Option<Arc<str>>,
        /// The row.
        row: usize,
    },
    /// A cell of a table.
    Cell {
        /// The name of the sheet; `None` for a file that is one table.
        sheet: Option<Arc<str>>,
        /// The column, from 0: column 1 is shown as `B`.
        column: usize,
        /// The row, from 1.
        row: usize,
    },
    /// An item that the format names: `connection conn-12`, `nodes.model.shop.orders`.
    Item(Arc<str>),
}

impl WithinFile {
    /// Returns the place of a sheet; that of the whole file if it is one table without a name.
    pub(super) fn sheet(name: Option<&str>) -> Self {
        name.map_or(Self::Whole, |name| Self::Item(format!("sheet {name}").into()))
    }
}

impl fmt::Display for SourcePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        let sheet = match &self.within {
            WithinFile::Row { sheet, .. } | WithinFile::Cell { sheet, .. } => sheet.as_deref(),
            _ => None,
        };
        if let Some(sheet) = sheet {
            write!(f, ", sheet {sheet}")?;
        }
        match &self.within {
            WithinFile::Whole => Ok(()),
            WithinFile::Line(line) => write!(f, ", line {line}"),
            WithinFile::Character { line, column } => write!(f, ", line {line}, character {column}"),
            WithinFile::Row { row, .. } => write!(f, ", row {row}"),
            WithinFile::Cell { column, row, .. } => write!(f, ", cell {}{row}", column_letters(*column)),
            WithinFile::Item(item) => write!(f, ", {item}"),
        }
    }
}

/// Returns the letters with which spreadsheets name a column, counted from 0: `A`, `Z`, `AA`.
fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_as_a_person_finds_it() {
        let at = |within| SourcePlace { file: "list.xlsx".into(), within }.to_string();
        assert_eq!(at(WithinFile::Whole), "list.xlsx");
        assert_eq!(at(WithinFile::Character { line: 3, column: 7 }), "list.xlsx, line 3, character 7");
        let cell = |column| WithinFile::Cell { sheet: Some("Links".into()), column, row: 7 };
        assert_eq!(at(cell(1)), "list.xlsx, sheet Links, cell B7");
        assert_eq!(at(cell(26)), "list.xlsx, sheet Links, cell AA7");
        assert_eq!(at(cell(701)), "list.xlsx, sheet Links, cell ZZ7");
        assert_eq!(at(WithinFile::Item("connection c1".into())), "list.xlsx, connection c1");
    }
}
