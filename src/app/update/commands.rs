use crate::app::assess::Whose;
use crate::app::command::Command;
use crate::app::layer::{Layer, Palette, Setup};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::recording::Recording;
use crate::app::run::{Panel, Run, Todo};
use crate::exercise::AgendaStop;
use crate::record::{Fact, SeatTag, own_note};

use super::settle::unsettle;
use super::{agenda, assess, confidential, findings, leave, map, private, questions, record, replaying, round, tray};

/// Does what a command says.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if round::keeps_from(model, command) {
        return Vec::new();
    }
    match command {
        Command::Change | Command::Tray if model.screen == Screen::Map && model.map.back == Screen::Replay => {
            model.tell(Tone::Plain, "This map is of the past; nothing is changed in it.");
        }
        Command::Help => show(model, Layer::Help { scroll: 0 }),
        Command::Palette => show(model, Layer::Palette(Palette::default())),
        Command::NextStep => return step(model, true),
        Command::StepBack => return step(model, false),
        Command::Agenda => agenda::show(model),
        Command::NextSubject => return private::subject(model, true),
        Command::SubjectBack => return private::subject(model, false),
        Command::Time => show(model, Layer::Time { selected: 0 }),
        Command::Unnamed => return round::unnamed(model),
        Command::RoomViews => show(model, Layer::RoomViews { selected: 0 }),
        Command::Curtain => return private::curtain(model),
        Command::OneWindow => return private::one_window(model),
        Command::ShownFrom => return shown_from(model),
        Command::Strike => show_strike(model),
        Command::Ask => questions::show(model),
        Command::Tray => super::tray::show(model),
        Command::Findings => findings::show(model),
        Command::Minutes => return minutes(model),
        Command::CopyMessage => return copy_message(model),
        Command::Speaker => show(model, Layer::Speakers { last_line: false, selected: 0 }),
        Command::LastSpeaker | Command::TakeOffer if last_line_is_on_its_way(model) => {}
        Command::LastSpeaker => show(model, Layer::Speakers { last_line: true, selected: 0 }),
        Command::Undo => return undo(model),
        Command::Redo => return redo(model),
        Command::FixLast => fix_last(model),
        Command::SetKind => show_kinds(model),
        Command::TakeOffer => return super::offers::take(model),
        Command::Park => return park(model),
        Command::Setup => show_setup(model),
        Command::Panel => switch_panel(model),
        Command::Map => return map::toggle(model),
        Command::Change => return map::change(model),
        Command::View(_)
        | Command::NextView
        | Command::ViewBack
        | Command::Find
        | Command::Filter
        | Command::Wider
        | Command::Narrower
        | Command::Turn
        | Command::Fold
        | Command::Zoom
        | Command::AllArrows
        | Command::Sort
        | Command::MarkRow => return map::run(model, command),
        Command::LookBack => return replaying::here(model),
        Command::ReadAlong => return replaying::read_along(model),
        Command::Search => replaying::show_search(model),
        Command::Leap(..)
        | Command::SeekUnit
        | Command::SeekWord
        | Command::AnotherUnit
        | Command::AnotherWord
        | Command::Play
        | Command::Faster
        | Command::Slower
        | Command::SwitchSide
        | Command::MarkMoment
        | Command::WhatIf
        | Command::MapThen => return replaying::run(model, command),
        Command::Assess => return assess::open(Whose::Own),
        Command::Private => return confidential::switch(model),
        Command::Card => return switch_card(model),
        Command::PauseClock => return pause(model),
        Command::MoreTime => return record::queue(model, [Todo::Act(vec![Fact::TimeAdded { seconds: 60 }])]),
        Command::Theme => return next_theme(model),
        Command::EndSession => show(model, Layer::End),
        Command::Home if model.screen == Screen::Assess => return assess::home(model),
        Command::Home => return leave::home(model),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Leave => {
            show(model, Layer::Leave);
            return assess::stash(model);
        }
    }
    Vec::new()
}

fn show(model: &mut Model, layer: Layer) {
    model.layer = Some(layer);
}

fn step(model: &mut Model, forward: bool) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.coach = None;
    let agenda = run.recording.agenda();
    let here = run.recording.stop();
    let stop = if forward { agenda.after(here) } else { agenda.before(here) };
    match stop.cloned() {
        Some(stop) => enter(model, &stop),
        None => {
            let says = if forward {
                "That was the last step; “end this session” is in Ctrl-P."
            } else {
                "This is the first step."
            };
            model.tell(Tone::Plain, says);
            record_prompt(model);
            Vec::new()
        }
    }
}

fn record_prompt(model: &mut Model) {
    if let Some(run) = &mut model.run {
        run.refresh(&model.catalogue);
    }
}

/// Goes to a stop of the agenda.
pub(super) fn enter(model: &mut Model, stop: &AgendaStop) -> Vec<Effect> {
    record::queue(model, [Todo::Act(vec![Recording::entering(stop)])])
}

/// The newcomer's three lines are done: on to the exercise, where they left off.
pub(super) fn leave_coach(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    run.coach = None;
    let third = run.recording.agenda().stops().get(2).cloned();
    third.map_or_else(Vec::new, |stop| enter(model, &stop))
}

fn show_strike(model: &mut Model) {
    if model.run.as_ref().is_some_and(|run| run.writable && !run.captured.is_empty()) {
        show(model, Layer::Strike { selected: 0, sure: false });
    } else {
        model.tell(Tone::Plain, "There is no line here whose text could be removed.");
    }
}

fn shown_from(model: &mut Model) -> Vec<Effect> {
    private::keep_settings(model, |settings| {
        settings.shown_from = if settings.shown_from >= 5 { 3 } else { settings.shown_from + 1 };
    })
}

fn minutes(model: &Model) -> Vec<Effect> {
    let minutes = model.run.as_ref().map(|run| run.recording.minutes(&model.catalogue));
    minutes.map(Effect::KeepMinutes).into_iter().collect()
}

fn copy_message(model: &mut Model) -> Vec<Effect> {
    match model.run.as_ref().and_then(|run| run.asked.message.clone()) {
        Some(message) => vec![Effect::Copy(message)],
        None => {
            model.tell(Tone::Plain, "This step makes no message to copy.");
            Vec::new()
        }
    }
}

fn undo(model: &mut Model) -> Vec<Effect> {
    if model.run.is_none() {
        return tray::take_back_at_desk(model);
    }
    take_back(model, Todo::Undo)
}

fn redo(model: &mut Model) -> Vec<Effect> {
    take_back(model, Todo::Redo)
}

fn take_back(model: &mut Model, todo: Todo) -> Vec<Effect> {
    let session = model.run.as_ref().filter(|run| !run.is_saving()).map(|run| run.recording.session());
    let none = session.and_then(|session| match todo {
        Todo::Undo if session.undo_target().is_none() => Some("There is nothing left to take back."),
        Todo::Redo if session.redo_target().is_none() => Some("There is nothing to bring back."),
        _ => None,
    });
    if let Some(none) = none {
        model.tell(Tone::Plain, none);
        return Vec::new();
    }
    record::queue(model, [todo])
}

/// Whether the last line is not on disk yet, so that nothing is done about it; says so.
pub(super) fn last_line_is_on_its_way(model: &mut Model) -> bool {
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    if saving {
        model.tell(Tone::Plain, "The last line is still being saved; a moment.");
    }
    saving
}

/// Whether something is typed that another text would take the place of; says so.
pub(super) fn is_typed_over(model: &mut Model) -> bool {
    let typed = !model.entry.is_empty();
    if typed {
        model.tell(Tone::Plain, "A line is still typed: Enter reads it, Ctrl-U drops it.");
    }
    typed
}

/// Puts the last line back into the entry line; Enter replaces it, Esc leaves it as it was.
pub(super) fn fix_last(model: &mut Model) {
    if is_typed_over(model) || last_line_is_on_its_way(model) {
        return;
    }
    let Some(run) = &mut model.run else { return };
    let Some(last) = run.last_line() else {
        model.tell(Tone::Plain, "There is no line to fix yet.");
        return;
    };
    let said = last.said.clone().unwrap_or_default();
    let typed = |tag: &SeatTag| run.recording.names().typed_for(tag).to_owned();
    let line = last.speaker.as_ref().map(typed).map_or_else(|| said.clone(), |tag| format!("{tag}> {said}"));
    run.fixing = Some(last.seq);
    model.entry.set(&line);
    model.tell(Tone::Plain, "Fixing the last line: Enter replaces it, Esc leaves it as it was.");
    unsettle(model);
}

fn show_kinds(model: &mut Model) {
    let things = model.run.as_ref().map(|run| run.just_named.clone()).unwrap_or_default();
    if things.is_empty() {
        model.tell(Tone::Plain, "Name a thing first; then this says what sort of thing it is.");
    } else {
        let selected = things.iter().position(|(_, kind)| *kind == crate::record::Kind::Unknown).unwrap_or(0);
        show(model, Layer::Kinds { things, selected });
    }
}

fn park(model: &mut Model) -> Vec<Effect> {
    if super::run::is_covered(model) {
        return Vec::new();
    }
    let text = model.entry.text().trim().to_owned();
    if text.is_empty() {
        model.entry.set("park ");
        unsettle(model);
        return Vec::new();
    }
    if own_note(&text).is_none() {
        model.entry.set(&format!("park {text}"));
    }
    super::run::submit(model)
}

fn show_setup(model: &mut Model) {
    let Some(run) = &model.run else { return };
    if !run.writable {
        model.tell(
            Tone::Plain,
            "You are reading along: title, people and plan are changed where the session is written.",
        );
        return;
    }
    let session = run.recording.session();
    let mut setup = Setup { title: session.title().to_owned(), agenda: session.agenda().to_vec(), ..Setup::default() };
    setup.entry.set(session.title());
    show(model, Layer::Setup(setup));
}

pub(super) fn switch_panel(model: &mut Model) {
    if model.settings.one_window {
        model.glance = !model.glance;
    }
    if let Some(run) = &mut model.run {
        let script = model.settings.one_window || run.panel == Panel::Adjacent;
        run.panel = if script { Panel::Script } else { Panel::Adjacent };
    }
}

fn switch_card(model: &mut Model) -> Vec<Effect> {
    let shown = model.shows_card();
    model.settings.card = !shown;
    if let Some(run) = &mut model.run {
        run.card_called = !shown;
    }
    private::keep_settings(model, |settings| settings.card = !shown)
}

pub(super) fn pause(model: &mut Model) -> Vec<Effect> {
    let running = model.run.as_ref().is_none_or(|run| run.recording.session().clock(0).running);
    let fact = if running { Fact::ClockPaused } else { Fact::ClockRan };
    record::queue(model, [Todo::Act(vec![fact])])
}

fn next_theme(model: &mut Model) -> Vec<Effect> {
    let at = model.themes.iter().position(|theme| *theme == model.settings.theme).map_or(0, |at| at + 1);
    let Some(theme) = model.themes.get(at % model.themes.len().max(1)) else { return Vec::new() };
    let theme = theme.clone();
    model.settings.theme.clone_from(&theme);
    model.tell(Tone::Plain, format!("The theme is {theme}."));
    private::keep_settings(model, |settings| settings.theme = theme)
}

/// Alt and a digit: who speaks from now on, in seat order; 0 is nobody.
pub(super) fn seat(model: &mut Model, digit: char) {
    let Some(run) = &mut model.run else { return };
    let number = digit.to_digit(10).unwrap_or(0) as usize;
    set_speaker(run, number);
}

/// Says who speaks from now on; seat 0 is nobody.
pub(super) fn set_speaker(run: &mut Run, seat: usize) {
    run.speaker = run.recording.session().in_seat(seat).map(|person| person.tag.clone());
}
