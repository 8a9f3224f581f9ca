//! A warning in as many rows as its sentence needs. A warning about unsaved lines stays until they are saved.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::Paint;
use super::words::{cells, fitted};
use crate::app::{Model, Notice, Tone};
use crate::theme::Role;

/// The maximum height of a warning in rows; it also takes at most half of the screen.
const MOST_ROWS: u16 = 6;

/// Draws the warning at the bottom of a screen, and returns the area above it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) -> Rect {
    let told = model.notice.as_ref().filter(|notice| is_long(notice, area.width)).map(|notice| notice.says.clone());
    let says: Vec<String> = model.alarm().into_iter().chain(told).collect();
    if says.is_empty() || area.width == 0 {
        return area;
    }
    let room = MOST_ROWS.min(area.height / 2).max(1);
    let each = usize::from(room).div_euclid(says.len()).max(1);
    let rows: Vec<Line<'_>> = says
        .iter()
        .flat_map(|says| fitted(says, area.width, each))
        .map(|row| Line::styled(row, paint.role(Role::Alarm)))
        .collect();
    let height = u16::try_from(rows.len()).unwrap_or(room);
    let [above, below] = Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(area);
    frame.render_widget(Paragraph::new(rows), below);
    above
}

/// Whether a notice is a warning that does not fit into one row.
pub(super) fn is_long(notice: &Notice, width: u16) -> bool {
    notice.tone == Tone::Alarm && cells(&notice.says) > width
}
