use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::Paragraph;

use super::{boxed, list};
use crate::app::{Model, Palette};
use crate::ui::{Paint, entry_line};

/// The commands that hold what is typed.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, palette: &Palette) {
    let rows: Vec<String> = palette
        .found(model.screen)
        .iter()
        .map(|row| format!("{:<52}{}", row.words, row.key.map(|key| key.to_string()).unwrap_or_default()))
        .collect();
    let lines = list::list(&rows, palette.selected, area, paint, "type part of it, Enter does it, Esc leaves it");
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let inside = boxed(frame, area, paint, "all commands", 62, height);
    let [entry, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inside);
    frame.render_widget(Paragraph::new(lines), rest);
    entry_line::draw(frame, entry, paint, "> ", &palette.entry);
}
