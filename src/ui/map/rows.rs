use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use crate::app::map::{At, Row, View};
use crate::app::{Model, PointerTarget, Scrolled};
use crate::theme::Role;
use crate::ui::neighbours::{role_of, tail};
use crate::ui::words::{cells, cut, wrap};
use crate::ui::{Frame, Paint};

/// Draws a ripple, paths or a tree as a list with a cursor.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let map = &model.map;
    let mut lines = vec![Line::styled(cut(&heading(model), area.width), paint.role(Role::Accent))];
    let room = area.height.saturating_sub(1);
    if map.scene.rows.is_empty() {
        let hint = wrap(&model.with_own_keys(nothing(map.view)), area.width).into_iter();
        lines.extend(hint.map(|row| Line::styled(row, paint.role(Role::Quiet))));
    }
    let below = Rect { y: area.y + (area.height - room), height: room, ..area };
    if !map.scene.rows.is_empty() {
        answer(frame, below, &map.scene.rows, Some(map.cursor), false);
    }
    lines.extend(list(&map.scene.rows, Some(map.cursor), (area.width, room), paint));
    frame.render_widget(Paragraph::new(lines), area);
}

fn heading(model: &Model) -> String {
    let map = &model.map;
    let label = |key: Option<&crate::graph::Key>| key.map_or("", |key| model.map.graph.label(key)).to_owned();
    let (centre, target) = (label(map.centre.as_ref()), label(map.target.as_ref()));
    match map.view {
        View::Ripple => {
            let push = if map.less { "less" } else { "more" };
            let (shown, all) = (map.waves.min(map.scene.waves), map.scene.waves);
            let more = if shown < all { "; → shows the next" } else { "" };
            let keys = if model.is_typing() { "/wider and /narrower" } else { "+ and -" };
            format!("{push} {centre}: wave {shown} of {all}{more}; {keys} push it up and down")
        }
        View::Paths if map.target.is_none() => format!("from {centre} to ..."),
        View::Paths if map.backwards => format!("from {target} to {centre}"),
        View::Paths => format!("from {centre} to {target}"),
        _ if map.causes => format!("what leads to {centre}"),
        _ => format!("what {centre} leads to"),
    }
}

const fn nothing(view: View) -> &'static str {
    match view {
        View::Ripple => "No effect of it is named so far.",
        View::Paths => "Find the other end: l or /find-thing, then part of its name.",
        _ => "No effect named so far; t turns the tree round.",
    }
}

/// Notes the visible rows around the cursor, which answer to the mouse; headings do not.
pub(super) fn answer(frame: &mut Frame<'_>, area: Rect, rows: &[Row], cursor: Option<usize>, into: bool) {
    frame.scrolls(area, Scrolled::MapRows { into });
    let shown = rows.iter().enumerate().skip(first_row(cursor, area.height));
    for (place, (at, row)) in area.rows().zip(shown) {
        if row.at != At::Heading {
            frame.answers(place, PointerTarget::MapRow { at, into });
        }
    }
}

/// Returns the index of the first visible row.
fn first_row(cursor: Option<usize>, height: u16) -> usize {
    cursor.map_or(0, |cursor| (cursor + 1).saturating_sub(usize::from(height)))
}

/// Returns the visible rows around the cursor.
pub(super) fn list<'a>(
    rows: &[Row],
    cursor: Option<usize>,
    (width, height): (u16, u16),
    paint: &Paint,
) -> Vec<Line<'a>> {
    let room = usize::from(height);
    let shown = rows.iter().enumerate().skip(first_row(cursor, height)).take(room);
    shown.map(|(at, row)| line(row, cursor == Some(at), width, paint)).collect()
}

fn line<'a>(row: &Row, selected: bool, width: u16, paint: &Paint) -> Line<'a> {
    let indent = "  ".repeat(row.depth);
    if row.at == At::Heading {
        let role = if selected { Role::Selected } else { Role::Quiet };
        return Line::styled(cut(&format!("{indent}{}", row.words), width), paint.role(role));
    }
    let room = width.saturating_sub(cells(&indent) + 2);
    let tail = tail(&row.asides, room.saturating_sub(cells(&row.words).min(room)));
    let words = cut(&row.words, room.saturating_sub(cells(&tail)));
    // Never italic: GNU screen shows italics in reverse video, as if the row were the chosen one.
    let role = paint.role(match row {
        _ if selected => Role::Selected,
        Row { fresh: true, .. } => Role::Accent,
        Row { faint: true, .. } => Role::Quiet,
        _ => Role::Text,
    });
    let glyph = if row.faint { format!("{}…", row.shows.glyph()) } else { format!("{} ", row.shows.glyph()) };
    Line::from(vec![
        Span::raw(indent),
        Span::styled(glyph, paint.role(role_of(row.shows))),
        Span::styled(words, role),
        Span::styled(tail, paint.role(Role::Quiet)),
    ])
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;
    use crate::app::map::Shows;
    use crate::graph::Key;
    use crate::theme::{Depth, shipped};

    #[test]
    fn a_faint_row_is_told_by_its_dots_and_never_by_italics_which_screen_shows_reversed() {
        let row = Row {
            at: At::Thing(Key::of("Handle time").unwrap()),
            depth: 0,
            shows: Shows::Less,
            words: "Handle time".to_owned(),
            asides: Vec::new(),
            faint: true,
            fresh: false,
        };
        for theme in shipped::themes() {
            let line = line(&row, false, 40, &Paint::new(&theme, Depth::True));
            let words = line.spans.iter().map(|span| span.content.as_ref()).collect::<String>();
            assert!(words.starts_with("-…"), "{words}");
            assert!(!line.spans.iter().any(|span| span.style.add_modifier.contains(Modifier::ITALIC)));
        }
    }
}
