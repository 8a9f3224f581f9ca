use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::rows::list;
use crate::app::map::{At, Row};
use crate::app::{Model, PointerTarget, Scrolled};
use crate::theme::Role;
use crate::ui::words::{fitted, wrap};
use crate::ui::{Frame, Paint};

/// The maximum number of lines of one sentence.
const LINES: usize = 6;

/// Draws the sentences about the whole map, wrapped, with the things that they name; the one under the cursor stays visible.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let map = &model.map;
    if map.scene.rows.is_empty() {
        let says = if map.is_reading() {
            "The map is being read."
        } else {
            "No arrow joins two things yet; typing \"more A, less B\" in a session draws one."
        };
        let lines = wrap(says, area.width).into_iter().map(|row| Line::styled(row, paint.role(Role::Quiet)));
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
        return;
    }
    let mut lines: Vec<(usize, Line<'_>)> = Vec::new();
    let mut end = 0;
    for (at, row) in map.scene.rows.iter().enumerate() {
        lines.extend(drawn(row, at == map.cursor, area.width, paint).into_iter().map(|line| (at, line)));
        if at == map.cursor {
            end = lines.len();
        }
    }
    // A heading above the first sentence is seen too.
    let first = if end <= usize::from(area.height) { 0 } else { end - usize::from(area.height) };
    let shown: Vec<(usize, Line<'_>)> = lines.into_iter().skip(first).take(area.height.into()).collect();
    frame.scrolls(area, Scrolled::MapRows { into: false });
    for (place, (at, _)) in area.rows().zip(&shown) {
        if map.scene.rows.get(*at).is_some_and(|row| row.at != At::Heading) {
            frame.answers(place, PointerTarget::MapRow { at: *at, into: false });
        }
    }
    let shown: Vec<Line<'_>> = shown.into_iter().map(|(_, line)| line).collect();
    frame.render_widget(Paragraph::new(shown), area);
}

fn drawn<'a>(row: &Row, selected: bool, width: u16, paint: &Paint) -> Vec<Line<'a>> {
    match row.at {
        At::Heading => vec![Line::styled(row.words.clone(), paint.role(Role::Accent))],
        At::Sentence(_) => {
            let role = if selected { Role::Selected } else { Role::Text };
            let told = fitted(&row.words, width.saturating_sub(2), LINES).into_iter();
            told.map(|part| Line::styled(format!("  {part}"), paint.role(role))).collect()
        }
        _ => list(std::slice::from_ref(row), selected.then_some(0), (width, 1), paint),
    }
}
