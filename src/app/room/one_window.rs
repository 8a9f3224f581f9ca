use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};
use crate::app::settings::save;

/// The command that shows this screen to the room too.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(750, "one-window", "one window for everybody, or two", &[Screen::Run], one_window)
        .while_collecting()];

/// Switches between one window for everybody and two windows.
fn one_window(model: &mut Model) -> Vec<Effect> {
    let one_window = !model.settings_to_be().one_window;
    model.glance = false;
    if one_window {
        // The screen is covered at once, which is safe even if the setting cannot be saved.
        share(model, true);
        model.tell(Tone::Plain, "One window for the room too: F2 or /panel shows what is yours, then covers it.");
    }
    save(model, |settings| settings.one_window = one_window)
}

/// Shows this screen to the room too, or stops doing so.
pub(in crate::app) fn share(model: &mut Model, one_window: bool) {
    model.settings.one_window = one_window;
    if let Some(run) = &mut model.run {
        run.share(one_window, &model.catalogue, model.now);
    }
}
