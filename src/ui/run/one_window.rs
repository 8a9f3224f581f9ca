//! One screen for everybody: the question, what was said, the line to type in. What is private shows on F2 alone.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::veiled;
use crate::app::{Model, Run};
use crate::theme::Role;
use crate::ui::words::{clock, fitted, wrap};
use crate::ui::{Paint, entry_line, footer};

/// As many lines as a room reads at a glance.
const LINES: usize = 7;

/// Draws what everybody may see.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let prompt = fitted(&run.asked.prompt, area.width.min(100), 3);
    let [head, _, prompt_area, _, body, entry, reading, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(u16::try_from(prompt.len()).unwrap_or(1)),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    frame.render_widget(head_line(model, run, paint), head);
    let title = paint.role(Role::Title);
    frame.render_widget(
        Paragraph::new(prompt.into_iter().map(|line| Line::styled(line, title)).collect::<Vec<_>>()),
        prompt_area,
    );
    frame.render_widget(Paragraph::new(said(run, body, paint)), body);
    let shown = veiled(model.entry.text(), &run.recording);
    entry_line::draw_as(frame, entry, paint, "> ", &model.entry, &shown);
    let live = run.live.as_ref().map(|reading| run.recording.read_back_in_public(reading, model.session_time()));
    frame.render_widget(Line::styled(live.unwrap_or_default(), paint.role(Role::Text)), reading);
    let parked = run.parked();
    let status = if parked == 0 { String::new() } else { format!("{parked} parked") };
    footer::draw(frame, foot, paint, model, &status);
}

/// Title and clock, and nothing else.
pub(in crate::ui) fn curtain(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, run: &Run) {
    let middle = Rect { y: area.y + area.height / 2, height: area.height.min(1), ..area };
    frame.render_widget(head_line(model, run, paint).centered(), middle);
}

pub(super) fn head_line<'a>(model: &Model, run: &Run, paint: &Paint) -> Line<'a> {
    let session = run.recording.session();
    let time = clock(session.clock(model.session_time()).session);
    Line::styled(format!("{}   {time}", session.title()), paint.role(Role::Accent))
}

/// The latest lines as the room may read them, the newest at the bottom.
fn said<'a>(run: &Run, area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let standing = run.captured.iter().rev().filter(|line| !line.taken_back);
    for (at, line) in standing.take(LINES).enumerate() {
        let role = if at == 0 { Role::Title } else { Role::Text };
        let rows = wrap(&line.in_public, area.width.min(100));
        if lines.len() + rows.len() > usize::from(area.height) {
            break;
        }
        lines.splice(0..0, rows.into_iter().map(|row| Line::styled(row, paint.role(role))));
    }
    lines
}
