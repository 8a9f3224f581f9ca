//! Where the session is in its agenda: a strip with a piece for each exercise, as long as the exercise is planned.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::prose::shortened;
use crate::app::room::{AgendaPart, When};
use crate::theme::Role;
use crate::ui::words::cells;
use crate::ui::{Frame, Paint};

/// The minimum width of a piece of the strip, so that its number stands below it.
const PIECE: usize = 3;

/// Draws the present exercise as a headline, the strip, and the exercises around the present one by name.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, parts: &[AgendaPart]) {
    let now = parts.iter().find(|part| part.when == When::Now);
    let gap = u16::from(area.height >= 12);
    let heading = now.map_or("Where we are", |now| now.title.as_str());
    let heading = Headline::fit(heading, area.width, (area.height / 3).max(1));
    let [_, top, _, strip, _, body] = Layout::vertical([
        Constraint::Length(gap),
        Constraint::Length(heading.height()),
        Constraint::Length(gap),
        Constraint::Length(2),
        Constraint::Length(gap),
        Constraint::Fill(1),
    ])
    .areas(area);
    heading.draw(frame, top, paint);
    if parts.is_empty() {
        return super::lines::plain(frame, strip, paint.role(Role::Text), "No agenda was made.");
    }
    frame.render_widget(Paragraph::new(pieces(parts, strip.width, paint)), strip);
    frame.render_widget(Paragraph::new(names(parts, body, paint)), body);
}

/// Returns the strip, and the numbers below it. What is over is full, what comes is open, and the present piece has a
/// mark of its own, so that no colour is needed.
fn pieces<'a>(parts: &[AgendaPart], width: u16, paint: &Paint) -> Vec<Line<'a>> {
    let (mut strip, mut numbers) = (Vec::new(), Vec::new());
    for (part, (number, length)) in parts.iter().zip((1..).zip(lengths(parts, width))) {
        let (fill, role) = match part.when {
            When::Over => ("█", Role::Text),
            When::Now => ("▓", Role::Accent),
            When::Comes => ("░", Role::Text),
        };
        strip.push(Span::styled(fill.repeat(length), paint.role(role)));
        strip.push(Span::raw(" "));
        let number = if part.when == When::Now { format!("{number} now") } else { number.to_string() };
        let number = if usize::from(cells(&number)) <= length { number } else { "▲".to_owned() };
        let fill = " ".repeat(length + 1 - usize::from(cells(&number)).min(length));
        numbers.push(Span::styled(format!("{number}{fill}"), paint.role(role)));
    }
    vec![Line::from(strip), Line::from(numbers)]
}

/// Returns the length of each piece: its share of the planned time, and never less than its number needs.
fn lengths(parts: &[AgendaPart], width: u16) -> Vec<usize> {
    let least = PIECE * parts.len();
    let spare = usize::from(width).saturating_sub(least + parts.len());
    let all: usize = parts.iter().map(|part| usize::from(part.minutes)).sum();
    parts.iter().map(|part| PIECE + spare * usize::from(part.minutes) / all.max(1)).collect()
}

/// Returns the exercises around the present one, with the step where it is known; at most seven.
fn names<'a>(parts: &[AgendaPart], area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let now = parts.iter().position(|part| part.when == When::Now).unwrap_or(0);
    let room = CONTENT.min(usize::from(area.height).max(1));
    let first = now.saturating_sub(2).min(parts.len().saturating_sub(room));
    let shown = parts.iter().enumerate().skip(first).take(room);
    let airy = parts.len().min(room) * 2 <= usize::from(area.height);
    let mut lines = Vec::new();
    for (at, part) in shown {
        let (mark, role) = match part.when {
            When::Over => ("✓", Role::Text),
            When::Now => ("›", Role::Accent),
            When::Comes => ("·", Role::Text),
        };
        let step = part.step.map(|(step, all)| format!(", step {step} of {all}")).unwrap_or_default();
        let text = format!("{mark} {} {}{step}", at + 1, part.title);
        lines.extend(shortened(&text, area.width, 1).into_iter().map(|row| Line::styled(row, paint.role(role))));
        lines.extend(airy.then(Line::default));
    }
    lines
}
