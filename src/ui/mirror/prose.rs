use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::theme::Role;
use crate::ui::words::{cells, cut, wrap};
use crate::ui::{Frame, Paint};

/// The minimum width for two columns.
pub(super) const TWO_COLUMNS: u16 = 110;
/// The minimum height at which a rung is two rows high.
pub(super) const TALL: u16 = 32;

/// Adds a wrapped text after `head`; its further rows are indented by the width of `head`.
pub(super) fn hanging(lines: &mut Vec<Line<'_>>, head: &str, text: &str, width: u16, style: Style) {
    let indent = cells(head);
    for (at, row) in wrap(text, width.saturating_sub(indent).max(1)).into_iter().enumerate() {
        let before = if at == 0 { head.to_owned() } else { " ".repeat(usize::from(indent)) };
        lines.push(Line::styled(format!("{before}{row}"), style));
    }
}

/// Adds a wrapped text.
pub(super) fn paragraph(lines: &mut Vec<Line<'_>>, text: &str, width: u16, style: Style) {
    hanging(lines, "", text, width, style);
}

/// Adds a row of a list; a mark shows the selected one.
pub(super) fn row(lines: &mut Vec<Line<'_>>, text: &str, selected: bool, width: u16, paint: &Paint) {
    keyed(lines, "", text, selected, width, paint);
}

/// Adds a row of a list like [`row`], with its key in front.
pub(super) fn keyed(lines: &mut Vec<Line<'_>>, key: &str, text: &str, selected: bool, width: u16, paint: &Paint) {
    let (sign, role) = if selected { ("›", Role::Selected) } else { (" ", Role::Text) };
    hanging(lines, &format!("{sign} {key}"), text, width, paint.role(role));
}

/// Returns a headline, followed by a text in quiet style.
pub(super) fn headline<'a>(words: &str, beside: &str, width: u16, paint: &Paint) -> Line<'a> {
    let words = cut(words, width);
    let beside = cut(beside, width.saturating_sub(cells(&words) + 3));
    Line::from(vec![
        Span::styled(words, paint.role(Role::Title)),
        Span::styled(if beside.is_empty() { beside } else { format!("   {beside}") }, paint.role(Role::Quiet)),
    ])
}

/// Draws lines, scrolled down by `from` rows, but not beyond the last line.
pub(super) fn scrolled_by(frame: &mut Frame<'_>, area: Rect, lines: Vec<Line<'_>>, from: usize) {
    let from = from.min(lines.len().saturating_sub(usize::from(area.height)));
    frame.render_widget(Paragraph::new(lines.into_iter().skip(from).collect::<Vec<_>>()), area);
}

/// Returns the width that every column has; two columns of an odd width are not equally wide.
pub(super) fn narrowest(columns: &[Rect], area: Rect) -> u16 {
    columns.iter().map(|column| column.width).min().unwrap_or(area.width)
}

/// Draws lines, scrolled down just far enough that the line with the index `last` is visible.
pub(super) fn scrolled(frame: &mut Frame<'_>, area: Rect, lines: Vec<Line<'_>>, last: usize) {
    let skip = (last + 1).saturating_sub(usize::from(area.height));
    frame.render_widget(Paragraph::new(lines.into_iter().skip(skip).collect::<Vec<_>>()), area);
}
