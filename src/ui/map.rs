//! The map screen: the centre on top, a view of it, the evidence of an arrow, an entry line.

mod bottom;
mod columns;
mod details;
mod find;
mod head;
mod matrix;
mod picture;
mod rows;
mod table;
mod told;

use ratatui::layout::{Constraint, Layout, Rect};

use super::{Frame, Paint, footer};
use crate::app::Model;
use crate::app::map::View;

/// The height of the evidence at the bottom, if there is room.
const DETAILS: [(u16, u16); 3] = [(44, 7), (30, 5), (20, 3)];

/// Draws the map in the view that was chosen.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, paint: &Paint, model: &Model) {
    let details = DETAILS.iter().find(|(least, _)| area.height >= *least).map_or(0, |(_, rows)| *rows);
    let details = if model.map.table.changing.is_some() { details.max(area.height / 3) } else { details };
    let [head, body, below, line, foot] = Layout::vertical([
        Constraint::Length(3),
        Constraint::Fill(1),
        Constraint::Length(details),
        Constraint::Length(bottom::height(model)),
        Constraint::Length(1),
    ])
    .areas(area);
    head::draw(frame, head, paint, model);
    match model.map.view {
        View::Neighbours => columns::draw(frame, body, paint, model),
        View::Ripple | View::Paths | View::Trees => rows::draw(frame, body, paint, model),
        View::Drawn => picture::draw(frame, body, paint, model),
        View::Table => table::draw(frame, body, paint, model),
        View::Matrix => matrix::draw(frame, body, paint, model),
        View::Groups | View::Health => told::draw(frame, body, paint, model),
    }
    details::draw(frame, below, paint, model);
    footer::draw(frame, foot, paint, model, "");
    if model.map.find.is_some() {
        find::draw(frame, body, paint, model);
    }
    bottom::draw(frame, line, paint, model);
}
