use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::words::cells;
use super::{Frame, Paint};
use crate::app::Model;
use crate::theme::Role;

/// The rows of the card: what to type, and its meaning.
const ROWS: &[(&str, &str)] = &[
    ("bot -> less handle time", "an arrow; less or more"),
    ("bot -> less waiting, more calls", "two arrows at once"),
    ("the bot cuts handle time", "the same, as it is said"),
    ("churn model needs complaint reasons", "cannot work without"),
    ("Claims owns triage bot", "which team answers for it"),
    ("rename bot = Service bot", "another name for it"),
    ("who tells Retention?", "a question for later"),
    ("anything else", "stays text, or is offered"),
];

/// Returns the height of the card in rows.
pub(super) fn height() -> u16 {
    u16::try_from(ROWS.len() + 2).unwrap_or(u16::MAX)
}

/// Draws the card for beginners.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let mut lines = vec![Line::styled("say it as you would; arrows are faster", paint.role(Role::Quiet))];
    let widest = ROWS.iter().map(|(typed, _)| cells(typed)).max().unwrap_or(0);
    for (typed, says) in ROWS {
        let typed_span = Span::styled(*typed, paint.role(Role::Accent));
        if area.width > widest + 26 {
            let gap = " ".repeat(usize::from(widest + 2 - cells(typed)));
            lines.push(Line::from(vec![typed_span, Span::raw(gap), Span::styled(*says, paint.role(Role::Quiet))]));
        } else if area.width > cells(typed) + cells(says) {
            lines.push(Line::from(vec![typed_span, Span::raw(" "), Span::styled(*says, paint.role(Role::Quiet))]));
        } else {
            lines.push(Line::from(typed_span));
        }
    }
    lines.push(Line::styled(model.with_own_keys("Ctrl-P, then card, puts this away"), paint.role(Role::Quiet)));
    frame.render_widget(Paragraph::new(lines), area);
}
