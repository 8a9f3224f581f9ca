//! Options that are put to the room, and the order on which it agreed. Who chose what is never shown.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use super::lines::hung;
use super::prose::{set, shortened};
use crate::record::Poll;
use crate::theme::Role;
use crate::ui::{Frame, Paint};

/// The minimum width at which options stand in two columns.
const TWO_COLUMNS: u16 = 60;

/// Draws the question, what everybody is asked to do, and the numbered options.
pub(super) fn options(frame: &mut Frame<'_>, area: Rect, paint: &Paint, poll: &Poll) {
    let rest = Headline::over(frame, area, paint, poll.asked(), 4);
    let gap = u16::from(rest.height >= 10);
    let [how, _, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(gap), Constraint::Fill(1)]).areas(rest);
    frame.render_widget(Line::from(Span::styled(poll.by.asks(), paint.role(Role::Accent))), how);
    numbered(frame, body, paint, &poll.options);
}

/// Draws an order, first place first.
pub(super) fn order(frame: &mut Frame<'_>, area: Rect, paint: &Paint, ballot: &str, order: &[String]) {
    let body = Headline::over(frame, area, paint, ballot, 4);
    numbered(frame, body, paint, order);
}

/// Draws numbered rows, in two columns where there are more than one column can hold.
fn numbered(frame: &mut Frame<'_>, area: Rect, paint: &Paint, texts: &[String]) {
    let height = usize::from(area.height);
    let columns = if texts.len() > CONTENT.min(height) && area.width >= TWO_COLUMNS { 2 } else { 1 };
    let each = texts.len().div_ceil(columns).max(1);
    let parts = Layout::horizontal(vec![Constraint::Fill(1); columns]).spacing(2).split(area);
    let width = parts.first().map_or(0, |part| part.width.saturating_sub(4));
    let rows = |most: usize| {
        let tall = |text: &String| set(text, width).len().clamp(1, most);
        texts.chunks(each).map(|part| part.iter().map(tall).sum::<usize>()).max().unwrap_or(0)
    };
    let most = (1..=2).rev().find(|most| rows(*most) <= height).unwrap_or(1);
    let airy = rows(most) + each <= height + 1;
    for ((column, part), area) in texts.chunks(each).enumerate().zip(parts.iter()) {
        let mut lines: Vec<Line<'_>> = Vec::new();
        for (number, text) in (column * each + 1..).zip(part) {
            let mark = format!("{number:>2}  ");
            lines.extend(hung(&mark, shortened(text, width, most), paint.role(Role::Text)));
            lines.extend(airy.then(Line::default));
        }
        frame.render_widget(Paragraph::new(lines), *area);
    }
}
