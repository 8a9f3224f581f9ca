use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::Paint;
use super::words::wrap;
use crate::app::KeyCheck;
use crate::theme::Role;

/// The width of a key with its mark, in cells.
const CELL: u16 = 13;

/// What the check is for.
const ABOUT: &str = "Press the keys below. A key with a mark has arrived; the terminal keeps the others for itself, \
                     or sends something else. q ends this; so does a minute without a key.";

/// Draws the keys, with a mark at those that have arrived.
pub fn draw_key_check(check: &KeyCheck, paint: &Paint, frame: &mut Frame<'_>) {
    let area = frame.area();
    frame.buffer_mut().set_style(area, paint.role(Role::Text));
    let about: Vec<Line<'_>> =
        wrap(ABOUT, area.width).into_iter().map(|row| Line::styled(row, paint.role(Role::Title))).collect();
    let height = u16::try_from(about.len()).unwrap_or(u16::MAX);
    let [top, _, keys, last] = Layout::vertical([
        Constraint::Length(height),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(Paragraph::new(about), top);
    let columns = usize::from((area.width / CELL).max(1));
    let rows = check.keys().chunks(columns).map(|row| row.iter().map(|key| cell(*key, paint)).collect::<Line<'_>>());
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), keys);
    let says = check.last().map_or_else(String::new, |key| format!("arrived last: {key}"));
    frame.render_widget(Line::styled(says, paint.role(Role::Accent)), last);
}

fn cell((key, arrived): (crate::app::KeyPress, bool), paint: &Paint) -> Span<'static> {
    let (mark, role) = if arrived { ('✓', Role::Good) } else { ('·', Role::Quiet) };
    let width = usize::from(CELL) - 2;
    Span::styled(format!("{mark} {:<width$}", key.to_string()), paint.role(role))
}
