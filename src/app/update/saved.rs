//! What was to be saved is on disk, or is not. Once everything is, what waited for that is done.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::{leave, private, replay, round, run, tray};
use crate::record::{Event, Hidden, Names, OwnNote};

/// An event is on disk.
pub(super) fn event(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut effects = run::appended(model, &event);
    effects.extend(leave::once_saved(model));
    private::told(model, &event);
    effects.extend(replay::grown(model, vec![event]));
    tray::refresh(model);
    effects
}

/// An event is not on disk.
pub(super) fn not_event(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    run::not_saved(model, reason);
    tray::refresh(model);
}

/// Who sits where is in the private file.
pub(super) fn names(model: &mut Model, names: &Names) {
    if let Some(run) = &mut model.run {
        run.recording.names_saved(names);
    }
}

/// A note for oneself is in the private file, with all there are.
pub(super) fn own_notes(model: &mut Model, notes: Vec<OwnNote>) -> Vec<Effect> {
    private::saved(model, notes);
    leave::once_saved(model)
}

/// A note for oneself is not in the private file.
pub(super) fn not_own_notes(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    private::not_saved(model, reason);
}

/// What a round has collected is in the private file.
pub(super) fn answers(model: &mut Model, hidden: Hidden) -> Vec<Effect> {
    let mut effects = round::saved(model, hidden);
    effects.extend(leave::once_saved(model));
    effects
}

/// What a round has collected is not in the private file.
pub(super) fn not_answers(model: &mut Model, reason: &str) {
    leave::stop_waiting(model);
    round::not_saved(model, reason);
}
