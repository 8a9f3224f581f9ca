//! What stands in the way of doing something about the last line.

use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::screen::Tone;

/// Whether the last line is not on disk yet, so that nothing is done about it; says so.
pub(super) fn is_being_saved(model: &mut Model) -> bool {
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    if saving {
        model.tell(Tone::Plain, "The last line is still being saved; a moment.");
    }
    saving
}

/// Whether something is typed that another text would take the place of; says so.
pub(in crate::app) fn is_typed_over(model: &mut Model) -> bool {
    let typed = !model.entry.is_empty();
    if typed {
        model.tell(Tone::Plain, "A line is still typed: Enter reads it, Ctrl-U drops it.");
    }
    typed
}
