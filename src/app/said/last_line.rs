//! Conditions under which the last line cannot be changed.

use crate::app::model::Model;
use crate::app::run::Run;
use crate::app::screen::Tone;

/// Whether the last line is not on disk yet, so that it cannot be changed; shows a notice if so.
pub(in crate::app) fn is_being_saved(model: &mut Model) -> bool {
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    if saving {
        model.tell(Tone::Plain, "The last line is still being saved; a moment.");
    }
    saving
}

/// Whether typed text would be overwritten; shows a notice if so.
pub(in crate::app) fn is_typed_over(model: &mut Model) -> bool {
    let typed = !model.entry.is_empty();
    if typed {
        model.tell(Tone::Plain, "A line is still typed: Enter reads it, Ctrl-U drops it.");
    }
    typed
}
