use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::prose::shortened;
use crate::ui::Frame;

/// Draws lines from the top of an area, as many as fit.
pub(super) fn plain(frame: &mut Frame<'_>, area: Rect, style: Style, text: &str) {
    let lines = shortened(text, area.width, usize::from(area.height));
    let lines = lines.into_iter().map(|line| Line::styled(line, style));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

/// Returns the lines of a list entry: a mark before the first, spaces before the others.
pub(super) fn hung<'a>(mark: &str, lines: Vec<String>, style: Style) -> Vec<Line<'a>> {
    let indent = " ".repeat(mark.chars().count());
    let lead = |at: usize| if at == 0 { mark } else { indent.as_str() };
    lines.into_iter().enumerate().map(|(at, line)| Line::styled(format!("{}{line}", lead(at)), style)).collect()
}
