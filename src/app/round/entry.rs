//! The entry line while answers are collected.

use crate::app::model::Model;
use crate::app::run::forget_dropped;

/// Covers the text in the entry line; it stays covered whatever happens to the round.
pub(super) fn cover(model: &mut Model) {
    let typed = !model.entry.is_empty();
    if let Some(run) = &mut model.run {
        run.typing.covered = typed;
    }
    forget_dropped(model);
}

/// Puts an answer that could not be saved back into the entry line, covered, to be entered again or dropped. Returns
/// whether there was such an answer.
pub(in crate::app) fn take_up_again(model: &mut Model) -> bool {
    let Some(run) = model.run.as_mut().filter(|run| run.answers.keeping.is_none()) else { return false };
    let Some(text) = run.answers.slips.pop_front() else { return false };
    model.entry.set(&text);
    run.typing.covered = true;
    if let Some(unsaved) = &mut run.saving.unsaved {
        unsaved.in_entry = true;
    }
    true
}
