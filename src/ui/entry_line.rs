use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::words::{cells, cut};
use super::{Frame, Paint};
use crate::app::{Entry, Model, bar_over};
use crate::record::own_note;
use crate::theme::Role;

/// Draws an entry line with a prompt before it, and puts the cursor there.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, before: &str, entry: &Entry) {
    draw_as(frame, area, paint, before, entry, entry.text());
}

/// Draws an entry line with a bar in place of the typed text, which shows only how long the text is.
pub(super) fn bar(frame: &mut Frame<'_>, area: Rect, paint: &Paint, before: &str, entry: &Entry) {
    draw_as(frame, area, paint, before, entry, &bar_over(entry.text()));
}

/// Draws the entry line of a session. A bar covers an answer that nobody may see and, on the room's screen, a
/// private note.
pub(super) fn of_session(frame: &mut Frame<'_>, area: Rect, paint: &Paint, before: &str, model: &Model) {
    let own = model.is_shared() && own_note(model.entry.text()).is_some();
    let covered = own || model.run.as_ref().is_some_and(|run| run.typing.covered);
    if covered { bar(frame, area, paint, before, &model.entry) } else { draw(frame, area, paint, before, &model.entry) }
}

/// Draws an entry line with `text` in place of the typed text; both have the same width.
pub(super) fn draw_as(frame: &mut Frame<'_>, area: Rect, paint: &Paint, before: &str, entry: &Entry, text: &str) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let before = cut(before, area.width.saturating_sub(4));
    let room = area.width.saturating_sub(cells(&before)).max(1);
    // One cell is left for the cursor after the last character.
    let (cursor, scrolled) = entry.cursor_cells(room.saturating_sub(1));
    let shown = window(text, scrolled, usize::from(room));
    let line = Line::from(vec![
        Span::styled(before.clone(), paint.role(Role::Speaker)),
        Span::styled(shown, paint.role(Role::Accent)),
    ]);
    frame.render_widget(line, area);
    let column = usize::from(cells(&before)) + cursor.saturating_sub(scrolled);
    let column = u16::try_from(column).unwrap_or(u16::MAX).min(area.width - 1);
    frame.set_cursor_position(Position::new(area.x + column, area.y));
}

/// Returns the part of a text that starts `from` cells from its beginning and fits into `width` cells.
fn window(text: &str, from: usize, width: usize) -> String {
    let mut at = 0;
    let mut shown = String::new();
    for grapheme in text.graphemes(true) {
        let next = at + grapheme.width();
        if next > from + width {
            break;
        }
        if at >= from {
            shown.push_str(grapheme);
        }
        at = next;
    }
    shown
}
