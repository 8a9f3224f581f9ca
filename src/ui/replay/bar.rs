use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::marks::{glyph, rank};
use crate::app::replay::ReplayView;
use crate::replay::MarkerKind;
use crate::theme::Role;
use crate::ui::words::cut;
use crate::ui::{Frame, Paint};

/// The height of the names of the exercises, the bar and the markers, a row each. In a lower area the names are dropped
/// first.
pub(super) const HEIGHT: u16 = 3;

/// Draws a bar of the whole session, and the current moment on it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, view: &ReplayView) {
    if area.width == 0 {
        return;
    }
    let mut lines = vec![bar(view, area.width, paint), markers(view, area.width, paint)];
    if area.height >= HEIGHT {
        lines.insert(0, stretches(view, area.width, paint));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

/// Returns the names of the exercises, each at its start.
fn stretches<'a>(view: &ReplayView, width: u16, paint: &Paint) -> Line<'a> {
    let entered = view.markers().iter().filter(|marker| marker.kind == MarkerKind::Exercise);
    let begins: Vec<(u16, usize, String)> = entered
        .map(|marker| (view.scale.cell(marker.position, width), marker.position.heard, marker.says.clone()))
        .collect();
    let mut spans = Vec::new();
    let mut at = 0;
    for (place, (cell, heard, title)) in begins.iter().enumerate() {
        let next = begins.get(place + 1);
        let end = next.map_or(width, |(end, ..)| *end);
        if *cell > at {
            spans.push(Span::raw(" ".repeat(usize::from(cell - at))));
        }
        let from = at.max(*cell);
        let room = end.saturating_sub(from);
        if room == 0 {
            continue;
        }
        let here = *heard <= view.position().heard && next.is_none_or(|(_, next, _)| *next > view.position().heard);
        let role = if here { Role::Title } else { Role::Quiet };
        let title = if room > 4 { cut(title, room - 2) } else { String::new() };
        spans.push(Span::styled("╷", paint.role(Role::Quiet)));
        spans.push(Span::styled(title.clone(), paint.role(role)));
        let used = 1 + crate::ui::words::cells(&title);
        spans.push(Span::raw(" ".repeat(usize::from(room.saturating_sub(used)))));
        at = from + room.max(used);
    }
    Line::from(spans)
}

fn bar<'a>(view: &ReplayView, width: u16, paint: &Paint) -> Line<'a> {
    let here = view.scale.cell(view.position(), width);
    let rest = width.saturating_sub(here + 1);
    Line::from(vec![
        Span::styled("━".repeat(usize::from(here)), paint.role(Role::Accent)),
        Span::styled("●", paint.role(Role::Title)),
        Span::styled("─".repeat(usize::from(rest)), paint.role(Role::Quiet)),
    ])
}

/// Returns the markers below the bar; of several in one cell, the most important one.
fn markers<'a>(view: &ReplayView, width: u16, paint: &Paint) -> Line<'a> {
    let mut row: Vec<Option<(MarkerKind, usize)>> = vec![None; usize::from(width)];
    for marker in view.markers().iter().filter(|marker| rank(marker.kind).is_some()) {
        let cell = usize::from(view.scale.cell(marker.position, width));
        let Some(known) = row.get_mut(cell) else { continue };
        let here = marker.position.heard == view.position().heard;
        if here || known.is_none_or(|(kind, heard)| heard != view.position().heard && rank(marker.kind) < rank(kind)) {
            *known = Some((marker.kind, marker.position.heard));
        }
    }
    let marked = view.marked.map(|marked| usize::from(view.scale.cell(marked, width)));
    let cell = |(at, known): (usize, &Option<(MarkerKind, usize)>)| match known {
        _ if marked == Some(at) => Span::styled("c", paint.role(Role::Amber)),
        None => Span::raw(" "),
        Some((kind, heard)) => {
            let role = match heard.cmp(&view.position().heard) {
                std::cmp::Ordering::Less => Role::Text,
                std::cmp::Ordering::Equal => Role::Selected,
                std::cmp::Ordering::Greater => Role::Quiet,
            };
            Span::styled(glyph(*kind), paint.role(role))
        }
    };
    Line::from(row.iter().enumerate().map(cell).collect::<Vec<_>>())
}
