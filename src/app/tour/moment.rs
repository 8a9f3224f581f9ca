//! What the tour sees of the console.

use super::script::TourSight;
use crate::app::effect::Effect;
use crate::app::errands::{ErrandChore, shows_minutes};
use crate::app::findings::FindingsView;
use crate::app::model::Model;
use crate::app::screen::Screen;

/// Returns what the console shows now. Minutes that are written to a file were seen, too.
pub(super) fn sight(model: &Model, effects: &[Effect]) -> Option<TourSight> {
    let popup = model.popup.as_ref();
    if effects.iter().any(writes_minutes) || popup.is_some_and(|popup| shows_minutes(popup.as_ref())) {
        return Some(TourSight::Minutes);
    }
    if popup.is_some_and(|popup| popup.downcast::<FindingsView>().is_some()) {
        return Some(TourSight::Findings);
    }
    match model.screen {
        Screen::Map => Some(TourSight::Map),
        Screen::Replay => Some(TourSight::Replay),
        Screen::Run if model.is_shared() => Some(TourSight::Room),
        _ => None,
    }
}

fn writes_minutes(effect: &Effect) -> bool {
    match effect {
        Effect::KeepMinutes(_) => true,
        Effect::Errand(ErrandChore::Export { format, .. }) => format == "minutes",
        _ => false,
    }
}

/// Lets the tour look at what has happened.
pub(in crate::app) fn look(model: &mut Model, effects: &[Effect]) {
    let Some(mut tour) = model.tour.take() else { return };
    let sight = sight(model, effects);
    tour.look(model.run.as_ref().map(|run| run.recording.session()), sight);
    model.tour = Some(tour);
}
