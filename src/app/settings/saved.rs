use super::Settings;
use crate::app::model::Model;
use crate::app::room::share;
use crate::app::screen::Tone;

/// Takes in settings that are on disk.
pub(in crate::app) fn saved(model: &mut Model, saved: &Settings) {
    model.settings_asked.take_if(|asked| asked == saved);
    if saved.one_window != model.settings.one_window {
        share(model, saved.one_window);
        if !saved.one_window {
            model.tell(Tone::Plain, "Two windows: this one is yours; adjacent room opens the room's beside it.");
        }
    }
    if saved.shown_from != model.settings.shown_from {
        model.settings.shown_from = saved.shown_from;
        model.tell(Tone::Good, format!("Unnamed answers are shown from {} on.", saved.shown_from));
    }
}

/// Handles settings that could not be saved: the room goes on seeing what it saw, or less.
pub(in crate::app) fn not_saved(model: &mut Model, reason: &str) {
    let asked = model.settings_asked.take();
    let says = match asked {
        Some(asked) if !asked.one_window && model.settings.one_window => {
            "Still one window, because that could not be saved:"
        }
        Some(asked) if asked.shown_from != model.settings.shown_from => {
            "Unnamed answers are shown as before, because that could not be saved:"
        }
        _ => "It holds here, and could not be kept for the next time:",
    };
    model.tell(Tone::Alarm, format!("{says} {reason}"));
}
