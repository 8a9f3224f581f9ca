//! Runs the console on the terminal.

use jiff::Timestamp;

use super::call::Call;
use super::failure::{CommandResult, DONE, Failure};
use crate::app::hub::HubChore;
use crate::app::{Effect, FirstAgendas, Home, Model, Tone, languages_of_locale};
use crate::exercise::{Catalogue, ShelvedAgenda};
use crate::record::Mode;
use crate::shell::{ConsoleStart, EffectRunner, StartSettings, open_sessions, run};
use crate::store::{Workspace, samples};
use crate::theme::{Depth, shipped};

/// Runs the console; the effect `first` is performed first.
pub(super) fn console(call: &Call, workspace: Workspace, first: Effect) -> CommandResult {
    let home = Home { folder: workspace.folder().display().to_string(), samples: samples::titles(), ..Home::default() };
    let themes = shipped::themes();
    let names = themes.iter().map(|theme| theme.name.clone()).collect();
    let values = &call.configured().configuration.values;
    let usual = StartSettings::default();
    let theme = values.theme.clone().unwrap_or(usual.theme);
    let start = StartSettings { theme, mouse: values.mouse, stored: workspace.settings() };
    let mut model = Model::new(home, start.settings(), names, Timestamp::now());
    model.zone = workspace.zone().clone();
    model.languages = values.languages.clone().unwrap_or_else(languages_of_machine);
    model.commands = model.commands.rebound(&values.keys).0;
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    model.catalogue = catalogue;
    model.first_agendas = first_agendas(call, &model.catalogue)?;
    if let Some(says) = call.configured().told_in_short() {
        model.tell(Tone::Plain, says);
    }
    if let Some(reason) = left_out.first() {
        model.tell(Tone::Alarm, format!("{reason}; adjacent check tells more"));
    }
    let effects = EffectRunner::new(workspace).starting_with(start);
    run(ConsoleStart { model, effects, themes, depth: depth(), chores: vec![first, Effect::Hub(HubChore::Begin)] })?;
    DONE
}

/// The agendas of new sessions that the configuration names. They were read with the configuration, so that none is left
/// out here but where a file has changed since.
fn first_agendas(call: &Call, catalogue: &Catalogue) -> Result<FirstAgendas, Failure> {
    let values = &call.configured().configuration.values;
    if values.agenda.is_none() && values.solo_agenda.is_none() {
        return Ok(FirstAgendas::default());
    }
    let own = call.agendas(catalogue)?;
    let read = |text: Option<&String>, mode| {
        let read = text.and_then(|text| ShelvedAgenda::parse(text, &own, catalogue, mode).ok());
        read.unwrap_or_default()
    };
    let (live, solo) = (read(values.agenda.as_ref(), Mode::Live), read(values.solo_agenda.as_ref(), Mode::Solo));
    Ok(FirstAgendas { live, solo })
}

/// The languages of lines beside English on this machine.
pub(super) fn languages_of_machine() -> Vec<String> {
    languages_of_locale(&locale())
}

/// The locale of the machine for messages; empty where none is set.
fn locale() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    set.into_iter().find(|value| !value.is_empty()).unwrap_or_default()
}

/// The number of colours of the terminal; no colours when `NO_COLOR` is set.
pub(super) fn depth() -> Depth {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Depth::Mono;
    }
    match supports_color::on(supports_color::Stream::Stdout) {
        None => Depth::Mono,
        Some(level) if level.has_16m => Depth::True,
        Some(level) if level.has_256 => Depth::Indexed,
        Some(_) => Depth::Sixteen,
    }
}
