use crate::import::drafting::draft::one_line;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::{SheetRow, TableSheet};
use crate::import::place::{SourcePlace, WithinFile};
use crate::record::text::LABEL_LIMIT;

use super::cell_sort::is_plain_text;
use super::heading_words::{arrow_roles_of, roles_of};
use crate::import::words::word_list::is_listed;

/// Among how many rows at the beginning of a sheet its headings are looked for.
const LOOKED_AT: usize = 40;

/// The words with which rows of totals begin.
const TOTALS: &str = "total, totals, grand total, sum, subtotal, sub total, gesamt, summe, gesamtsumme, zwischensumme, totaal, \
     subtotaal, eindtotaal, total général, sous total, somme, count, anzahl, aantal, nombre";

/// The words with which lines below a table begin that say where it comes from.
const FOOTERS: &str = "source, sources, quelle, bron, stand, as of, last updated, updated, generated, exported, erstellt, note, notes, \
     hinweis, legend, legende, legenda, page, seite, pagina, mis à jour, bijgewerkt";

/// A sheet with its headings found.
#[derive(Debug)]
pub(super) struct LaidTable<'a> {
    /// The sheet.
    pub(super) sheet: &'a TableSheet,
    /// Its columns from the first to the last that holds anything.
    pub(super) columns: Vec<TableColumn>,
    /// The rows below the headings.
    pub(super) rows: Vec<&'a SheetRow>,
    /// The text above the headings.
    pub(super) title: Option<String>,
    /// The rows below the headings that are no rows of the table: totals, headings again, where the table comes from.
    pub(super) others: Vec<(&'a SheetRow, &'static str)>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TableColumn {
    /// Its heading in one line; one in two rows is `Owner / Unit`.
    pub(super) heading: String,
    /// Which of the columns with this heading it is, from 1.
    pub(super) nth: usize,
}

impl<'a> LaidTable<'a> {
    /// Finds the headings of a sheet: the first of the rows that look most like headings. `None` for a sheet without a
    /// row below them.
    pub(super) fn of(sheet: &'a TableSheet) -> Option<Self> {
        let place = heading_place(&sheet.rows)?;
        let (upper, lower, begins) = heading_rows(&sheet.rows, place)?;
        let below = sheet.rows.get(begins + 1 + usize::from(lower.is_some())..)?;
        let width = below.iter().map(|row| row.cells.len()).max()?.max(upper.cells.len());
        let columns = columns(upper, lower, width);
        let (rows, others) = parted(below, upper);
        (!rows.is_empty()).then_some(Self { sheet, columns, rows, title: title(sheet.rows.get(..begins)?), others })
    }

    /// Whether the rows are as wide as the headings, as those of a table are and lines of prose are not; a list of one
    /// column has a heading that is known.
    pub(super) fn is_even(&self) -> bool {
        let known = self.columns.iter().filter(|column| !roles_of(&column.heading).is_empty()).count();
        let wide = self.rows.iter().filter(|row| row.cells.len() > 1).count();
        match self.columns.len() {
            1 => known == 1,
            _ => wide * 2 >= self.rows.len() || known > 1,
        }
    }

    /// Returns the cells of a column.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &'a str> {
        self.rows.iter().map(move |row| row.cell(column))
    }

    /// Returns the heading of a column; empty for a column that the table does not have.
    pub(super) fn heading(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.heading.as_str())
    }

    /// Returns the place of the table in its file.
    pub(super) fn place(&self, file: &ImportedFile) -> SourcePlace {
        file.place(WithinFile::sheet(self.sheet.name.as_deref()))
    }

    /// Returns the place of a row in its file.
    pub(super) fn row_place(&self, file: &ImportedFile, row: &SheetRow) -> SourcePlace {
        if self.sheet.of_records {
            return file.item(format!("record {}", row.number));
        }
        file.place(WithinFile::Row { sheet: self.sheet.name.clone(), row: row.number })
    }

    /// Returns the place of a cell in its file.
    pub(super) fn cell_place(&self, file: &ImportedFile, row: &SheetRow, column: usize) -> SourcePlace {
        if self.sheet.of_records {
            return file.item(format!("record {}, {}", row.number, self.heading(column)));
        }
        file.place(WithinFile::Cell { sheet: self.sheet.name.clone(), column, row: row.number })
    }

    /// Returns the place of a column with a heading.
    pub(super) fn column(&self, heading: &str, nth: usize) -> Option<usize> {
        self.columns.iter().position(|column| column.nth == nth && column.heading == heading)
    }
}

/// Returns the row or the two rows of headings, and the place of the first, if the row at a place is one of them.
fn heading_rows(rows: &[SheetRow], place: usize) -> Option<(&SheetRow, Option<&SheetRow>, usize)> {
    let row = rows.get(place)?;
    if let Some(lower) = rows.get(place + 1).filter(|lower| is_second_row(row, lower)) {
        return Some((row, Some(lower), place));
    }
    let before = place.checked_sub(1).and_then(|before| Some((rows.get(before)?, before)));
    match before.filter(|(upper, _)| filled(upper) > 1 && is_second_row(upper, row)) {
        Some((upper, before)) => Some((upper, Some(row), before)),
        None => Some((row, None, place)),
    }
}

/// Returns how many cells most rows fill.
fn usual_width(rows: &[SheetRow]) -> usize {
    let mut widths: Vec<usize> = rows.iter().take(5 * LOOKED_AT).map(filled).collect();
    widths.sort_unstable();
    widths.get(widths.len() / 2).copied().unwrap_or_default()
}

/// Returns how many cells of a row say something of their own: a merged cell counts once.
fn filled(row: &SheetRow) -> usize {
    let mut before = "";
    let mut count = 0;
    for cell in &row.cells {
        count += usize::from(!cell.trim().is_empty() && cell != before);
        before = cell;
    }
    count
}

/// Returns the place of the row that looks most like headings; of several the first. A row below others that are as wide
/// has to look the more like them.
fn heading_place(rows: &[SheetRow]) -> Option<usize> {
    let usual = usual_width(rows);
    let mut wide_above = 0;
    let mut best: Option<(usize, usize)> = None;
    for (place, row) in rows.iter().take(LOOKED_AT).enumerate() {
        let is_wide = filled(row) * 10 >= usual * 6;
        let score = score(row, is_wide).saturating_sub(4 * wide_above);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, place));
        }
        wide_above += usize::from(is_wide);
    }
    best.map(|(_, place)| place)
}

/// Returns how much a row looks like headings: plain texts, as many as the rows have cells, best of all known words.
fn score(row: &SheetRow, is_wide: bool) -> usize {
    let texts = row.cells.iter().filter(|cell| !cell.trim().is_empty());
    if !texts.clone().all(|cell| is_plain_text(cell)) {
        return 0;
    }
    let known = texts.filter(|cell| !roles_of(cell).is_empty() || !arrow_roles_of(cell).is_empty()).count();
    1 + 4 * usize::from(is_wide) + if is_wide || known > 1 { 3 * known } else { 0 }
}

/// Whether a row is the second row of headings: it divides what the first has over several columns, and says nothing
/// where the first says enough.
fn is_second_row(upper: &SheetRow, lower: &SheetRow) -> bool {
    let width = upper.cells.len().max(lower.cells.len());
    let mut divides = 0;
    for column in 0..width {
        let (above, below) = (upper.cell(column).trim(), lower.cell(column).trim());
        let beside = column.checked_sub(1).map_or("", |before| upper.cell(before).trim());
        let after = upper.cell(column + 1).trim();
        let is_group =
            above.is_empty() || above == beside || above == after || (after.is_empty() && column + 1 < width);
        match (is_group, below.is_empty() || below == above) {
            (_, true) => {}
            (true, false) if is_plain_text(below) => divides += 1,
            _ => return false,
        }
    }
    let known = lower.cells.iter().filter(|cell| !roles_of(cell).is_empty()).count();
    divides >= 2 && known > 0 && distinct(lower)
}

fn distinct(row: &SheetRow) -> bool {
    let mut texts: Vec<&str> = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
    let all = texts.len();
    texts.sort_unstable();
    texts.dedup();
    texts.len() == all
}

fn columns(upper: &SheetRow, lower: Option<&SheetRow>, width: usize) -> Vec<TableColumn> {
    let mut columns: Vec<TableColumn> = Vec::with_capacity(width);
    let mut group = String::new();
    let mut counts: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for column in 0..width {
        let above = one_line(upper.cell(column), LABEL_LIMIT * 2);
        let below = lower.map(|lower| one_line(lower.cell(column), LABEL_LIMIT * 2)).unwrap_or_default();
        if !above.is_empty() {
            group.clone_from(&above);
        }
        let heading = match (lower.is_some(), above.is_empty(), below.is_empty()) {
            (true, _, false) if !group.is_empty() && group != below => format!("{group} / {below}"),
            (true, _, false) => below,
            _ => above,
        };
        let nth = counts.entry(heading.clone()).or_default();
        *nth += 1;
        columns.push(TableColumn { heading, nth: *nth });
    }
    columns
}

/// Parts the rows below the headings into those of the table and the others, with what those are.
fn parted<'a>(below: &'a [SheetRow], headings: &SheetRow) -> (Vec<&'a SheetRow>, Vec<(&'a SheetRow, &'static str)>) {
    let (mut rows, mut others) = (Vec::with_capacity(below.len()), Vec::new());
    for row in below {
        match other_row(row, headings) {
            Some(says) => others.push((row, says)),
            None => rows.push(row),
        }
    }
    (rows, others)
}

fn other_row(row: &SheetRow, headings: &SheetRow) -> Option<&'static str> {
    if row.cells == headings.cells {
        return Some("the headings stand here again");
    }
    // A list of one column may name a total, or a source.
    if headings.cells.len() < 2 {
        return None;
    }
    let mut texts = row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let first = texts.next()?.to_lowercase();
    let word = first.trim_end_matches([':', '.']).trim_end();
    let starts = |words: &str| first.split_once(':').is_some_and(|(begins, _)| is_listed(words, begins.trim()));
    let is_alone = texts.clone().next().is_none();
    if (is_listed(TOTALS, word) || starts(TOTALS)) && texts.all(|cell| !is_plain_text(cell)) {
        return Some("this is a row of totals");
    }
    let is_footer = is_alone && (starts(FOOTERS) || first.starts_with(['*', '\u{a9}']));
    is_footer.then_some("this line stands below the table")
}

fn title(above: &[SheetRow]) -> Option<String> {
    let first = above.iter().find(|row| filled(row) == 1)?;
    let text = first.cells.iter().find(|cell| !cell.trim().is_empty())?;
    Some(one_line(text, LABEL_LIMIT))
}
