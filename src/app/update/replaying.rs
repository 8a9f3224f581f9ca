//! The replay screen: its keys, and what comes back from work done beside it.

mod ask;
mod open;
mod search;

pub(super) use ask::{is_asking, paste, press as asked};
pub(super) use open::{from_home, here, opened, read_along};
pub(super) use search::{found, press as search_key, show as show_search};

use crate::app::command::{Command, bare_command_for};
use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::replaying::{Ask, Changes, Leap, ReplayChore, ReplayReport, ReplayView};
use crate::record::Event;
use crate::record::spoken::clock;

use super::{commands, leave, map, moved};

/// A key on the replay screen that is in no list by itself.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(command) = bare_command_for(Screen::Replay, key) {
        return commands::run(model, command);
    }
    if key.code == Code::Esc {
        return put_away(model);
    }
    Vec::new()
}

/// Esc: a marked moment goes first, then the screen.
fn put_away(model: &mut Model) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return leave::home(model) };
    if view.marked.take().is_some() {
        return Vec::new();
    }
    if view.back == Screen::Run {
        model.replay = None;
        model.screen = Screen::Run;
        return Vec::new();
    }
    leave::home(model)
}

/// A command of the replay screen.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    let now = model.now;
    let Some(view) = &mut model.replay else { return Vec::new() };
    match command {
        Command::Leap(to, forward) => leap(model, to, forward),
        Command::SeekUnit => ask::seek(model, Ask::Unit),
        Command::SeekWord => ask::seek(model, Ask::Word),
        Command::AnotherUnit => ask::ask(model, Ask::Unit),
        Command::AnotherWord => ask::ask(model, Ask::Word),
        Command::Play if view.playing.is_some() => view.playing = None,
        Command::Play if view.position() == view.end() => {
            model.tell(Tone::Plain, "This is the end; Home goes back to the beginning.");
        }
        Command::Play => view.playing = Some(now),
        Command::Faster => view.shift(true),
        Command::Slower => view.shift(false),
        Command::SwitchSide => view.panel = view.panel.next(),
        Command::MarkMoment => return mark(model),
        Command::WhatIf => ask::ask(model, Ask::Branch),
        Command::MapThen => map_then(model),
        _ => {}
    }
    Vec::new()
}

fn leap(model: &mut Model, leap: Leap, forward: bool) {
    let Some(view) = &mut model.replay else { return };
    match view.leap(leap, forward) {
        Some(position) => view.go(position, &model.catalogue),
        None => {
            let says = nothing(view, leap, forward);
            model.tell(Tone::Plain, says);
        }
    }
}

fn nothing(view: &ReplayView, leap: Leap, forward: bool) -> String {
    let way = if forward { "after" } else { "before" };
    match (leap, forward, view.scanned()) {
        (Leap::Marker | Leap::Finding, true, Some(at)) => {
            format!("What shows was looked for as far as {} so far; a moment more.", clock(at))
        }
        (Leap::Marker, true, _) => "Nothing to stop at after this; Home goes to the beginning.".to_owned(),
        (Leap::Marker, ..) => format!("Nothing to stop at {way} this."),
        (Leap::Finding, true, _) => {
            "Nothing shows for the first time after this; Home goes to the beginning.".to_owned()
        }
        (Leap::Finding, ..) => format!("Nothing shows for the first time {way} this."),
        (Leap::Step, ..) => format!("No other step was entered {way} this."),
        (_, true, _) => "This is the end.".to_owned(),
        (_, false, _) => "This is the beginning.".to_owned(),
    }
}

/// Marks the moment; the second time, says what changed between the two.
fn mark(model: &mut Model) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    match view.marked {
        None => {
            view.marked = Some(view.position());
            let says = format!("Marked {}. Go somewhere else; c says what changed.", clock(view.time(view.position())));
            model.tell(Tone::Plain, says);
            Vec::new()
        }
        Some(marked) if marked == view.position() => {
            view.marked = None;
            model.tell(Tone::Plain, "No longer marked.");
            Vec::new()
        }
        Some(_) => {
            view.compare().map(|order| Effect::Replay(ReplayChore::Compare(Box::new(order)))).into_iter().collect()
        }
    }
}

fn map_then(model: &mut Model) {
    let Some(view) = &mut model.replay else { return };
    view.playing = None;
    let (graph, at, thing) =
        (view.graph(), view.time(view.position()), view.scene.in_view.as_ref().map(|thing| thing.label.clone()));
    map::open_then(model, graph, thing.as_deref());
    model.tell(Tone::Plain, format!("The map as it stood at {}; Esc goes back.", clock(at)));
}

/// Time has passed.
pub(super) fn tick(model: &mut Model) {
    let now = model.now;
    if let Some(view) = model.replay.as_mut().filter(|_| model.screen == Screen::Replay && model.layer.is_none()) {
        view.play(now, &model.catalogue);
    }
}

/// Nothing else waits: what later looks rest on is worked out, a piece at a time.
pub(super) fn idle(model: &mut Model) {
    if let Some(view) = model.replay.as_mut().filter(|view| view.is_unprepared()) {
        view.prepare();
    }
}

/// What was recorded since, here or by somebody else.
pub(super) fn grown(model: &mut Model, events: Vec<Event>) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    view.grow(events, &model.catalogue);
    scan(view)
}

/// Has what shows looked for, as far as it is not known.
fn scan(view: &mut ReplayView) -> Vec<Effect> {
    view.order().map(|order| Effect::Replay(ReplayChore::Scan(Box::new(order)))).into_iter().collect()
}

/// What came of a chore.
pub(super) fn reported(model: &mut Model, report: ReplayReport) -> Vec<Effect> {
    match report {
        ReplayReport::Opened { open, at } => return opened(model, *open, at),
        ReplayReport::Scanned(scanned) => {
            if let Some(view) = &mut model.replay {
                view.scanned_through(*scanned);
                return scan(view);
            }
        }
        ReplayReport::Compared(changes) if model.screen == Screen::Replay && model.layer.is_none() => {
            model.layer = Some(Layer::Changes(changes));
        }
        ReplayReport::Compared(_) => {}
        ReplayReport::Found { words, hits } => found(model, &words, hits),
        ReplayReport::Remembers(lines) => model.home.memory = lines,
    }
    Vec::new()
}

/// A key while it is read what changed.
pub(super) fn changes_key(model: &mut Model, changes: Changes, key: Key) {
    let scroll = match (moved(changes.scroll.into(), usize::MAX, key), key.code) {
        (Some(scroll), _) => u16::try_from(scroll).unwrap_or(u16::MAX),
        (None, Code::PageDown) => changes.scroll.saturating_add(10),
        (None, Code::PageUp) => changes.scroll.saturating_sub(10),
        _ => {
            model.layer = None;
            return;
        }
    };
    let lines: usize = changes.sections.iter().map(|(_, says)| says.len() + 1).sum();
    let last = u16::try_from(lines.saturating_sub(1)).unwrap_or(u16::MAX);
    model.layer = Some(Layer::Changes(Changes { scroll: scroll.min(last), ..changes }));
}
