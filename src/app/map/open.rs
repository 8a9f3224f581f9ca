use super::View;
use super::whole::WholeReading;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::live_picture::{FinishedPicture, PictureScreen};
use crate::app::model::{CommandRow, Model};
use crate::app::screen::Screen;
use crate::graph::{Graph, Key as Thing, Ledger};

/// The command that shows the map.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(70, "map", "look at the map, and back", &[Screen::Home, Screen::Run, Screen::Map], toggle)
        .key(KeyPress::plain(Code::F(3)))
        .in_footer("map")];

/// Shows the map, or returns to the screen from which it was opened.
fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Map { back(model) } else { open(model) }
}

/// Shows the map of the open session with all it builds on; without a session, that of the workspace.
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

/// Shows every thing of the workspace in a table.
pub(in crate::app) fn open_table(model: &mut Model) -> Vec<Effect> {
    model.map.view = View::Table;
    model.map.cursor = 0;
    open(model)
}

/// Shows the read-only map of another moment, with this thing in the centre.
pub(in crate::app) fn open_then(model: &mut Model, graph: Graph, thing: Option<&str>) {
    model.map.back = model.screen;
    model.screen = Screen::Map;
    model.map.graph = graph.into();
    if let Some(thing) = thing.and_then(Thing::of) {
        model.map.look_at(thing);
    }
    look(model);
}

/// Returns to the screen from which the map was opened.
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
        let ledger = run.recording.ledger();
        model.map.graph = ledger.graph(Some(model.now)).into();
        model.map.follow_names(ledger);
    }
    look(model);
}

/// Computes the view again after its centre, filter or size has changed.
pub(in crate::app) fn look(model: &mut Model) {
    if model.screen == Screen::Map {
        model.map.look(model.size.0.saturating_sub(2));
    }
}

/// Returns the effect that lays out the drawn map, if it is to show something else than at the last order.
pub(in crate::app) fn layout_due(model: &mut Model) -> Option<Effect> {
    model.map.drawn.live.order(PictureScreen::Map).map(Effect::LayOut)
}

/// Returns the effect that reads the whole map for the view on the screen, if that is due.
pub(in crate::app) fn reading_due(model: &mut Model) -> Option<Effect> {
    model.map.whole.order().map(|order| Effect::ReadWhole(Box::new(order)))
}

/// Takes in a reading of the whole map.
pub(in crate::app) fn whole_read(model: &mut Model, reading: WholeReading) {
    model.map.take_whole(reading);
}

/// Takes in the layout of the drawn map.
pub(in crate::app) fn laid_out(model: &mut Model, finished: FinishedPicture) {
    model.map.drawn.live.take(finished);
    if model.map.view == View::Drawn {
        model.map.scene.picture = model.map.drawn.live.shown().cloned();
    }
}

/// Takes in the ledger of the whole workspace.
pub(in crate::app) fn surveyed(model: &mut Model, ledger: Ledger) {
    model.map.graph = ledger.graph(Some(model.now)).into();
    model.map.follow_names(&ledger);
    model.map.ledger = ledger;
    look(model);
}
