use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::{Model, Run};
use crate::theme::Role;
use crate::ui::words::{cut, wrap};
use crate::ui::{Frame, Paint, neighbours};

/// Draws the thing that is being typed or was just named, with its causes and effects.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let mut lines = vec![paint.headline("adjacent")];
    let room = usize::from(area.height);
    match &run.last.in_view {
        Some(thing) => {
            lines.push(Line::styled(cut(&thing.label, area.width), paint.role(Role::Title)));
            // A thing may have hundreds of neighbours, and this is drawn after every key.
            let shown = thing.rows.get(..room).unwrap_or(&thing.rows);
            lines.extend(neighbours::lines(shown, area.width, paint));
            let hidden = thing.rows.len() - shown.len() + lines.len().saturating_sub(room);
            if hidden > 0 && room > 1 {
                lines.truncate(room - 1);
                let more = format!("and {} more: {}", hidden + 1, model.with_own_keys("F3 shows the map"));
                lines.push(paint.headline(more));
            }
        }
        None => {
            let words = wrap("name a thing, and what is next to it shows here", area.width);
            lines.extend(words.into_iter().map(|line| paint.headline(line)));
        }
    }
    frame.render_lines(lines, area);
}
