//! Keys on the map screen.

use super::filtering::{ask, filter_key};
use super::finding::{find_key, show_find};
use super::open::{back, look};
use super::{View, changing, picture};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::run;
use crate::app::screen::{Screen, Tone};

/// Handles a key on the map screen.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if model.map.find.is_some() {
        return find_key(model, key);
    }
    if model.map.filtering {
        return filter_key(model, key);
    }
    if model.map.table.changing.is_some() {
        return changing::press(model, key);
    }
    let typing = model.is_typing();
    if !typing && let Some(row) = model.commands.for_character(Screen::Map, key) {
        return row.run(model);
    }
    if typing && (key.typed().is_some() || !model.entry.is_empty()) && !moves(key) {
        return run::press(model, key);
    }
    match key.code {
        Code::Esc => return put_away(model),
        Code::Enter => go(model),
        Code::Backspace if model.map.look_back() => look(model),
        Code::Backspace => model.tell(Tone::Plain, "This is where you began to look."),
        _ if model.map.view == View::Drawn => picture::press(model, key),
        Code::Left => sideways(model, false),
        Code::Right => sideways(model, true),
        _ => step(model, key),
    }
    Vec::new()
}

/// Whether a key moves the cursor of the map even while a line is being typed.
const fn moves(key: KeyPress) -> bool {
    matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown)
}

fn step(model: &mut Model, key: KeyPress) {
    let (cursor, rows) = (model.map.cursor, model.map.rows());
    let wanted = match key.code {
        Code::Home => 0,
        Code::End => rows.saturating_sub(1),
        _ => key.paged(cursor, rows).unwrap_or(cursor),
    };
    model.map.stand_on(wanted, wanted >= cursor);
    if matches!(model.map.view, View::Table | View::Matrix)
        && let Some(key) = model.map.under_cursor()
    {
        // In the table and the matrix the thing under the cursor becomes the centre, so that every other view shows it too.
        model.map.centre = Some(key);
    }
}

/// Selects the other column of the neighbours, or shows one wave more or less of a ripple.
fn sideways(model: &mut Model, right: bool) {
    let map = &mut model.map;
    match map.view {
        View::Neighbours => {
            map.into = !right;
            map.cursor = map.cursor.min(map.side().len().saturating_sub(1));
        }
        View::Ripple => {
            let waves = map.scene.waves.max(1);
            map.waves = if right { (map.waves + 1).min(waves) } else { map.waves.saturating_sub(1).max(1) };
            look(model);
            let first = model.map.scene.rows.iter().position(|row| row.fresh);
            model.map.cursor = first.unwrap_or(model.map.cursor);
        }
        View::Matrix => {
            let last = map.scene.matrix.things.len().saturating_sub(1);
            map.column = if right { (map.column + 1).min(last) } else { map.column.saturating_sub(1) };
        }
        _ => {}
    }
}

/// Makes the thing under the cursor the centre.
fn go(model: &mut Model) {
    match model.map.under_cursor() {
        Some(key) if matches!(model.map.view, View::Table | View::Matrix | View::Groups | View::Health) => {
            model.map.view = View::Neighbours;
            model.map.look_at(key);
        }
        Some(key) => model.map.look_at(key),
        None if model.map.view == View::Paths => return show_find(model),
        None => {}
    }
    model.map.into = false;
    look(model);
}

/// Handles Esc: clears the filter, or leaves the screen if there is none.
fn put_away(model: &mut Model) -> Vec<Effect> {
    if model.map.asked.is_empty() && model.map.filter.is_empty() {
        if model.map.back == Screen::Home {
            // On the home screen letters begin a session, so Esc, which may be pressed once too often, does not lead to
            // it.
            model.tell(Tone::Plain, "F3 or /map goes back to the first screen.");
            return Vec::new();
        }
        return back(model);
    }
    model.map.filter.clear();
    ask(model);
    Vec::new()
}

/// Inserts pasted text into the open entry line of the map; returns whether all of it fitted.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> bool {
    let written = model.written_on_map().is_some();
    let map = &mut model.map;
    let whole = match &mut map.find {
        Some(find) => find.entry.insert(text),
        None if map.filtering => map.filter.insert(text),
        None if written => return model.entry.insert(text),
        None => true,
    };
    look(model);
    whole
}
