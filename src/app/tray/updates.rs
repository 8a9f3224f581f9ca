//! Names are compared in a thread of the shell while somebody looks at the tray, so that no key press waits for it.

use super::comparison::{ComparedNames, NamesSnapshot};
use super::current::{is_current, moment};
use super::desk::{is_to_point_out, point_out};
use super::pairs::Tray;
use super::shows::NOTHING;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Orders a comparison if somebody looks at the tray, or is to be told of names that look alike, and the last comparison
/// was of other names; there is only one comparison at a time.
pub(in crate::app) fn due(model: &mut Model) -> Vec<Effect> {
    let to_point_out = is_to_point_out(model);
    let is_looked_at = model.popup.as_deref().is_some_and(super::super::model::Popup::compares_names);
    if model.names_alike.in_progress || !(to_point_out || is_looked_at) {
        return Vec::new();
    }
    if is_current(model) {
        point_out(model);
        return Vec::new();
    }
    model.names_alike.in_progress = true;
    vec![Effect::CompareNames(NamesSnapshot::new(model.map_ledger().clone(), moment(model)))]
}

/// Takes in the result of a comparison.
pub(in crate::app) fn compared(model: &mut Model, names: ComparedNames) {
    model.names_alike.in_progress = false;
    model.names_alike.last = Some(names);
    point_out(model);
    refresh(model);
    let tray = model.popup.as_deref().and_then(|popup| popup.downcast::<Tray>());
    if is_current(model) && tray.is_some_and(|tray| tray.awaits && tray.is_empty()) {
        model.popup = None;
        model.tell(Tone::Plain, NOTHING);
    }
}

/// Takes note that the sessions of the workspace were read again.
pub(in crate::app) fn surveyed(model: &mut Model) {
    model.names_alike.surveys += 1;
    refresh(model);
}

/// Updates the tray after a decision was saved, or could not be saved, and after names were compared.
pub(in crate::app) fn refresh(model: &mut Model) {
    let Some(mut popup) = model.popup.take() else { return };
    popup.names_changed(model);
    model.popup = Some(popup);
}
