//! Runs the console on the terminal.

use jiff::Timestamp;

use super::call::Call;
use super::failure::{CommandResult, DONE};
use crate::app::hub::HubChore;
use crate::app::{Effect, Home, Model, Tone, languages_of_locale};
use crate::shell::{ConsoleStart, EffectRunner, ThemeChoice, looks, open_sessions, run, settings_of};
use crate::store::{Workspace, samples};
use crate::theme::AUTO;

/// Runs the console; the effect `first` is performed first.
pub(super) fn console(call: &Call, workspace: Workspace, first: Effect) -> CommandResult {
    let home = Home { folder: workspace.folder().display().to_string(), samples: samples::titles(), ..Home::default() };
    let (library, unread) = looks::themes(&workspace);
    let wanted = call.wanted_theme(&library)?;
    let (house, wrong_house) = looks::house(&workspace);
    let own = library.themes().iter().map(|known| known.theme.name.clone());
    let names: Vec<String> = std::iter::once(AUTO.to_owned()).chain(own).collect();
    let settings = settings_of(workspace.settings());
    let setting = settings.theme.clone();
    let wrong_setting = (!names.contains(&setting)).then(|| {
        format!(
            "No theme is called {setting:?}, so another one is shown; /theme chooses one, adjacent themes lists them"
        )
    });
    let mut model = Model::new(home, settings, names, Timestamp::now());
    model.zone = workspace.zone().clone();
    model.languages = languages_of_locale(&locale());
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    model.catalogue = catalogue;
    let wrong_looks = unread.into_iter().chain(looks::wrong_themes(&library)).chain(wrong_house);
    let wrong = left_out.into_iter().chain(wrong_looks).map(|reason| format!("{reason}; adjacent check tells more"));
    if let Some(says) = wrong.chain(wrong_setting).next() {
        model.tell(Tone::Alarm, says);
    }
    let effects = EffectRunner::new(workspace);
    let themes = ThemeChoice::new(library.into_themes(), looks::background()).instead_of(&setting, wanted);
    let chores = vec![first, Effect::Hub(HubChore::Begin)];
    run(ConsoleStart { model, effects, themes, house, depth: looks::depth(), chores })?;
    DONE
}

/// The locale of the machine for messages; empty where none is set.
fn locale() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}
