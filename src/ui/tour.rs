use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::words::{cells, cut, fitted};
use super::{Frame, Paint};
use crate::app::{Model, Tour};
use crate::theme::Role;

/// The maximum number of rows of what was seen, and of what is to be done.
const ROWS: (usize, usize) = (2, 3);

/// The height of a screen from which the panel also tells what was just seen.
const ROOMY: u16 = 18;

/// The commands of the tour, as the panel names them.
const COMMANDS: &str = "/tour-on skips  /tour-back  Ctrl-Q leaves";

/// Draws the panel of the tour at the top of a screen, and returns the area below it.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) -> Rect {
    let Some(tour) = &model.tour else { return area };
    let rows = rows(area, tour);
    let [panel, below] = split(area, rows.len());
    let rows = rows.into_iter().map(|(row, role)| Line::styled(row, paint.role(role)));
    frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), panel);
    below
}

fn split(area: Rect, rows: usize) -> [Rect; 2] {
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(area.height / 2);
    Layout::vertical([Constraint::Length(height), Constraint::Fill(1)]).areas(area)
}

/// Returns the rows of the panel from top to bottom: what was just seen, what is to be done, and a rule that tells
/// where one is.
fn rows(area: Rect, tour: &Tour) -> Vec<(String, Role)> {
    let Some(step) = tour.step() else { return Vec::new() };
    let told = tour.done().filter(|_| area.height >= ROOMY).map_or("", |step| step.told);
    let told = if told.is_empty() { Vec::new() } else { fitted(told, area.width, ROWS.0) };
    let told = told.into_iter().map(|row| (row, Role::Good));
    let asks = fitted(step.asks, area.width, ROWS.1).into_iter().map(|row| (row, Role::Title));
    told.chain(asks).chain([(rule(area.width, tour, step.name), Role::Quiet)]).collect()
}

fn rule(width: u16, tour: &Tour, name: &str) -> String {
    let (at, of) = tour.place();
    let rule = cut(&format!("── tour, {at} of {of}: {name} ── {COMMANDS} "), width);
    let rest = usize::from(width.saturating_sub(cells(&rule)));
    format!("{rule}{}", "─".repeat(rest))
}
