use jiff::Timestamp;

use super::{keys, opening, paste, saved};
use crate::app::effect::Effect;
use crate::app::importing::ImportReport;
use crate::app::key::{Code, KeyPress};
use crate::app::live_picture::PictureScreen;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::room::RoomMsg;
use crate::app::screen::Tone;
use crate::app::{
    agenda, errands, findings, home, hub, importing, map, mirror, offers, phones, pointer, replay, room, run, settings,
    surveys, tables, tour, tray,
};

/// Applies a message to the model, and returns the effects that the shell has to carry out.
pub fn update(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    model.now = now;
    let waits = match &msg {
        Msg::Key(key) => mirror::waits(model, [*key]),
        Msg::Paste(text) => mirror::waits(model, text.chars().map(|c| KeyPress::plain(Code::Char(c)))),
        _ => false,
    };
    if waits {
        return Vec::new();
    }
    opening::ends(model, &msg);
    let mut effects = happen(model, msg);
    mirror::goes(model, &effects);
    opening::begins(model, &mut effects);
    effects.extend(phones::due(model));
    effects.extend(map::layout_due(model));
    effects.extend(map::reading_due(model));
    tour::look(model, &effects);
    effects
}

fn happen(model: &mut Model, msg: Msg) -> Vec<Effect> {
    if let Some(window) = model.run.as_mut().and_then(|run| run.room.audience.as_mut()) {
        window.update(RoomMsg::Resize(model.size.0, model.size.1), model.now);
    }
    let mut effects = Vec::new();
    match msg {
        Msg::Key(key) => effects = keys::press(model, key),
        Msg::Paste(text) => effects = paste::paste(model, &text),
        Msg::Pointed(pointer) => {
            let acts = pointer::pointed(model, pointer);
            effects = acts.effects;
            effects.extend(acts.keys.into_iter().flat_map(|key| keys::press(model, key)));
        }
        Msg::Resize(columns, rows) => {
            model.size = (columns, rows);
            map::look(model);
        }
        Msg::Tick => {
            run::tick(model);
            phones::wake(model);
            replay::tick(model);
            effects = tables::tick(model);
        }
        Msg::Idle => {
            if run::settle(model) {
                map::refresh(model);
            }
            offers::look(model);
            replay::idle(model);
            effects = findings::due(model);
            effects.extend(tray::due(model));
        }
        Msg::Read(insight) => findings::read(model, *insight),
        Msg::NamesCompared(names) => tray::compared(model, *names),
        Msg::LaidOut(finished) => match finished.screen {
            PictureScreen::Map => map::laid_out(model, *finished),
            PictureScreen::Room => {}
        },
        Msg::WholeRead(reading) => map::whole_read(model, *reading),
        Msg::WorkedOut(worked) => room::worked(model, worked),
        Msg::Listed(sessions) => effects = home::listed(model, sessions),
        Msg::ListedRemoved(removed) => home::listed_removed(model, removed),
        Msg::Surveyed(ledger) => {
            map::surveyed(model, *ledger);
            tray::surveyed(model);
            effects = findings::surveyed(model);
        }
        Msg::Noted(noted) => tray::noted(model, noted),
        Msg::Opened(open) => {
            effects = run::opened(model, *open);
            effects.extend(tables::opened(model));
        }
        Msg::NotOpened(reason) => opening::not_opened(model, &reason),
        Msg::Held { id, by } => effects = opening::held(model, id, &by),
        Msg::Followed(events) => {
            run::followed(model, events.clone());
            effects = replay::grown(model, events);
        }
        Msg::Wrote { path, says } => errands::open_written::wrote(model, path, says),
        Msg::Told(says) => model.tell(Tone::Good, says),
        Msg::Failed(reason) => model.tell(Tone::Alarm, reason),
        Msg::Assess(report) => {
            let (reported, ahead) = mirror::reported(model, report);
            effects = reported;
            effects.extend(ahead.into_iter().flat_map(|key| update(model, Msg::Key(key), model.now)));
        }
        Msg::Errand(report) => errands::reported(model, report),
        Msg::Import(ImportReport::Found { typed, is_there }) => effects = home::looked_for(model, &typed, is_there),
        Msg::Import(report) => effects = importing::reported(model, report),
        Msg::Agenda(report) => effects = agenda::reported(model, report),
        Msg::Surveys(report) => effects = surveys::reported(model, report),
        Msg::Phones(report) => effects = phones::reported(model, report),
        Msg::Tables(report) => tables::reported(model, report),
        Msg::Hub(report) => effects = hub::reported(model, report),
        Msg::Replay(report) => effects = replay::reported(model, report),
        Msg::Appended(event) => effects = saved::event(model, event),
        Msg::NotSaved(reason) => saved::not_event(model, &reason),
        Msg::NamesSaved(names) => saved::names(model, &names),
        Msg::OwnNoteSaved(notes) => effects = saved::own_notes(model, notes),
        Msg::OwnNoteNotSaved(reason) => saved::not_own_notes(model, &reason),
        Msg::HiddenSaved(hidden) => effects = saved::answers(model, hidden),
        Msg::HiddenNotSaved(reason) => saved::not_answers(model, &reason),
        Msg::SettingsSaved(saved) => settings::saved(model, &saved),
        Msg::SettingsNotSaved(reason) => settings::not_saved(model, &reason),
    }
    effects.extend(room::due(model));
    effects
}
