//! The entry line while answers are collected.

use crate::app::model::Model;
use crate::app::run::forget_dropped;

/// What stands in the entry line is nobody's business, whatever becomes of the round.
pub(super) fn cover(model: &mut Model) {
    let typed = !model.entry.is_empty();
    if let Some(run) = &mut model.run {
        run.covered = typed;
    }
    forget_dropped(model);
}

/// An answer that could not be kept stands in the entry line again, covered: to be entered again, or dropped.
///
/// Says whether there was one.
pub(in crate::app) fn take_up_again(model: &mut Model) -> bool {
    let Some(run) = model.run.as_mut().filter(|run| run.keeping.is_none()) else { return false };
    let Some(text) = run.slips.pop_front() else { return false };
    model.entry.set(&text);
    run.covered = true;
    if let Some(unsaved) = &mut run.unsaved {
        unsaved.in_entry = true;
    }
    true
}
