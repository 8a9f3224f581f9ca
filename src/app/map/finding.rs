//! Keys of the search for a thing by its name.

use super::View;
use super::find::{Find, found};
use super::open::look;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::graph::Key as Thing;

/// Opens the search for a name.
pub(super) fn show_find(model: &mut Model) {
    model.map.find = Some(Find::default());
}

/// Handles a key while the search is open.
pub(super) fn find_key(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    let Some(mut find) = model.map.find.take() else { return Vec::new() };
    if key.code == Code::Esc {
        return Vec::new();
    }
    let names: Vec<Thing> = found(&model.map.graph, find.entry.text()).iter().map(|thing| thing.key.clone()).collect();
    match (key.code, names.get(find.selected)) {
        (Code::Enter, Some(thing)) if model.map.view == View::Paths => model.map.target = Some(thing.clone()),
        (Code::Enter, Some(thing)) => {
            model.map.look_at(thing.clone());
            let cursor = thing.as_str().to_owned();
            model.map.drawn.cursor = Some(cursor);
        }
        (Code::Enter, None) => model.tell(Tone::Plain, "No thing named so far is called that."),
        _ => {
            match key.moved(find.selected, names.len()) {
                Some(selected) => find.selected = selected,
                None => {
                    find.entry.press(key);
                    find.selected = 0;
                }
            }
            model.map.find = Some(find);
        }
    }
    look(model);
    Vec::new()
}
