use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::leave;
use crate::app::model::Model;
use crate::app::screen::Screen;

/// Handles a key on the replay screen that runs no command.
pub(in crate::app) fn press(model: &mut Model, key: KeyPress) -> Vec<Effect> {
    if let Some(row) = model.commands.for_character(Screen::Replay, key) {
        return row.run(model);
    }
    if key.code == Code::Esc {
        return put_away(model);
    }
    Vec::new()
}

/// Handles Esc: removes the marked moment, or leaves the screen if none is marked.
fn put_away(model: &mut Model) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return leave::home(model) };
    if view.marked.take().is_some() {
        return Vec::new();
    }
    if view.back == Screen::Run {
        model.replay = None;
        model.screen = Screen::Run;
        return Vec::new();
    }
    leave::home(model)
}
