use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::CONTENT;
use super::headline::Headline;
use crate::app::map::listed;
use crate::graph::{Neighbour, Neighbourhood};
use crate::theme::Role;
use crate::ui::{Frame, Paint, neighbours};

/// The minimum width at which both sides of a thing are drawn side by side.
const TWO_SIDES: u16 = 70;

/// Draws a thing: its causes on the left, its effects on the right.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, label: &str, around: &Neighbourhood) {
    let body = Headline::over(frame, area, paint, label, 6);
    let halves = [Constraint::Fill(1), Constraint::Fill(1)];
    let [left, right] = if area.width >= TWO_SIDES {
        Layout::horizontal(halves).spacing(2).areas(body)
    } else {
        Layout::vertical(halves).areas(body)
    };
    let into = Neighbourhood { into: around.into.clone(), out: Vec::new() };
    let out = Neighbourhood { into: Vec::new(), out: around.out.clone() };
    for (side, area) in [(into, left), (out, right)] {
        frame.render_widget(Paragraph::new(lines(side, area, paint)), area);
    }
}

/// Draws one side: at most seven neighbours, and how many more there are.
fn lines<'a>(mut side: Neighbourhood, area: Rect, paint: &Paint) -> Vec<Line<'a>> {
    let room = CONTENT.min(usize::from(area.height).saturating_sub(2)).max(1);
    let all = side.into.len().max(side.out.len());
    if all == 0 {
        return Vec::new();
    }
    let keep = |neighbours: &mut Vec<Neighbour>| neighbours.truncate(room);
    keep(&mut side.into);
    keep(&mut side.out);
    let mut lines: Vec<Line<'a>> = neighbours::lines(&listed(side), area.width, paint);
    if all > room {
        lines.push(Line::styled(format!("  and {} more", all - room), paint.role(Role::Text)));
    }
    for line in &mut lines {
        speak_up(line, paint);
    }
    if lines.len() * 2 <= usize::from(area.height) {
        lines = lines.into_iter().flat_map(|line| [line, Line::default()]).collect();
    }
    lines
}

/// Makes quiet text plain, because quiet text cannot be read on a projector.
fn speak_up(line: &mut Line<'_>, paint: &Paint) {
    let (faint, plain) = (paint.role(Role::Quiet), paint.role(Role::Text));
    if line.style == faint {
        line.style = plain;
    }
    line.spans.iter_mut().filter(|span| span.style == faint).for_each(|span| span.style = plain);
}
