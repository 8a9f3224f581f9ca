use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::lines::hung;
use super::prose::shortened;
use crate::app::room::{List, ListEntry};
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// Draws a list under discussion: the entries that fit, and how many more there are.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, list: &List) {
    let body = Headline::over(frame, area, paint, list.heading, 6);
    if list.entries.is_empty() {
        return super::lines::plain(frame, body, paint.role(Role::Text), list.empty);
    }
    frame.render_widget(Paragraph::new(entries(list, body, paint)), body);
}

/// Returns at most seven entries; each gets two rows if the area has room for that.
fn entries<'a>(list: &List, area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let skipped = skipped(&list.entries);
    let most = list.entries.len().min(CONTENT);
    let height = usize::from(area.height);
    let each = if most * 2 < height { 2 } else { 1 };
    let shown: Vec<&ListEntry> =
        list.entries.iter().skip(skipped).take(most.min(height.saturating_sub(1).max(1))).collect();
    let more = list.entries.len() - shown.len();
    let airy = each == 2 && shown.len() * 3 <= height;
    let mut lines = Vec::new();
    for entry in shown {
        let (mark, role) = if entry.now { ("› ", Role::Accent) } else { ("· ", Role::Text) };
        let text = shortened(&entry.text, area.width.saturating_sub(2), each);
        lines.extend(hung(mark, text, paint.role(role)));
        lines.extend(airy.then(Line::default));
    }
    lines.extend((more > 0).then(|| Line::styled(format!("  and {more} more"), paint.role(Role::Text))));
    lines
}

/// Returns how many entries are skipped at the top, so that the current entry is visible.
fn skipped(entries: &[ListEntry]) -> usize {
    let now = entries.iter().position(|entry| entry.now).unwrap_or(0);
    now.saturating_sub(2).min(entries.len().saturating_sub(CONTENT))
}
