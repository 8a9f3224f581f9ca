use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::{Captured, Run, could_be};
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::{cells, cut, wrap};

/// Draws the lines said so far, as read back, with the newest line at the bottom.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, run: &Run) {
    if area.height == 0 {
        return;
    }
    let room = usize::from(area.height).saturating_sub(1);
    let mut shown: Vec<Line<'_>> = Vec::new();
    let all = run.listed();
    let mut hidden = all;
    for line in run.lines.captured.iter().rev().filter(|line| !line.recounted) {
        let could = run.offered.form_of(line.seq, run.recording.session()).map(could_be);
        let mut lines = lines_of(line, could, area.width, paint);
        if shown.is_empty() && lines.len() > room {
            // The last line is always shown, however long it is.
            lines.truncate(room.saturating_sub(1));
            lines.push(paint.headline("…"));
        }
        if shown.len() + lines.len() > room {
            break;
        }
        hidden -= 1;
        shown.splice(0..0, lines);
    }
    let words = match (all, hidden) {
        (0, _) => "what is said will stand here".to_owned(),
        (_, 0) => "said so far".to_owned(),
        (_, hidden) => format!("said so far, {hidden} above"),
    };
    shown.insert(0, paint.headline(words));
    frame.render_widget(Paragraph::new(shown), area);
}

/// Returns one line, with what else it could be.
fn lines_of<'a>(captured: &Captured, could: Option<&str>, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let speaker = captured.speaker.as_ref().map(|tag| format!("{tag}  ")).unwrap_or_default();
    let indent = cells(&speaker).min(width / 2);
    let style = match (captured.taken_back, captured.scrap) {
        (true, _) => paint.taken_back(),
        (false, true) => paint.role(Role::Amber),
        (false, false) => paint.role(Role::Text),
    };
    let mut sentences = wrap(&captured.told(&captured.sentence), width.saturating_sub(indent));
    let could = could.map(|could| format!("({could})")).unwrap_or_default();
    let last = sentences.last().map_or(0, |last| cells(last));
    let beside = !could.is_empty() && indent + last + 1 + cells(&could) <= width;
    if !could.is_empty() && !beside {
        sentences.extend(wrap(&could, width.saturating_sub(indent)));
    }
    let rows = sentences.into_iter().enumerate().map(|(row, text)| {
        let before = if row == 0 { cut(&speaker, indent) } else { " ".repeat(usize::from(indent)) };
        Line::from(vec![Span::styled(before, paint.role(Role::Speaker)), Span::styled(text, style)])
    });
    let mut rows: Vec<Line<'a>> = rows.collect();
    if let Some(last) = rows.last_mut().filter(|_| beside) {
        last.push_span(Span::styled(format!(" {could}"), paint.role(Role::Quiet)));
    }
    rows
}
