use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::Model;
use crate::theme::Role;
use crate::ui::words::wrap;
use crate::ui::{Frame, Paint};

/// Draws a message that is ready to be sent.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, message: &str) {
    let mut lines = vec![paint.headline(model.with_own_keys("your message: Ctrl-X copies it")), Line::default()];
    let rows = message.lines().flat_map(|line| wrap(line, area.width));
    lines.extend(rows.map(|row| Line::styled(row, paint.role(Role::Accent))));
    frame.render_widget(Paragraph::new(lines), area);
}
