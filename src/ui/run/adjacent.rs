use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use crate::app::{Model, Run};
use crate::theme::Role;
use crate::ui::words::{cut, wrap};
use crate::ui::{Frame, Paint, neighbours};

/// Draws the thing that is being typed or was just named, with its causes and effects.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mut lines = vec![paint.headline("adjacent")];
    match &run.last.in_view {
        Some(thing) => {
            lines.push(Line::styled(cut(&thing.label, area.width), paint.role(Role::Title)));
            lines.extend(neighbours::lines(&thing.around, area.width, paint));
        }
        None => {
            let words = wrap("name a thing, and what is next to it shows here", area.width);
            lines.extend(words.into_iter().map(|line| paint.headline(line)));
        }
    }
    let room = usize::from(area.height);
    if lines.len() > room && room > 1 {
        let hidden = lines.len() - room + 1;
        lines.truncate(room - 1);
        lines.push(paint.headline(format!("and {hidden} more: {}", model.with_own_keys("F3 shows the map"))));
    }
    frame.render_widget(Paragraph::new(lines), area);
}
