//! Runs the console on the terminal.

use jiff::Timestamp;

use super::call::Call;
use super::failure::{CommandResult, DONE, Failure};
use crate::app::hub::HubChore;
use crate::app::{Effect, FirstAgendas, Home, Model, Tone, languages_of_locale};
use crate::exercise::{Catalogue, ShelvedAgenda};
use crate::record::Mode;
use crate::shell::environment::variable;
use crate::shell::{ConsoleStart, EffectRunner, StartSettings, ThemeChoice, looks, open_sessions, run};
use crate::store::{Workspace, samples};
use crate::theme::AUTO;

/// Runs the console; the effect `first` is performed first.
pub(super) fn console(call: &Call, workspace: Workspace, first: Effect) -> CommandResult {
    run(prepared(call, workspace, first)?)?;
    DONE
}

/// Runs the console on a tour of a sample, in a workspace made for it.
pub(super) fn console_on_tour(call: &Call, workspace: Workspace, sample: usize) -> CommandResult {
    let mut start = prepared(call, workspace, Effect::OpenSample(sample))?;
    start.model.begin_tour();
    run(start)?;
    DONE
}

/// Returns the console with what is in the workspace.
fn prepared(call: &Call, workspace: Workspace, first: Effect) -> Result<ConsoleStart, Failure> {
    let home = Home { folder: workspace.folder().display().to_string(), samples: samples::titles(), ..Home::default() };
    let (library, unread) = looks::themes(&workspace);
    let wanted = call.wanted_theme(&library)?;
    let (house, wrong_house) = looks::house(&workspace);
    let own = library.themes().iter().map(|known| known.theme.name.clone());
    let names: Vec<String> = std::iter::once(AUTO.to_owned()).chain(own).collect();
    let values = &call.configured().configuration.values;
    let usual = StartSettings::default();
    let theme = values.theme.clone().unwrap_or(usual.theme);
    let start = StartSettings { theme, mouse: values.mouse, stored: workspace.settings() };
    let settings = start.settings();
    let setting = settings.theme.clone();
    let wrong_setting = (!names.contains(&setting)).then(|| {
        format!(
            "No theme is called {setting:?}, so another one is shown; /theme chooses one, adjacent themes lists them"
        )
    });
    let mut model = Model::new(home, settings, names, Timestamp::now());
    model.zone = workspace.zone().clone();
    model.languages = values.languages.clone().unwrap_or_else(languages_of_machine);
    model.commands = model.commands.rebound(&values.keys).0;
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    model.catalogue = catalogue;
    model.first_agendas = first_agendas(call, &model.catalogue)?;
    if let Some(says) = call.configured().told_in_short() {
        model.tell(Tone::Plain, says);
    }
    let wrong_looks = unread.into_iter().chain(looks::wrong_themes(&library)).chain(wrong_house);
    let wrong = left_out.into_iter().chain(wrong_looks).map(|reason| format!("{reason}; adjacent check tells more"));
    if let Some(says) = wrong.chain(wrong_setting).next() {
        model.tell(Tone::Alarm, says);
    }
    let effects = EffectRunner::new(workspace).starting_with(start);
    let themes = ThemeChoice::new(library.into_themes(), looks::background()).instead_of(&setting, wanted);
    let line_by_line = line_by_line(&first);
    let chores = vec![first, Effect::Hub(HubChore::Begin)];
    Ok(ConsoleStart { model, effects, themes, house, depth: looks::depth(), chores, line_by_line })
}

/// The command that does without a screen what the console would begin with.
const fn line_by_line(first: &Effect) -> &'static str {
    match first {
        Effect::Open { read_only: false, .. } => "adjacent open SESSION --plain",
        // Whoever only reads is not asked to write.
        Effect::Open { read_only: true, .. } | Effect::Replay(_) => "adjacent replay SESSION --plain",
        Effect::Assess(_) => "adjacent assess --plain",
        Effect::OpenSample(_) => "adjacent tour --plain",
        _ => "adjacent new TITLE --plain",
    }
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
    ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::SessionId;

    #[test]
    fn without_a_screen_that_command_is_named_which_does_the_same_line_by_line() {
        let open = |read_only| Effect::Open { id: SessionId::default(), read_only };
        assert_eq!(line_by_line(&open(false)), "adjacent open SESSION --plain");
        assert_eq!(line_by_line(&open(true)), "adjacent replay SESSION --plain");
        assert_eq!(line_by_line(&Effect::OpenSample(0)), "adjacent tour --plain");
        assert_eq!(line_by_line(&Effect::List), "adjacent new TITLE --plain");
    }
}
