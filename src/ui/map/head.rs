use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::map::View;
use crate::app::{Model, PointerTarget};
use crate::theme::Role;
use crate::ui::words::{cells, cut};
use crate::ui::{Frame, Paint};

/// The number of cells that the title has at least.
const TITLE: u16 = 24;

/// Draws the centre of the view, the views that can be chosen, and how many arrows the filter leaves.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let [title, status, filter] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Length(1)]).areas(area);
    let tabs = tabs(paint, model, title.width.saturating_sub(TITLE));
    let width = u16::try_from(tabs.width()).unwrap_or(u16::MAX);
    let [left, right] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).spacing(1).areas(title);
    let centre = model.map.centre.as_ref().map_or("nothing named so far", |centre| model.map.graph.label(centre));
    frame.render_widget(Line::styled(cut(centre, left.width), paint.role(Role::Title)), left);
    let mut x = right.x;
    for span in &tabs.spans {
        let width = cells(&span.content);
        if let Some(view) = View::ALL.into_iter().find(|view| span.content.ends_with(view.name())) {
            frame.answers(Rect { x, width, ..right }, PointerTarget::Command(view.name()));
        }
        x += width;
    }
    frame.render_widget(tabs, right);
    frame.render_widget(Line::styled(cut(&shown(model), status.width), paint.role(Role::Quiet)), status);
    if !model.map.asked.is_empty() {
        let (things, all) = model.map.scene.things;
        let says = format!("only {}: {things} of {all} things; Esc shows all", model.map.asked);
        frame.render_widget(Line::styled(cut(&says, filter.width), paint.role(Role::Amber)), filter);
    }
}

/// Returns the names of the views: all of them, or as many about the chosen one as fit.
fn tabs<'a>(paint: &Paint, model: &Model, width: u16) -> Line<'a> {
    let names: Vec<String> = View::ALL
        .into_iter()
        .zip(1..)
        .map(
            |(view, number)| {
                if model.is_typing() { view.name().to_owned() } else { format!("{number} {}", view.name()) }
            },
        )
        .collect();
    let chosen = View::ALL.iter().position(|view| *view == model.map.view).unwrap_or_default();
    let (first, last) = fitting(&names, chosen, width);
    let mut spans = Vec::new();
    if first > 0 {
        spans.push(Span::styled("… ", paint.role(Role::Quiet)));
    }
    for (at, name) in names.iter().enumerate().take(last + 1).skip(first) {
        let role = if at == chosen { Role::Selected } else { Role::Quiet };
        spans.push(Span::styled(name.clone(), paint.role(role)));
        spans.push(Span::raw(" "));
    }
    if last + 1 < names.len() {
        spans.push(Span::styled("…", paint.role(Role::Quiet)));
    } else {
        spans.pop();
    }
    Line::from(spans)
}

/// Returns the first and the last of the names that fit beside the chosen one, from the first on where that shows it.
fn fitting(names: &[String], chosen: usize, width: u16) -> (usize, usize) {
    // A dot and a space on each side stand for names that do not fit.
    let marks = |first: usize, last: usize| {
        if (first, last + 1) == (0, names.len()) { 0 } else { 2 * u16::from(first > 0) + 2 }
    };
    let wide = |first: usize, last: usize| {
        let shown = names.get(first..=last).unwrap_or_default();
        shown.iter().map(|name| cells(name) + 1).sum::<u16>() + marks(first, last) <= width + 1
    };
    let mut first = (0..=chosen).find(|first| wide(*first, chosen)).unwrap_or(chosen);
    let mut last = (chosen..names.len()).rev().find(|last| wide(first, *last)).unwrap_or(chosen);
    // What room is left goes to the names before.
    while first > 0 && wide(first - 1, last) {
        first -= 1;
    }
    last = last.max(chosen);
    (first, last)
}

/// Returns the count of shown arrows, such as "12 of 57 arrows shown · within 2 arrows".
fn shown(model: &Model) -> String {
    let map = &model.map;
    let (arrows, all) = map.scene.arrows;
    let mut parts = vec![format!("{arrows} of {all} arrows shown"), map.scope()];
    if map.view == View::Drawn && map.scene.picture.is_some() && map.drawn.live.is_behind() {
        parts.insert(0, "being drawn; below, the picture before".to_owned());
    }
    if map.is_reading() && !(map.scene.rows.is_empty() && map.scene.matrix.things.is_empty()) {
        parts.insert(0, "being read; below, as it was before".to_owned());
    }
    if map.scene.dots > 0 {
        parts.push(format!("{} in dots, through hidden things", map.scene.dots));
    }
    if map.view == View::Table && !map.table.marked.is_empty() {
        parts.push(format!("{} marked", map.table.marked.len()));
    }
    parts.join(" · ")
}
