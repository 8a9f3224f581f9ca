use super::Settings;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};

/// The commands that change only settings.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(790, "card", "show or put away the card for beginners", &[Screen::Run], switch_card)
        .while_collecting(),
    CommandRow::new(820, "theme", "another theme: auto, dark, light, projector", Screen::ALL, next_theme)
        .while_collecting(),
];

/// Changes the settings and saves them. Settings that decide what the room sees take effect once they are on disk.
pub(in crate::app) fn save(model: &mut Model, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
    let mut settings = model.settings_to_be().clone();
    change(&mut settings);
    model.settings_asked = Some(settings.clone());
    vec![Effect::KeepSettings(settings)]
}

fn switch_card(model: &mut Model) -> Vec<Effect> {
    let shown = model.shows_card();
    model.settings.card = !shown;
    if let Some(run) = &mut model.run {
        run.card_called = !shown;
    }
    save(model, |settings| settings.card = !shown)
}

fn next_theme(model: &mut Model) -> Vec<Effect> {
    let at = model.themes.iter().position(|theme| *theme == model.settings.theme).map_or(0, |at| at + 1);
    let Some(theme) = model.themes.get(at % model.themes.len().max(1)) else { return Vec::new() };
    let theme = theme.clone();
    model.settings.theme.clone_from(&theme);
    model.tell(Tone::Plain, format!("The theme is {theme}."));
    save(model, |settings| settings.theme = theme)
}
