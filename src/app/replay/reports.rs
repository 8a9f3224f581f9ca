//! How the replay screen handles input other than keys: time, new events, and reports of background work.

use super::chore::ReplayReport;
use super::open::opened;
use super::scanning::scan;
use super::searching::found;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::record::Event;

/// Plays on to the current time, if the session is being played.
pub(in crate::app) fn tick(model: &mut Model) {
    let now = model.now;
    if let Some(view) = model.replay.as_mut().filter(|_| model.screen == Screen::Replay && model.popup.is_none()) {
        view.play(now, &model.catalogue);
    }
}

/// Prepares the timeline for later looks, one piece each time the console is idle.
pub(in crate::app) fn idle(model: &mut Model) {
    if let Some(view) = model.replay.as_mut().filter(|view| view.is_unprepared()) {
        view.prepare();
    }
}

/// Adds events recorded since, by this program or by another one.
pub(in crate::app) fn grown(model: &mut Model, events: Vec<Event>) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    view.grow(events, &model.catalogue);
    scan(view)
}

/// Handles the report of a chore.
pub(in crate::app) fn reported(model: &mut Model, report: ReplayReport) -> Vec<Effect> {
    match report {
        ReplayReport::Opened { open, at } => return opened(model, *open, at),
        ReplayReport::Scanned(scanned) => {
            if let Some(view) = &mut model.replay {
                view.scanned_through(*scanned);
                return scan(view);
            }
        }
        ReplayReport::Compared(changes) if model.screen == Screen::Replay && model.popup.is_none() => {
            model.show(changes);
        }
        ReplayReport::Compared(_) => {}
        ReplayReport::Plotted(plots) => model.plotted = Some(plots),
        ReplayReport::Found { words, hits } => found(model, &words, &hits),
        ReplayReport::Remembers(lines) => model.home.memory = lines,
    }
    Vec::new()
}
