//! What each message does. Keys go to the layer on top first, then to the command table, then to the screen.

mod agenda;
mod assess;
mod commands;
mod confidential;
mod findings;
mod home;
mod layers;
mod leave;
mod map;
mod offers;
mod own_notes;
mod private;
mod questions;
mod record;
mod replaying;
mod round;
mod run;
mod settle;
mod setup;
mod tray;

pub use private::{TIME_ROWS, room_views};
pub use round::{covers_answers, only_counts, waits};

use crate::record::SessionId;
use jiff::Timestamp;

use super::command::{Command, command_for};
use super::home::Begun;
use super::key::{Code, Key};
use super::layer::{Layer, PastedLine};
use super::model::{Model, Screen, Tone};
use super::msg::{Effect, Msg};
use super::replaying::{ReplayChore, ReplayReport};
use super::room::RoomMsg;
use super::run::Run;

/// Lets a message happen and says what the shell has to do about it.
pub fn update(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    model.now = now;
    let waits = match &msg {
        Msg::Key(key) => assess::waits(model, [*key]),
        Msg::Paste(text) => assess::waits(model, text.chars().map(|c| Key::plain(Code::Char(c)))),
        _ => false,
    };
    if waits {
        return Vec::new();
    }
    if matches!(msg, Msg::Opened(_) | Msg::NotOpened { .. } | Msg::Replay(ReplayReport::Opened { .. })) {
        model.opening = false;
    }
    let mut effects = happen(model, msg, now);
    assess::goes(model, &effects);
    if effects.iter().any(opens) {
        if model.opening || model.run.as_ref().is_some_and(Run::is_saving) {
            // What is written goes to the session it was meant for: no other one is opened meanwhile.
            effects.retain(|effect| !opens(effect));
            model.tell(Tone::Plain, BEING_OPENED);
        } else {
            model.opening = true;
        }
    }
    effects
}

/// Told when a session is to be opened while another one is on its way, or is still being written.
const BEING_OPENED: &str = "A moment: something is still being opened or saved.";

/// Whether a chore opens a session, and so closes the one that is open.
const fn opens(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Create(_)
            | Effect::Open { .. }
            | Effect::OpenSample(_)
            | Effect::Replay(ReplayChore::Open { .. } | ReplayChore::Branch { .. })
    )
}

fn happen(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    if let Some(window) = model.run.as_mut().and_then(|run| run.audience.as_mut()) {
        window.update(RoomMsg::Resize(model.size.0, model.size.1), now);
    }
    match msg {
        Msg::Key(key) => press(model, key),
        Msg::Paste(text) => paste(model, &text),
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            map::look(model);
            Vec::new()
        }
        Msg::Tick => {
            settle::tick(model);
            replaying::tick(model);
            Vec::new()
        }
        Msg::Idle => {
            if settle::settle(model) {
                map::refresh(model);
            }
            replaying::idle(model);
            tray::point_out(model);
            findings::due(model)
        }
        Msg::Read(insight) => {
            findings::read(model, *insight);
            Vec::new()
        }
        Msg::Listed(sessions) => {
            let home = &mut model.home;
            home.sessions = Some(sessions);
            home.selected = home.selected.min(home.choices().len().saturating_sub(1));
            // What was said long ago is looked through once the list stands.
            if home.is_first_time() { Vec::new() } else { vec![Effect::Replay(ReplayChore::Remember)] }
        }
        Msg::Surveyed(ledger) => {
            model.map.graph = ledger.graph(Some(now)).into();
            model.map.ledger = *ledger;
            map::look(model);
            tray::refresh(model);
            Vec::new()
        }
        Msg::NamesKept(names) => {
            if let Some(run) = &mut model.run {
                run.recording.names_kept(&names);
            }
            Vec::new()
        }
        Msg::Noted(noted) => {
            tray::noted(model, noted);
            Vec::new()
        }
        Msg::Opened(open) => run::opened(model, *open),
        Msg::NotOpened { reason, readable } => not_opened(model, &reason, readable),
        Msg::Appended(event) => {
            let mut effects = record::appended(model, &event);
            confidential::told(model, &event);
            effects.extend(replaying::grown(model, vec![event]));
            tray::refresh(model);
            effects
        }
        Msg::NotSaved(reason) => {
            let effects = record::not_saved(model, &reason);
            tray::refresh(model);
            effects
        }
        Msg::OwnNoteKept(kept) => own_notes::kept(model, kept),
        Msg::OwnNoteNotKept(reason) => {
            own_notes::not_kept(model, &reason);
            Vec::new()
        }
        Msg::HiddenKept(hidden) => round::kept(model, hidden),
        Msg::HiddenNotKept(reason) => {
            round::not_kept(model, &reason);
            Vec::new()
        }
        Msg::SettingsKept(settings) => {
            private::settings_kept(model, &settings);
            Vec::new()
        }
        Msg::SettingsNotKept(reason) => {
            private::settings_not_kept(model, &reason);
            Vec::new()
        }
        Msg::Told(says) => {
            model.tell(Tone::Good, says);
            Vec::new()
        }
        Msg::Followed(events) => {
            let mut effects = record::followed(model, events.clone());
            effects.extend(replaying::grown(model, events));
            effects
        }
        Msg::Assess(report) => assess::reported(model, report),
        Msg::Replay(report) => replaying::reported(model, report),
        Msg::Failed(reason) => {
            model.tell(Tone::Alarm, reason);
            Vec::new()
        }
    }
}

fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.notice = None;
    // The curtain falls whatever lies over the screen, and what is covered there can be looked at and covered again.
    match command_for(Screen::Run, key) {
        Some(Command::Curtain) => return private::curtain(model),
        Some(Command::Panel) if model.layer.is_some() && model.settings.one_window => {
            commands::switch_panel(model);
            return Vec::new();
        }
        _ => {}
    }
    if model.layer.is_some() {
        return layers::press(model, key);
    }
    if key == Key::ctrl('c') {
        let says = model.not_on_disk().into_iter().next();
        let says = says.unwrap_or_else(|| "Everything said is on disk.".to_owned());
        model.tell(Tone::Plain, format!("Ctrl-Q leaves. {says}"));
        return Vec::new();
    }
    if replaying::is_asking(model)
        && let Some(effects) = replaying::asked(model, key)
    {
        return effects;
    }
    if let Some(command) = command_for(model.screen, key) {
        return commands::run(model, command);
    }
    match model.screen {
        Screen::Run if round::is_on(model) => round::press(model, key),
        Screen::Home => home::press(model, key),
        Screen::Run => run::press(model, key),
        Screen::Map => map::press(model, key),
        Screen::Assess => assess::press(model, key),
        Screen::Replay => replaying::press(model, key),
    }
}

/// The lines of a paste that hold something.
fn pasted_lines(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\r']).map(|line| crate::record::text::clean(line).trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.notice = None;
    if let Some(layer) = &mut model.layer {
        return match layer {
            Layer::Setup(_) => setup::paste(model, text),
            Layer::Search(search) => {
                search.entry.insert(&pasted_lines(text).join(" "));
                Vec::new()
            }
            Layer::Pasted(lines) => {
                lines.extend(pasted_lines(text).into_iter().map(PastedLine::new));
                Vec::new()
            }
            _ => {
                model.tell(Tone::Plain, "Nothing was pasted: Esc puts this box away, then paste again.");
                Vec::new()
            }
        };
    }
    let mut lines = pasted_lines(text);
    if round::is_on(model) {
        return round::paste(model, &lines);
    }
    if model.screen == Screen::Assess {
        assess::paste(model, &lines);
        return Vec::new();
    }
    if model.screen == Screen::Replay {
        replaying::paste(model, &lines.join(" "));
        return Vec::new();
    }
    match (lines.len(), model.screen) {
        (0, _) => Vec::new(),
        (1, _) => {
            let line = lines.remove(0);
            insert(model, &line);
            Vec::new()
        }
        (_, Screen::Run) => {
            model.layer = Some(Layer::Pasted(lines.into_iter().map(PastedLine::new).collect()));
            Vec::new()
        }
        _ => {
            model.tell(Tone::Plain, "Open a session first; then several lines can be pasted at once.");
            Vec::new()
        }
    }
}

fn insert(model: &mut Model, text: &str) {
    if model.screen == Screen::Run {
        record::set_aside(model);
    }
    let whole = match model.screen {
        Screen::Map => map::paste(model, text),
        _ => model.entry.insert(text),
    };
    if !whole {
        model.tell(Tone::Alarm, "That is longer than one line holds; only its beginning was taken.");
    }
    record::forget_dropped(model);
    settle::unsettle(model);
}

fn not_opened(model: &mut Model, reason: &str, readable: Option<SessionId>) -> Vec<Effect> {
    match readable {
        Some(id) => {
            let who = reason.split(';').next().unwrap_or(reason);
            model.tell(Tone::Plain, format!("{who}; you are reading along."));
            vec![Effect::Open { id, read_only: true }]
        }
        None => {
            model.tell(Tone::Alarm, reason);
            // What was typed to begin a session is not lost with it.
            match model.begun.take() {
                Some(Begun::Line(line)) => model.entry.insert_before(&line),
                Some(Begun::Setup(setup)) => model.layer = Some(Layer::Setup(setup)),
                None => {}
            }
            Vec::new()
        }
    }
}

/// Where the cursor of a list stands after a key, if that key moves it.
fn moved(selected: usize, rows: usize, key: Key) -> Option<usize> {
    let down = steps_down(key)?;
    Some(if down { (selected + 1).min(rows.saturating_sub(1)) } else { selected.saturating_sub(1) })
}

/// Whether a key moves a cursor in a list, and which way down is.
const fn steps_down(key: Key) -> Option<bool> {
    match key.code {
        Code::Down => Some(true),
        Code::Up => Some(false),
        _ => None,
    }
}
