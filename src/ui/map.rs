use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::words::cut;
use super::{Paint, entry_line, footer, neighbours};
use crate::app::Model;
use crate::record::Kind;
use crate::theme::Role;

/// Draws the map: every thing on the left, what is adjacent to the chosen one on the right.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let [head, entry, _, body, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
    ])
    .areas(area);
    let ledger = model.map_ledger();
    let listed = &model.map.listed;
    let all = ledger.keys().count();
    let title = model.run.as_ref().map_or("everything said so far", |run| run.recording.session().title());
    let counts = format!("  {} of {all} things shown", listed.len());
    frame.render_widget(
        Line::from(vec![
            Span::styled(cut(title, area.width.saturating_sub(30)), paint.role(Role::Accent)),
            Span::styled(counts, paint.role(Role::Quiet)),
        ]),
        head,
    );
    let [left, right] = Layout::horizontal([Constraint::Fill(2), Constraint::Fill(3)]).spacing(2).areas(body);
    draw_things(frame, left, paint, model);
    if let Some(label) = listed.get(model.map.selected) {
        let mut lines = vec![Line::styled(cut(label, right.width), paint.role(Role::Title))];
        lines.extend(neighbours::lines(&ledger.around(label, 2), right.width, paint));
        frame.render_widget(Paragraph::new(lines), right);
    }
    footer::draw(frame, foot, paint, model, "");
    entry_line::draw(frame, entry, paint, "find: ", &model.map.filter);
}

fn draw_things(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let room = usize::from(area.height).max(1);
    let selected = model.map.selected;
    let first = (selected + 1).saturating_sub(room);
    let rows = model.map.listed.iter().enumerate().skip(first).take(room).map(|(at, label)| {
        let kind = model.map_ledger().thing(label).map_or(Kind::Unknown, |thing| thing.kind);
        let role = if at == selected { Role::Selected } else { Role::Text };
        Line::from(vec![
            Span::styled(format!("{} ", kind.sigil().unwrap_or('○')), paint.role(Role::Quiet)),
            Span::styled(cut(label, area.width.saturating_sub(2)), paint.role(role)),
        ])
    });
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), area);
}
