use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Borders, Paragraph};

use crate::app::Model;
use crate::app::map::{At, CHANGES, Fold, MapView, ThingChange, View};
use crate::export::{described, described_by, provenance};
use crate::graph::{Graph, Key, MatrixCell};
use crate::theme::Role;
use crate::ui::words::{cut, wrap};
use crate::ui::{Frame, Paint};

/// Draws the evidence of the arrow under the cursor, or the facts about the thing under the cursor.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    if area.height < 2 {
        return;
    }
    let block = Block::new().borders(Borders::TOP).border_style(paint.role(Role::Border));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    let wraps = model.map.table.changing.is_some() || matches!(model.map.view, View::Groups | View::Health);
    let rows = told(model).into_iter();
    let rows = rows.flat_map(|row| if wraps { wrap(&row, inside.width) } else { vec![cut(&row, inside.width)] });
    let rows = rows.take(usize::from(inside.height));
    let lines: Vec<Line<'_>> = rows.map(|row| Line::styled(row, paint.role(Role::Text))).collect();
    frame.render_widget(Paragraph::new(lines), inside);
}

/// Returns a preview of the typed change.
fn would_change(model: &Model, typed: &str) -> Vec<String> {
    let (marked, graph) = (&model.map.table.marked, &*model.map.graph);
    let Some(change) = ThingChange::parse(typed) else { return vec![format!("{} marked: {CHANGES}", marked.len())] };
    let changed = change.changed(graph, marked);
    let title = format!("Enter changes {} of {} marked:", changed.len(), marked.len());
    std::iter::once(title).chain(changed.into_iter().map(|thing| change.says(thing))).collect()
}

/// Returns what the cell under the cursor says, and what its arrows rest on.
fn in_cell(map: &MapView, graph: &Graph, from: &Key, to: &Key) -> Vec<String> {
    let says = map.scene.matrix.cell(map.cursor, map.column).map_or("no arrow", MatrixCell::words);
    let title = format!("{} → {}: {says}", graph.label(from), graph.label(to));
    let links = graph.links_at(from).filter(|link| link.from.key == *from && link.to.key == *to);
    std::iter::once(title).chain(links.flat_map(|link| provenance(graph, link))).collect()
}

fn told(model: &Model) -> Vec<String> {
    let (map, graph) = (&model.map, &*model.map.graph);
    if let Some(entry) = &map.table.changing {
        return would_change(model, entry.text());
    }
    if map.view == View::Matrix
        && let Some((from, to)) = map.under_cursor().zip(map.scene.matrix.things.get(map.column))
    {
        return in_cell(map, graph, &from, to);
    }
    if let Some(row) = map.row().filter(|row| matches!(row.at, At::Sentence(_))) {
        return row.asides.clone();
    }
    if !matches!(map.view, View::Drawn | View::Table)
        && let Some(At::Arrow { from, to, relation, .. }) = map.row().map(|row| &row.at)
        && let Some(link) = graph.link(from, to, *relation)
    {
        return provenance(graph, link);
    }
    if map.view == View::Drawn
        && map.drawn.fold != Fold::Nothing
        && let Some(picture) = &map.scene.picture
    {
        let at = picture.drawing.boxes.iter().position(|drawn_box| Some(&drawn_box.id) == map.drawn.cursor.as_ref());
        return at.and_then(|at| picture.names.get(at)).cloned().into_iter().collect();
    }
    let thing = map.under_cursor().and_then(|key| graph.thing(&key).cloned());
    let told = thing.map(|thing| [described(graph, &thing), described_by(graph, &thing)].concat());
    told.unwrap_or_default()
}
