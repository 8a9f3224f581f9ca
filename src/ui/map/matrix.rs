use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::Model;
use crate::app::map::MapView;
use crate::graph::{MatrixCell, SignedMatrix};
use crate::lens::block_heading;
use crate::record::english::counted;
use crate::record::text::clean;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut, wrap};

/// The width of a column: a cell and the space before it.
const COLUMN: u16 = 2;
/// The minimum width of the names of rows, and the share of the screen that they have at most.
const NAME: u16 = 14;
const NAME_SHARE: u16 = 3;

/// A line of the matrix on the screen.
#[derive(Clone, Copy)]
enum MatrixLine {
    /// The name of the group that begins with this row.
    Heading(usize),
    /// A row.
    Row(usize),
}

/// What is visible of a matrix.
struct MatrixWindow {
    lines: Vec<MatrixLine>,
    columns: std::ops::Range<usize>,
    name: u16,
}

/// Draws things by things. The numbers of the columns and the names of the rows stay where they are while the rest scrolls; the
/// cell under the cursor stays visible.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let map = &model.map;
    let matrix = &map.scene.matrix;
    if matrix.things.is_empty() {
        let lines = wrap("No arrow leads from one thing to another here.", area.width).into_iter();
        let lines: Vec<Line<'_>> = lines.map(|row| Line::styled(row, paint.role(Role::Quiet))).collect();
        frame.render_widget(Paragraph::new(lines), area);
        return;
    }
    let digits = matrix.things.len().to_string().len();
    let heads = u16::try_from(digits).unwrap_or(1);
    let [head, body, foot] =
        Layout::vertical([Constraint::Length(heads), Constraint::Fill(1), Constraint::Length(1)]).areas(area);
    let window = MatrixWindow::of(map, body, digits);
    let headings = (0..digits).map(|digit| heading(map, &window, (digit, digits), paint));
    frame.render_widget(Paragraph::new(headings.collect::<Vec<_>>()), head);
    let rows = window.lines.iter().map(|drawn| match drawn {
        MatrixLine::Heading(row) => {
            let heading = block_heading(&map.graph, matrix, *row);
            Line::styled(cut(&clean(&heading), body.width), paint.role(Role::Title))
        }
        MatrixLine::Row(row) => line(map, &window, (*row, digits), model, paint),
    });
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), body);
    let says = legend(matrix, &window);
    frame.render_widget(Line::styled(cut(&says, foot.width), paint.role(Role::Quiet)), foot);
}

impl MatrixWindow {
    fn of(map: &MapView, body: Rect, digits: usize) -> Self {
        let matrix = &map.scene.matrix;
        let longest = matrix.things.iter().map(|key| cells(map.graph.label(key))).max().unwrap_or_default();
        let number = u16::try_from(digits).unwrap_or(1) + 1;
        let name = (longest + number + 1).min((body.width / NAME_SHARE).max(NAME));
        let room = usize::from(body.width.saturating_sub(name) / COLUMN).max(1);
        let window = |cursor: usize, room: usize, all: usize| {
            let first = (cursor + 1).saturating_sub(room);
            first..(first + room).min(all)
        };
        let all = matrix.things.len();
        let lines = all_lines(matrix);
        let cursor = lines.iter().position(|line| matches!(line, MatrixLine::Row(row) if *row == map.cursor));
        let seen = window(cursor.unwrap_or_default(), body.height.into(), lines.len());
        let lines = lines.into_iter().skip(seen.start).take(seen.len()).collect();
        Self { lines, columns: window(map.column, room, all), name }
    }

    fn rows(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line, MatrixLine::Row(_))).count()
    }
}

/// Returns every line of a matrix: its rows, and where things stand group by group the names of the groups between them.
fn all_lines(matrix: &SignedMatrix) -> Vec<MatrixLine> {
    let begins = |row: usize| matrix.in_blocks && (row == 0 || matrix.begins_block(row));
    let lines = (0..matrix.things.len()).flat_map(|row| {
        let heading = begins(row).then_some(MatrixLine::Heading(row));
        heading.into_iter().chain([MatrixLine::Row(row)])
    });
    lines.collect()
}

/// Returns one row of the column numbers, which are written from top to bottom.
fn heading<'a>(map: &MapView, window: &MatrixWindow, (digit, digits): (usize, usize), paint: &Paint) -> Line<'a> {
    let mut spans = vec![Span::raw(" ".repeat(window.name.into()))];
    for column in window.columns.clone() {
        let number = format!("{:>digits$}", column + 1);
        let shown = number.chars().nth(digit).unwrap_or(' ');
        let role = if column == map.column { Role::Accent } else { Role::Quiet };
        spans.push(Span::styled(format!("{}{shown}", gap(&map.scene.matrix, column)), paint.role(role)));
    }
    Line::from(spans)
}

fn line<'a>(
    map: &MapView,
    window: &MatrixWindow,
    (row, digits): (usize, usize),
    model: &Model,
    paint: &Paint,
) -> Line<'a> {
    let matrix = &map.scene.matrix;
    let label = matrix.things.get(row).map_or("", |key| model.map.graph.label(key));
    let name = cut(&format!("{:>digits$} {label}", row + 1), window.name.saturating_sub(1));
    let fill = " ".repeat(usize::from(window.name.saturating_sub(cells(&name))));
    let role = if row == map.cursor { Role::Accent } else { Role::Text };
    let mut spans = vec![Span::styled(format!("{name}{fill}"), paint.role(role))];
    for column in window.columns.clone() {
        let cell = matrix.cell(row, column);
        spans.push(Span::styled(gap(matrix, column), paint.role(Role::Quiet)));
        let here = (row, column) == (map.cursor, map.column);
        spans.push(match (cell, here) {
            // The cursor is told without colour too: an empty cell under it is a mark of its own.
            (None, true) => Span::styled("▪", paint.role(Role::Selected)),
            (Some(cell), true) => Span::styled(cell.glyph().to_string(), paint.role(Role::Selected)),
            (None, false) if row == column => Span::styled("\\", paint.role(Role::Quiet)),
            (None, false) => Span::styled("·", paint.role(Role::Quiet)),
            (Some(cell), false) => Span::styled(cell.glyph().to_string(), paint.role(role_of(cell))),
        });
    }
    Line::from(spans)
}

/// Returns what stands before a column: a line where a group begins.
fn gap(matrix: &SignedMatrix, column: usize) -> &'static str {
    if matrix.in_blocks && matrix.begins_block(column) { "│" } else { " " }
}

const fn role_of(cell: MatrixCell) -> Role {
    match cell {
        MatrixCell::More => Role::More,
        MatrixCell::Less => Role::Less,
        MatrixCell::Disputed | MatrixCell::Both => Role::Amber,
        MatrixCell::Unsigned => Role::Text,
    }
}

/// Returns what the signs mean, and how much of the matrix is out of sight.
fn legend(matrix: &SignedMatrix, window: &MatrixWindow) -> String {
    let all = matrix.things.len();
    let mut says = "row to column: + more, - less, ? they disagree, o no sign".to_owned();
    let hidden = all - window.columns.len();
    if hidden > 0 || window.rows() < all {
        says = format!("{}-{} of {all} columns; {says}", window.columns.start + 1, window.columns.end);
    }
    if matrix.cut > 0 {
        let cut = counted(matrix.cut, "less busy thing is", "less busy things are");
        says = format!("{cut} not shown, a filter leaves fewer; {says}");
    }
    says
}
