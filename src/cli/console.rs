use std::io::{self, IsTerminal};

use jiff::Timestamp;

use super::Call;
use super::failure::{Failure, Outcome};
use super::plain::Plain;
use super::streams::Printed;
use super::{DONE, summary};
use crate::app::{Effect, Home, Model, NewSession, Recording, Tone};
use crate::exercise::Agenda;
use crate::record::text::clean;
use crate::record::{Fact, Mode, Names, SessionKind};
use crate::shell::{EffectRunner, Start, open_sessions, run};
use crate::store::{Workspace, samples};
use crate::theme::{Depth, shipped};

/// Opens the console at home; without a terminal, sums up the sample.
pub(super) fn home(call: &Call) -> Outcome {
    if !call.is_terminal() || !io::stdin().is_terminal() {
        return summary::run(call);
    }
    console(call.workspace()?, Effect::List)
}

/// What sort of session is asked for.
pub(super) const fn kind(solo: bool, rehearsal: bool) -> SessionKind {
    match (solo, rehearsal) {
        (true, _) => SessionKind::Solo,
        (false, true) => SessionKind::Rehearsal,
        (false, false) => SessionKind::Workshop,
    }
}

/// A session to be started.
pub(super) struct New<'a> {
    pub(super) title: &'a str,
    pub(super) kind: SessionKind,
    pub(super) private: bool,
}

/// Starts a session, in the console or line by line.
pub(super) fn new(call: &Call, new: &New<'_>, agenda: Option<&str>, plain: bool) -> Outcome {
    let workspace = call.workspace()?;
    let catalogue = call.catalogue()?;
    let New { title, ref kind, private } = *new;
    let mode = if *kind == SessionKind::Solo { Mode::Solo } else { Mode::Live };
    let agenda = Agenda::parse(agenda.unwrap_or("next"), &catalogue, mode).map_err(Failure::usage)?;
    let opening = vec![Fact::Opened { mode, facilitator: None, agenda, people: Vec::new() }];
    let (title, kind) = (clean(title).into_owned(), kind.clone());
    let new = NewSession { title, kind, private, names: Names::default(), opening };
    if !plain {
        return console(workspace, Effect::Create(new));
    }
    let (file, open) = open_sessions::create(&workspace, &new, Timestamp::now())?;
    call.tell_unread()?;
    walk(Plain::new(Recording::new(open, &catalogue), (file, workspace), &catalogue, call.out()))
}

/// Goes on with a session, in the console or line by line; or only reads it.
pub(super) fn open(call: &Call, session: &str, plain: bool, read: bool) -> Outcome {
    let workspace = call.workspace()?;
    let id = workspace.find(session)?;
    if !plain {
        return console(workspace, Effect::Open { id, read_only: read });
    }
    let catalogue = call.catalogue()?;
    let (file, open) = open_sessions::open(&workspace, &id)?;
    let stray = open.stray.is_some();
    let mut recording = Recording::new(open, &catalogue);
    let resumes = recording.take_up_again();
    call.tell_unread()?;
    walk(Plain::new(recording, (file, workspace), &catalogue, call.out()).taken_up_again(resumes, stray))
}

fn walk(plain: Plain<'_, Printed<'_>>) -> Outcome {
    if plain.run(io::stdin().lock())? { DONE } else { Ok(3) }
}

/// Runs the console, beginning with this chore.
pub(super) fn console(workspace: Workspace, first: Effect) -> Outcome {
    let home = Home { folder: workspace.folder().display().to_string(), samples: samples::titles(), ..Home::default() };
    let themes = shipped::themes();
    let names = themes.iter().map(|theme| theme.name.clone()).collect();
    let stored = workspace.settings();
    let settings = crate::shell::settings_of(stored);
    let mut model = Model::new(home, settings, names, Timestamp::now());
    model.zone = workspace.zone().clone();
    let (catalogue, left_out) = open_sessions::catalogue(&workspace);
    model.catalogue = catalogue;
    if let Some(reason) = left_out.first() {
        model.tell(Tone::Alarm, format!("{reason}; adjacent check tells more"));
    }
    let effects = EffectRunner::new(workspace);
    run(Start { model, effects, themes, depth: depth(), chores: vec![first] })?;
    DONE
}

/// How many colours the terminal shows; none where somebody asked for none.
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
