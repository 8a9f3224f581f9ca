use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::map::{Column, TableRow};
use crate::app::{Model, PointerTarget, Scrolled};
use crate::theme::Role;
use crate::ui::words::{cells, cut};
use crate::ui::{Frame, Paint};

/// The width of the mark before a row.
const MARK: u16 = 2;

/// The widths of all columns except the name, which takes the rest.
const WIDTHS: [(Column, u16); 7] = [
    (Column::Kind, 11),
    (Column::Unit, 16),
    (Column::Standing, 11),
    (Column::Into, 4),
    (Column::Out, 4),
    (Column::Disputed, 3),
    (Column::Said, 11),
];

/// Draws a row for every thing that is shown.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let map = &model.map;
    let name = area.width.saturating_sub(MARK + WIDTHS.iter().map(|(_, width)| width).sum::<u16>()).max(12);
    let mut lines = vec![headings(name, paint, map.table.sorted)];
    let room = usize::from(area.height.saturating_sub(1));
    let first = (map.cursor + 1).saturating_sub(room);
    let shown = map.scene.table.iter().enumerate().skip(first).take(room);
    frame.scrolls(area, Scrolled::MapRows { into: false });
    for (place, at) in area.rows().skip(1).zip(first..map.scene.table.len()) {
        frame.answers(place, PointerTarget::MapRow { at, into: false });
    }
    lines.extend(shown.map(|(at, row)| {
        let mark = if map.table.marked.contains(&row.key) { "• " } else { "  " };
        line(row, mark, at == map.cursor, name, paint)
    }));
    frame.render_widget(Paragraph::new(lines), area);
}

fn width(column: Column, name: u16) -> u16 {
    WIDTHS.iter().find(|(wide, _)| *wide == column).map_or(name, |(_, width)| *width)
}

fn headings<'a>(name: u16, paint: &Paint, sorted: Column) -> Line<'a> {
    let mut spans = vec![Span::raw("  ")];
    for column in Column::ALL {
        let role = if column == sorted { Role::Accent } else { Role::Quiet };
        spans.push(Span::styled(padded(column.heading(), width(column, name)), paint.role(role)));
    }
    Line::from(spans)
}

fn line<'a>(row: &TableRow, mark: &'static str, selected: bool, name: u16, paint: &Paint) -> Line<'a> {
    let mut spans = vec![Span::styled(mark, paint.role(Role::Accent))];
    for (column, cell) in Column::ALL.into_iter().zip(&row.cells) {
        let role = match column {
            _ if selected => Role::Selected,
            Column::Name => Role::Text,
            Column::Disputed => Role::Amber,
            _ => Role::Quiet,
        };
        spans.push(Span::styled(padded(cell, width(column, name)), paint.role(role)));
    }
    Line::from(spans)
}

/// Returns a cell, cut or padded to its width, with a space at its end.
fn padded(cell: &str, width: u16) -> String {
    let cell = cut(cell, width.saturating_sub(1));
    let fill = usize::from(width.saturating_sub(cells(&cell)));
    format!("{cell}{}", " ".repeat(fill))
}
