use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::rows::{answer, list};
use crate::app::Model;
use crate::app::map::Row;
use crate::export::described;
use crate::theme::Role;
use crate::ui::words::{cut, wrap};
use crate::ui::{Frame, Paint};

/// The minimum width at which the thing is drawn between its causes and its effects.
const THREE: u16 = 110;

/// Draws the causes of a thing, the thing, and its effects.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let facts = facts(model);
    if area.width >= THREE {
        let thirds = [Constraint::Fill(5), Constraint::Fill(3), Constraint::Fill(5)];
        let [into, middle, out] = Layout::horizontal(thirds).spacing(3).areas(area);
        side(frame, into, paint, model, true);
        frame.render_widget(Paragraph::new(about(&facts, middle.width, usize::MAX, paint)), middle);
        side(frame, out, paint, model, false);
        return;
    }
    let lines = about(&facts, area.width, 2, paint);
    let rows = u16::try_from(lines.len()).unwrap_or_default();
    let [top, below] = Layout::vertical([Constraint::Length(rows), Constraint::Fill(1)]).areas(area);
    frame.render_widget(Paragraph::new(lines), top);
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let [into, out] = Layout::horizontal(halves).spacing(2).areas(below);
    side(frame, into, paint, model, true);
    side(frame, out, paint, model, false);
}

/// Returns the known facts about the thing in the centre, a line each.
fn facts(model: &Model) -> Vec<String> {
    let graph = &*model.map.graph;
    let thing = model.map.centre.as_ref().and_then(|centre| graph.thing(centre));
    thing.map_or_else(Vec::new, |thing| {
        let kind = format!("{} {}", thing.kind.name().to_lowercase(), thing.kind.question());
        std::iter::once(kind).chain(described(graph, thing)).collect()
    })
}

fn about<'a>(facts: &[String], width: u16, rows: usize, paint: &Paint) -> Vec<Line<'a>> {
    let wrapped = facts.iter().flat_map(|fact| wrap(fact, width));
    wrapped.take(rows).map(|row| Line::styled(row, paint.role(Role::Quiet))).collect()
}

fn side(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model, into: bool) {
    let map = &model.map;
    let (heading, rows): (&str, &[Row]) =
        if into { ("what leads into it", &map.scene.into) } else { ("it leads to", &map.scene.rows) };
    let role = if map.into == into { Role::Accent } else { Role::Quiet };
    let mut lines = vec![Line::styled(cut(heading, area.width), paint.role(role))];
    if rows.is_empty() {
        lines.push(Line::styled("nothing named so far", paint.role(Role::Quiet)));
    }
    let cursor = (map.into == into).then_some(map.cursor);
    if !rows.is_empty() && area.height > 0 {
        answer(frame, Rect { y: area.y + 1, height: area.height - 1, ..area }, rows, cursor, into);
    }
    lines.extend(list(rows, cursor, (area.width, area.height.saturating_sub(1)), paint));
    frame.render_widget(Paragraph::new(lines), area);
}
