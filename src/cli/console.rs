//! Runs the console on the terminal.

use jiff::Timestamp;

use super::failure::{CommandResult, DONE};
use crate::app::hub::HubChore;
use crate::app::{Effect, Home, Model, Tone, languages_of_locale};
use crate::shell::{ConsoleStart, EffectRunner, open_sessions, run, settings_of};
use crate::store::{Workspace, samples};
use crate::theme::{Depth, shipped};

/// Runs the console; the effect `first` is performed first.
pub(super) fn console(workspace: Workspace, first: Effect) -> CommandResult {
    run(prepared(workspace, first))?;
    DONE
}

/// Runs the console on a tour of a sample, in a workspace made for it.
pub(super) fn console_on_tour(workspace: Workspace, sample: usize) -> CommandResult {
    let mut start = prepared(workspace, Effect::OpenSample(sample));
    start.model.begin_tour();
    run(start)?;
    DONE
}

/// Returns the console with what is in the workspace.
fn prepared(workspace: Workspace, first: Effect) -> ConsoleStart {
    let home = Home { folder: workspace.folder().display().to_string(), samples: samples::titles(), ..Home::default() };
    let themes = shipped::themes();
    let names = themes.iter().map(|theme| theme.name.clone()).collect();
    let stored = workspace.settings();
    let settings = settings_of(stored);
    let mut model = Model::new(home, settings, names, Timestamp::now());
    model.zone = workspace.zone().clone();
    model.languages = languages_of_locale(&locale());
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    model.catalogue = catalogue;
    if let Some(reason) = left_out.first() {
        model.tell(Tone::Alarm, format!("{reason}; adjacent check tells more"));
    }
    let effects = EffectRunner::new(workspace);
    ConsoleStart { model, effects, themes, depth: depth(), chores: vec![first, Effect::Hub(HubChore::Begin)] }
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
