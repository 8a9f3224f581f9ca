use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use super::{boxed, list};
use crate::app::replaying::{Changes, Search};
use crate::theme::Role;
use crate::ui::words::{clock, wrap};
use crate::ui::{Paint, entry_line};
use ratatui::text::Line;

/// The widest a box is.
const WIDEST: u16 = 100;

/// Words to look for, and where they were said.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, search: &Search) {
    let width = area.width.saturating_sub(4).min(WIDEST);
    let where_said = |title: &str| if search.everywhere { format!("{title}, ") } else { String::new() };
    let row =
        |hit: &crate::replay::search::Hit| format!("{:>6}  {}{}", clock(hit.at), where_said(&hit.title), hit.excerpt);
    let rows: Vec<String> = search.hits.iter().map(row).collect();
    let hint = match (&search.asked, rows.len()) {
        (Some(_), 0) => "Nobody has said that so far, in what was searched.".to_owned(),
        (Some(_), 1) if search.stands() => "said once; Enter goes there".to_owned(),
        (Some(_), many) if search.stands() => format!("{} of {many}; Enter goes there", search.selected + 1),
        _ => "words, names of things; Enter looks for them, Esc leaves it".to_owned(),
    };
    let narrow = Rect { width: width + 4, ..area };
    let lines = list::list(&rows, search.selected, narrow, paint, &hint);
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let title = if search.everywhere { "find what was said, in every session" } else { "find what was said here" };
    let inside = boxed(frame, area, paint, title, width, height);
    let [entry, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inside);
    frame.render_widget(Paragraph::new(lines), rest);
    entry_line::draw(frame, entry, paint, "> ", &search.entry);
}

/// What changed between two moments.
pub(super) fn changes(frame: &mut Frame<'_>, area: Rect, paint: &Paint, changes: &Changes) {
    let width = area.width.saturating_sub(4).min(WIDEST);
    let mut lines: Vec<Line<'_>> = Vec::new();
    for (heading, says) in &changes.sections {
        lines.push(Line::styled(heading.clone(), paint.role(Role::Title)));
        for text in says {
            let rows = wrap(text, width.saturating_sub(2)).into_iter().enumerate();
            lines.extend(rows.map(|(row, text)| {
                let before = if row == 0 { "· " } else { "  " };
                Line::styled(format!("{before}{text}"), paint.role(Role::Text))
            }));
        }
    }
    if lines.is_empty() {
        lines.push(Line::styled("Nothing changed.", paint.role(Role::Text)));
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let more = height.saturating_add(2) > area.height;
    let title = if more { format!("{}: arrows show more", changes.title) } else { changes.title.clone() };
    let inside = boxed(frame, area, paint, &title, width, height);
    let last = height.saturating_sub(inside.height);
    frame.render_widget(Paragraph::new(lines).scroll((changes.scroll.min(last), 0)), inside);
}
