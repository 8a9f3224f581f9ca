//! The table: marking rows, and changing all that are marked as lines that are previewed first.

use crate::app::entry::Entry;
use crate::app::key::{Code, Key};
use crate::app::map::View;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;

/// Marks the row under the cursor, or no longer, and goes to the next one.
pub(super) fn mark(model: &mut Model) {
    if model.map.view != View::Table {
        return;
    }
    let Some(key) = model.map.under_cursor() else { return };
    let marked = &mut model.map.table.marked;
    if !marked.remove(&key) {
        marked.insert(key);
    }
    model.map.cursor = (model.map.cursor + 1).min(model.map.rows().saturating_sub(1));
    model.map.centre = model.map.under_cursor();
}

/// Begins to change what is marked.
pub(in crate::app::update) fn change(model: &mut Model) -> Vec<Effect> {
    if model.map.view != View::Table {
        return Vec::new();
    }
    if model.map.table.marked.is_empty() {
        model.map.table.marked.extend(model.map.under_cursor());
    }
    model.map.table.changing = Some(Entry::default());
    Vec::new()
}

/// A key while a change is typed: Enter makes it, Esc leaves everything as it was.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut entry) = model.map.table.changing.take() else { return Vec::new() };
    match key.code {
        Code::Esc => {}
        Code::Enter if entry.text().trim().is_empty() => {}
        Code::Enter => model.tell(Tone::Plain, "not yet"),
        _ => {
            entry.press(key);
            model.map.table.changing = Some(entry);
        }
    }
    Vec::new()
}
