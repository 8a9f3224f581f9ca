use crate::app::key::{Code, Key};
use crate::app::map_view::list;
use crate::app::model::{Model, Screen};
use crate::app::msg::Effect;

use super::steps_down;

/// Goes to the map, or back to where it was opened from.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Map { back(model) } else { open(model) }
}

/// Shows the map of the open session and all it builds on, or of the workspace.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.map.back = model.screen;
    model.map.filter.clear();
    model.screen = Screen::Map;
    let focus = model.run.as_ref().and_then(|run| run.in_view.as_ref()).map(|thing| thing.label.clone());
    relist(model);
    model.map.selected = model.map.listed.iter().position(|label| Some(label) == focus.as_ref()).unwrap_or(0);
    if model.run.is_none() { vec![Effect::Survey] } else { Vec::new() }
}

fn back(model: &mut Model) -> Vec<Effect> {
    model.screen = model.map.back;
    Vec::new()
}

/// A key on the map: the list of things, or a part of a name.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(down) = steps_down(key) {
        let last = model.map.listed.len().saturating_sub(1);
        let selected = model.map.selected;
        model.map.selected = if down { (selected + 1).min(last) } else { selected.saturating_sub(1) };
        return Vec::new();
    }
    match key.code {
        Code::Esc if model.map.filter.is_empty() => return back(model),
        Code::Esc => model.map.filter.clear(),
        _ => {
            model.map.filter.press(key);
        }
    }
    relist(model);
    Vec::new()
}

/// Lists the things anew, after the part of a name or what is known has changed.
pub(super) fn relist(model: &mut Model) {
    model.map.listed = list(model.map_ledger(), model.map.filter.text());
    model.map.selected = 0;
}
