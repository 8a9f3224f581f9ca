//! A warning in as many rows as its sentence needs. A warning about unsaved lines stays until they are saved.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::words::{cells, fitted};
use super::{Frame, Paint};
use crate::app::{Model, Notice, Tone};
use crate::theme::Role;

/// The maximum height of a warning in rows; it also takes at most half of the screen.
const MOST_ROWS: u16 = 6;

/// Draws the warning at the bottom of a screen, and returns the area above it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) -> Rect {
    let (above, rows) = laid_out(area, model);
    let below = Rect { y: above.bottom(), height: area.height - above.height, ..area };
    let rows: Vec<Line<'_>> = rows.into_iter().map(|row| Line::styled(row, paint.role(Role::Alarm))).collect();
    frame.render_widget(Paragraph::new(rows), below);
    above
}

/// Returns the area above the warning, and the rows of the warning.
fn laid_out(area: Rect, model: &Model) -> (Rect, Vec<String>) {
    let told = model.notice.as_ref().filter(|notice| is_long(notice, area.width)).map(|notice| notice.says.clone());
    let says: Vec<String> = model.alarm().into_iter().chain(told).collect();
    if says.is_empty() || area.width == 0 {
        return (area, Vec::new());
    }
    let room = MOST_ROWS.min(area.height / 2).max(1);
    let each = usize::from(room).div_euclid(says.len()).max(1);
    let rows: Vec<String> = says.iter().flat_map(|says| fitted(says, area.width, each)).collect();
    let height = u16::try_from(rows.len()).unwrap_or(room);
    let [above, _] = Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(area);
    (above, rows)
}

/// Whether a notice is a warning that does not fit into one row.
pub(super) fn is_long(notice: &Notice, width: u16) -> bool {
    notice.tone == Tone::Alarm && cells(&notice.says) > width
}
