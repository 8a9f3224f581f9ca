use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};

use crate::app::Model;
use crate::app::map::found;
use crate::theme::Role;
use crate::ui::words::cut;
use crate::ui::{Frame, Paint};

/// Draws the names that match the typed text, just above the entry line.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let Some(find) = &model.map.find else { return };
    let things = found(&model.map.graph, find.entry.text());
    let width = area.width.min(60);
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (at, thing) in things.iter().enumerate() {
        let role = if at == find.selected { Role::Selected } else { Role::Text };
        let sigil = thing.kind.sigil().unwrap_or('○');
        lines.push(Line::styled(cut(&format!(" {sigil} {}", thing.label), width), paint.role(role)));
    }
    if things.is_empty() {
        lines.push(Line::styled(" no thing named so far is called that", paint.role(Role::Quiet)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(1).min(area.height);
    let place = Rect::new(area.x, area.y + area.height - height, width, height);
    frame.render_widget(Clear, place);
    frame.answers_in_rows(place, find.selected, 0, things.len());
    frame.render_widget(Paragraph::new(lines).style(paint.role(Role::Text)), place);
}
