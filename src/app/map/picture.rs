//! Keys of the drawn map: select another box, and move the picture.

use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::layout::{Drawing, DrawnBox};

/// How far one key moves the picture: columns, rows.
const PAN: (i32, i32) = (8, 4);

/// Handles arrow keys: they select the next box on that side; with Alt they move the picture.
pub(super) fn press(model: &mut Model, key: KeyPress) {
    let (x, y) = match key.code {
        Code::Left => (-1, 0),
        Code::Right => (1, 0),
        Code::Up | Code::PageUp => (0, -1),
        Code::Down | Code::PageDown => (0, 1),
        _ => return,
    };
    if key.alt || matches!(key.code, Code::PageUp | Code::PageDown) {
        return pan(model, (x, y), if key.alt { 1 } else { 3 });
    }
    let drawn = &mut model.map.drawn;
    let Some(picture) = &model.map.scene.picture else { return };
    let next = next_box(&picture.drawing, drawn.cursor.as_deref(), (x, y));
    if let Some(next) = next {
        drawn.cursor = Some(next);
        drawn.panned = (0, 0);
    }
}

/// Moves the picture this many times as far as one key does.
pub(super) const fn pan(model: &mut Model, (x, y): (i32, i32), far: i32) {
    let drawn = &mut model.map.drawn;
    drawn.panned = (drawn.panned.0 + x * PAN.0, drawn.panned.1 + y * PAN.1 * far);
}

/// Returns the nearest box in a direction from the selected one; any box where none is selected.
fn next_box(drawing: &Drawing, from: Option<&str>, (x, y): (i32, i32)) -> Option<String> {
    let Some(here) = drawing.boxes.iter().find(|drawn_box| Some(drawn_box.id.as_str()) == from) else {
        return drawing.boxes.first().map(|drawn_box| drawn_box.id.clone());
    };
    let (here_x, here_y) = middle(here);
    let far = |drawn_box: &DrawnBox| {
        let (there_x, there_y) = middle(drawn_box);
        // A row counts as two columns, because a cell is about twice as high as wide.
        let (along, aside) = match (x, y) {
            (0, _) => ((there_y - here_y) * y * 2, (there_x - here_x).abs()),
            _ => ((there_x - here_x) * x, (there_y - here_y).abs() * 2),
        };
        (along > 0).then_some(along + 2 * aside)
    };
    let ahead = drawing.boxes.iter().filter_map(|drawn_box| Some((far(drawn_box)?, &drawn_box.id)));
    ahead.min().map(|(_, id)| id.clone())
}

fn middle(drawn_box: &DrawnBox) -> (i32, i32) {
    let cell = |number: usize| i32::try_from(number).unwrap_or(i32::MAX / 4);
    (cell(drawn_box.corner.x + drawn_box.width / 2), cell(drawn_box.corner.y + drawn_box.height / 2))
}
