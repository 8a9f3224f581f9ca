//! The mouse on the map.

use super::picture;
use super::{MapView, View};
use crate::app::model::Model;

/// Puts the cursor on a row; returns whether it was there already.
pub(in crate::app) fn click_row(model: &mut Model, at: usize, into: bool) -> bool {
    let was_there = is_in_column(&model.map, into) && model.map.cursor == at;
    if !was_there {
        stand_on(model, at, into);
    }
    was_there
}

/// Puts the cursor on a cell of the matrix; returns whether it was there already.
pub(in crate::app) fn click_cell(model: &mut Model, row: usize, column: usize) -> bool {
    let was_there = (model.map.cursor, model.map.column) == (row, column);
    model.map.column = column;
    stand_on(model, row, false);
    was_there
}

/// Selects a box of the drawn map; returns whether it was selected already.
pub(in crate::app) fn click_box(model: &mut Model, id: &str) -> bool {
    let drawn = &mut model.map.drawn;
    let was_there = drawn.cursor.as_deref() == Some(id);
    drawn.cursor = Some(id.to_owned());
    was_there
}

/// Moves the cursor of a list on the map by one row.
pub(in crate::app) fn scroll_rows(model: &mut Model, into: bool, down: bool) {
    if !is_in_column(&model.map, into) {
        return stand_on(model, 0, into);
    }
    let cursor = model.map.cursor;
    let next = if down { cursor + 1 } else { cursor.saturating_sub(1) };
    stand_on(model, next.min(model.map.rows().saturating_sub(1)), into);
}

/// Moves the picture of the drawn map.
pub(in crate::app) const fn scroll_picture(model: &mut Model, down: bool) {
    picture::pan(model, (0, if down { 1 } else { -1 }), 1);
}

fn is_in_column(map: &MapView, into: bool) -> bool {
    map.view != View::Neighbours || map.into == into
}

fn stand_on(model: &mut Model, at: usize, into: bool) {
    let map = &mut model.map;
    if map.view == View::Neighbours {
        map.into = into;
    }
    map.stand_on(at, at >= map.cursor);
    if matches!(map.view, View::Table | View::Matrix)
        && let Some(key) = map.under_cursor()
    {
        map.centre = Some(key);
    }
}
