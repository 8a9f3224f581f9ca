//! Handles reports about saving. Once everything is saved, an action that waited for that is carried out.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::{leave, phones, private, replay, round, run, tray};
use crate::record::{Event, Hidden, Names, OwnNote};

/// Takes in an event that is on disk.
pub(super) fn event(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut effects = run::appended(model, &event);
    phones::heard(model, &event);
    effects.extend(leave::once_saved(model));
    private::told(model, &event);
    effects.extend(replay::grown(model, vec![event]));
    tray::refresh(model);
    effects
}

/// Handles an event that could not be saved.
pub(super) fn not_event(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    run::not_saved(model, reason);
    tray::refresh(model);
}

/// Takes in names that are in the private file.
pub(super) fn names(model: &mut Model, names: &Names) {
    if let Some(run) = &mut model.run {
        run.recording.names_saved(names);
    }
}

/// Takes in the facilitator's notes, which are in the private file.
pub(super) fn own_notes(model: &mut Model, notes: Vec<OwnNote>) -> Vec<Effect> {
    private::saved(model, notes);
    leave::once_saved(model)
}

/// Handles a note for the facilitator that could not be saved.
pub(super) fn not_own_notes(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    private::not_saved(model, reason);
}

/// Takes in answers of a round that are in the private file.
pub(super) fn answers(model: &mut Model, hidden: Hidden) -> Vec<Effect> {
    let mut effects = round::saved(model, hidden);
    phones::saved(model);
    effects.extend(leave::once_saved(model));
    effects
}

/// Handles answers of a round that could not be saved.
pub(super) fn not_answers(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    round::not_saved(model, reason);
    phones::not_saved(model);
}
