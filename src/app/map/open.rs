use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::screen::Screen;
use crate::graph::{Graph, Key as Thing, Ledger};

/// The command that goes to the map.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(70, "map", "look at the map, and back", &[Screen::Home, Screen::Run, Screen::Map], toggle)
        .key(KeyPress::plain(Code::F(3)))
        .in_footer("map")];

/// Goes to the map, or back to where it was opened from.
fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Map { back(model) } else { open(model) }
}

/// Shows the map of the open session and all it builds on, or of the workspace.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    model.map.back = model.screen;
    model.screen = Screen::Map;
    let focus = model.run.as_ref().and_then(|run| run.last.in_view.as_ref()).and_then(|thing| Thing::of(&thing.label));
    if let Some(focus) = focus {
        model.map.look_at(focus);
    }
    refresh(model);
    if model.run.is_none() { vec![Effect::Survey] } else { Vec::new() }
}

/// Shows the map of another moment, at this thing; it is only looked at.
pub(in crate::app) fn open_then(model: &mut Model, graph: Graph, thing: Option<&str>) {
    model.map.back = model.screen;
    model.screen = Screen::Map;
    model.map.graph = graph.into();
    if let Some(thing) = thing.and_then(Thing::of) {
        model.map.look_at(thing);
    }
    look(model);
}

/// Goes back to where the map was opened from.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    model.screen = model.map.back;
    model.map.find = None;
    model.map.filtering = false;
    Vec::new()
}

/// Computes the map again from the current ledger, if the map of the open session is on the screen.
pub(in crate::app) fn refresh(model: &mut Model) {
    if model.screen != Screen::Map || model.map.back == Screen::Replay {
        return;
    }
    if let Some(run) = &model.run {
        model.map.graph = run.recording.ledger().graph(Some(model.now)).into();
    }
    look(model);
}

/// Works out the view again after its centre, filter or size has changed.
pub(in crate::app) fn look(model: &mut Model) {
    if model.screen == Screen::Map {
        model.map.look(model.size.0.saturating_sub(2));
    }
}

/// What all sessions of the workspace add up to is known.
pub(in crate::app) fn surveyed(model: &mut Model, ledger: Ledger) {
    model.map.graph = ledger.graph(Some(model.now)).into();
    model.map.ledger = ledger;
    look(model);
}
