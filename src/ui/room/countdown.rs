use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::headline::Headline;
use crate::app::room::{Room, RoomClock};
use crate::theme::Role;
use crate::ui::words::countdown_clock;
use crate::ui::{Frame, Paint, big};

/// Draws the screen for silent writing: the question and the time left, nothing else. People write more when nothing
/// moves.
pub(super) fn quiet(frame: &mut Frame<'_>, area: Rect, paint: &Paint, room: &Room, clocks: &RoomClock) {
    draw(frame, area, paint, room, clocks, &[]);
}

/// Draws the screen while unseen answers are collected: the question, how they are collected, what is promised, the
/// time.
pub(super) fn collecting(
    frame: &mut Frame<'_>,
    area: Rect,
    paint: &Paint,
    room: &Room,
    clocks: &RoomClock,
    words: [&str; 3],
) {
    draw(frame, area, paint, room, clocks, &words);
}

fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, room: &Room, clocks: &RoomClock, words: &[&str]) {
    let gap = u16::from(area.height >= 12);
    let question = Headline::fit(room.prompt().unwrap_or_else(|| room.title()), area.width, area.height * 2 / 5);
    let words = words.iter().filter(|text| !text.is_empty());
    let lines: Vec<String> = words.flat_map(|text| super::prose::set(text, area.width)).collect();
    let [_, top, _, said, _, time] = Layout::vertical([
        Constraint::Length(gap),
        Constraint::Length(question.height()),
        Constraint::Length(gap),
        Constraint::Length(u16::try_from(lines.len()).unwrap_or(u16::MAX)),
        Constraint::Length(gap),
        Constraint::Fill(1),
    ])
    .areas(area);
    question.draw(frame, top, paint);
    let lines = lines.into_iter().map(|line| Line::styled(line, paint.role(Role::Text)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), said);
    digits(frame, time, paint, clocks);
}

/// Draws the time left in the largest letters that fit, in the middle of the area.
fn digits(frame: &mut Frame<'_>, area: Rect, paint: &Paint, clocks: &RoomClock) {
    let Some(left) = clocks.countdown() else { return };
    let time = countdown_clock(left);
    let rows = big::fit(&time, area.width, area.height).unwrap_or_else(|| vec![time]);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX);
    let widest = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let across = area.width.saturating_sub(u16::try_from(widest).unwrap_or(u16::MAX)) / 2;
    let down = area.height.saturating_sub(height) / 2;
    let place = Rect::new(area.x + across, area.y + down, area.width - across, area.height - down);
    let lines = rows.into_iter().map(|row| Line::styled(row, paint.role(Role::Accent)));
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), place);
}
