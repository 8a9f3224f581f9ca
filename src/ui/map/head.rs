use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::map::View;
use crate::theme::Role;
use crate::ui::Paint;
use crate::ui::words::cut;

/// Draws the centre of the view, the views that can be chosen, and how many arrows the filter leaves.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let [title, status, filter] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Length(1)]).areas(area);
    let tabs = tabs(paint, model);
    let width = u16::try_from(tabs.width()).unwrap_or(u16::MAX);
    let [left, right] = Layout::horizontal([Constraint::Fill(1), Constraint::Length(width)]).spacing(1).areas(title);
    let centre = model.map.centre.as_ref().map_or("nothing named so far", |centre| model.map.graph.label(centre));
    frame.render_widget(Line::styled(cut(centre, left.width), paint.role(Role::Title)), left);
    frame.render_widget(tabs, right);
    frame.render_widget(Line::styled(cut(&shown(model), status.width), paint.role(Role::Quiet)), status);
    if !model.map.asked.is_empty() {
        let (things, all) = model.map.scene.things;
        let says = format!("only {}: {things} of {all} things; Esc shows all", model.map.asked);
        frame.render_widget(Line::styled(cut(&says, filter.width), paint.role(Role::Amber)), filter);
    }
}

fn tabs<'a>(paint: &Paint, model: &Model) -> Line<'a> {
    let mut spans = Vec::new();
    for (view, number) in View::ALL.into_iter().zip(1..) {
        let role = if view == model.map.view { Role::Selected } else { Role::Quiet };
        let digit = if model.is_typing() { String::new() } else { format!("{number} ") };
        spans.push(Span::styled(format!("{digit}{}", view.name()), paint.role(role)));
        spans.push(Span::raw(" "));
    }
    spans.pop();
    Line::from(spans)
}

/// Returns the count of shown arrows, such as "12 of 57 arrows shown · within 2 arrows".
fn shown(model: &Model) -> String {
    let map = &model.map;
    let (arrows, all) = map.scene.arrows;
    let mut parts = vec![format!("{arrows} of {all} arrows shown"), map.scope()];
    if map.view == View::Drawn && map.scene.picture.is_some() && map.drawn.live.is_behind() {
        parts.insert(0, "being drawn; below, the picture before".to_owned());
    }
    if map.scene.dots > 0 {
        parts.push(format!("{} in dots, through hidden things", map.scene.dots));
    }
    if map.view == View::Table && !map.table.marked.is_empty() {
        parts.push(format!("{} marked", map.table.marked.len()));
    }
    parts.join(" · ")
}
