//! The first rows of a table, with what each column is taken for.

use unicode_width::UnicodeWidthStr;

use crate::app::effect::Effect;
use crate::app::importing::addresses::without_addresses;
use crate::app::importing::chore::ImportPreview;
use crate::app::importing::page::{PageSpace, changed, row};
use crate::app::importing::role_words::{self, is_single, words};
use crate::app::importing::state::{Importing, PreviewPage};
use crate::app::key::{Code, KeyPress};
use crate::app::sheet::{SheetCell, SheetPart};
use crate::import::{ColumnRole, MappedColumn, OfferedColumn, TableView};
use crate::record::text::clean;
use crate::theme::Role;

/// The limits of the width of a column, in cells.
const NARROWEST: u16 = 8;
const WIDEST: u16 = 28;

/// The lines of the page beside the rows of the table.
const OTHER_LINES: usize = 4;

/// What stands for a cell that the room must not see.
const COVERED: &str = "(covered)";

/// What is said about a table of which no column is known to name things.
pub(in crate::app::importing) const NO_NAME: &str = "No column is known to name things: say with Space which one does.";

/// Opens the page at the column that was taken for the name, for a table without a known heading; somebody says here what
/// its columns hold.
pub(in crate::app::importing) fn ask_for_name(importing: &mut Importing, preview: &ImportPreview) {
    let mut columns = preview.table.iter().flat_map(|table| &table.headings);
    importing.looks.page = PreviewPage::Columns;
    importing.looks.column = columns.position(|column| column.role == Some(ColumnRole::Name)).unwrap_or_default();
}

/// Returns what a column can be taken for, as rows to choose from.
pub(in crate::app::importing) fn choices() -> Vec<String> {
    let says = |role| format!("{:<27} {}", words(role), role_words::explained(role));
    role_words::choices().map(says).collect()
}

/// Returns the question over the choices: what the column under the cursor holds.
pub(in crate::app::importing) fn asked(importing: &Importing, preview: &ImportPreview) -> String {
    let columns = preview.table.iter().flat_map(|table| &table.headings);
    let heading = columns.map(|column| column.heading.trim()).nth(importing.looks.column).unwrap_or_default();
    format!("What does the column “{}” hold?", clean(heading))
}

pub(in crate::app::importing) fn press(
    importing: &mut Importing,
    preview: &ImportPreview,
    key: KeyPress,
) -> Vec<Effect> {
    let Some(table) = &preview.table else { return Vec::new() };
    let last = table.headings.len().saturating_sub(1);
    let looks = &mut importing.looks;
    match key.code {
        Code::Left => looks.column = looks.column.saturating_sub(1),
        Code::Right => looks.column = (looks.column + 1).min(last),
        Code::Home => looks.column = 0,
        Code::End => looks.column = last,
        Code::Char(' ') => {
            let now = table.headings.get(looks.column).and_then(|column| role_in(importing, column));
            let place = role_words::choices().position(|role| role == now).unwrap_or_default();
            importing.looks.choosing = Some(place);
        }
        _ => looks.table_row = key.paged(looks.table_row, rows(table)).unwrap_or(looks.table_row),
    }
    Vec::new()
}

fn rows(table: &TableView) -> usize {
    table.headings.iter().map(|column| column.first.len()).max().unwrap_or_default()
}

/// Takes the column under the cursor for what was chosen. Where only one column can be that, the one that was is left
/// out.
pub(in crate::app::importing) fn choose(
    importing: &mut Importing,
    preview: &ImportPreview,
    chosen: usize,
) -> Vec<Effect> {
    let (Some(table), Some(role)) = (&preview.table, role_words::choices().nth(chosen)) else { return Vec::new() };
    let here = importing.looks.column;
    let roles = table.headings.iter().enumerate().map(|(at, column)| {
        let now = role_in(importing, column);
        let is_dropped = now == role && role.is_some_and(is_single);
        (column, if at == here { role } else { now.filter(|_| !is_dropped) })
    });
    let mapped = roles.filter_map(|(column, role)| {
        Some(MappedColumn { heading: column.heading.clone(), nth: column.nth, role: role? })
    });
    importing.mapping.columns = mapped.collect();
    changed(importing)
}

/// Returns what a column is taken for in the mapping as it is now.
fn role_in(importing: &Importing, column: &OfferedColumn) -> Option<ColumnRole> {
    let is_it = |mapped: &&MappedColumn| mapped.heading == column.heading && mapped.nth == column.nth;
    importing.mapping.columns.iter().find(is_it).map(|mapped| mapped.role)
}

pub(in crate::app::importing) fn lines(
    importing: &Importing,
    preview: &ImportPreview,
    space: PageSpace,
) -> Vec<SheetPart> {
    let Some(table) = &preview.table else { return Vec::new() };
    let here = importing.looks.column.min(table.headings.len().saturating_sub(1));
    let shown = shown(importing, table, here, space);
    let line = |text: &dyn Fn(&ShownColumn) -> String, role: Role| {
        let cell = |column: &ShownColumn| {
            let role = if column.at == here { Role::Selected } else { role };
            SheetCell { text: text(column), width: column.width, role }
        };
        SheetPart::Cells(shown.iter().map(cell).collect())
    };
    let mut lines = vec![
        line(&|column| column.heading.clone(), Role::Title),
        line(&|column| words(column.role).to_owned(), Role::Accent),
    ];
    let many = space.lines.saturating_sub(OTHER_LINES).max(1);
    let first = importing.looks.table_row.min(rows(table).saturating_sub(many));
    for at in first..rows(table).min(first + many) {
        let cells = shown.iter().map(|column| (column.cells.get(at).cloned().unwrap_or_default(), column.width));
        lines.push(row(cells, Role::Text));
    }
    lines.resize_with(many + 2, SheetPart::blank);
    lines.extend(shown.iter().find(|column| column.at == here).map(|column| told(column, table)));
    if table.is_unknown && !preview.unnamed {
        let says = "No heading of it is known: the name was guessed from the cells. Say here what the columns hold.";
        lines.push(SheetPart::Cut(says.to_owned(), Role::Amber));
    }
    lines
}

/// Returns the line about the column under the cursor.
fn told(column: &ShownColumn, table: &TableView) -> SheetPart {
    let place = format!("Column {} of {}, “{}”", column.at + 1, table.headings.len(), column.heading);
    let says = match column.role {
        None => format!("{place}, is left out. Space says what it holds."),
        Some(_) => format!("{place}: {} ({}).", words(column.role), role_words::explained(column.role)),
    };
    SheetPart::Cut(says, Role::Accent)
}

/// A column as it is shown.
struct ShownColumn {
    at: usize,
    width: u16,
    role: Option<ColumnRole>,
    heading: String,
    cells: Vec<String>,
}

/// Returns the columns around the one under the cursor that fit beside each other.
fn shown(importing: &Importing, table: &TableView, here: usize, space: PageSpace) -> Vec<ShownColumn> {
    let all: Vec<ShownColumn> =
        table.headings.iter().enumerate().map(|(at, column)| shown_column(importing, at, column, space)).collect();
    let mut first = here;
    let mut used = all.get(here).map_or(0, |column| column.width);
    for column in all.iter().take(here).rev() {
        used += column.width + 1;
        if used > space.width {
            break;
        }
        first = column.at;
    }
    let mut used = 0;
    let fits = |column: &ShownColumn| {
        used += column.width + 1;
        used <= space.width + 1
    };
    all.into_iter().skip(first).take_while(fits).collect()
}

fn shown_column(importing: &Importing, at: usize, column: &OfferedColumn, space: PageSpace) -> ShownColumn {
    let role = role_in(importing, column);
    let named = column.heading.trim();
    let heading = if named.is_empty() { "(no heading)".to_owned() } else { clean(named).into_owned() };
    // Of a person no name is shown, and nothing of what the room does not need.
    let covered = role == Some(ColumnRole::Person) || (space.shared && role.is_none());
    let cell = |cell: &String| match cell.trim() {
        "" => String::new(),
        _ if covered => COVERED.to_owned(),
        text => without_addresses(&clean(text)),
    };
    let cells: Vec<String> = column.first.iter().map(cell).collect();
    let widths = cells.iter().map(|cell| cell.width()).chain([heading.width(), words(role).width()]);
    let widest = widths.max().and_then(|width| u16::try_from(width).ok()).unwrap_or(WIDEST);
    ShownColumn { at, width: widest.clamp(NARROWEST, WIDEST.min(space.width)), role, heading, cells }
}
