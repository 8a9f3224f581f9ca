//! Keys and commands on the map screen.

mod change;
mod picture;

use crate::app::command::{Command, bare_command_for};
use crate::app::key::{Code, Key};
use crate::app::map::{Find, View, found};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::graph::{Filter, Key as Thing};

use super::{commands, moved, run};

pub(super) use change::change;

/// The most arrows around a thing that are looked along.
const FARTHEST: usize = 12;

/// So many rows a page moves.
const PAGE: usize = 10;

/// Goes to the map, or back to where it was opened from.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    if model.screen == Screen::Map { back(model) } else { open(model) }
}

/// Shows the map of the open session and all it builds on, or of the workspace.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    model.map.back = model.screen;
    model.screen = Screen::Map;
    let focus = model.run.as_ref().and_then(|run| run.in_view.as_ref()).and_then(|thing| Thing::of(&thing.label));
    if let Some(focus) = focus {
        model.map.look_at(focus);
    }
    refresh(model);
    if model.run.is_none() { vec![Effect::Survey] } else { Vec::new() }
}

/// Shows the map of another moment, at this thing; it is only looked at.
pub(super) fn open_then(model: &mut Model, graph: crate::graph::Graph, thing: Option<&str>) {
    model.map.back = model.screen;
    model.screen = Screen::Map;
    model.map.graph = graph.into();
    if let Some(thing) = thing.and_then(Thing::of) {
        model.map.look_at(thing);
    }
    look(model);
}

fn back(model: &mut Model) -> Vec<Effect> {
    model.screen = model.map.back;
    model.map.find = None;
    model.map.filtering = false;
    Vec::new()
}

/// Looks anew, after more is known; while nobody looks, nothing is worked out.
pub(super) fn refresh(model: &mut Model) {
    if model.screen != Screen::Map || model.map.back == Screen::Replay {
        return;
    }
    if let Some(run) = &model.run {
        model.map.graph = run.recording.ledger().graph(Some(model.now)).into();
    }
    look(model);
}

/// Looks anew, after where or how one looks has changed.
pub(super) fn look(model: &mut Model) {
    if model.screen == Screen::Map {
        model.map.look(model.size.0.saturating_sub(2));
    }
}

/// A key on the map.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if model.map.find.is_some() {
        return find_key(model, key);
    }
    if model.map.filtering {
        return filter_key(model, key);
    }
    if model.map.table.changing.is_some() {
        return change::press(model, key);
    }
    let typing = model.is_typing();
    if !typing && let Some(command) = bare_command_for(Screen::Map, key) {
        return commands::run(model, command);
    }
    if typing && (key.typed().is_some() || !model.entry.is_empty()) && !moves(key) {
        return run::press(model, key);
    }
    match key.code {
        Code::Esc => return put_away(model),
        Code::Enter => go(model),
        Code::Backspace if model.map.look_back() => look(model),
        Code::Backspace => model.tell(Tone::Plain, "This is where you began to look."),
        _ if model.map.view == View::Drawn => picture::press(model, key),
        Code::Left => sideways(model, false),
        Code::Right => sideways(model, true),
        _ => step(model, key),
    }
    Vec::new()
}

/// Whether a key moves in the map even while a line is being typed.
const fn moves(key: Key) -> bool {
    matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown)
}

fn step(model: &mut Model, key: Key) {
    let (cursor, rows) = (model.map.cursor, model.map.rows());
    let last = rows.saturating_sub(1);
    let wanted = match key.code {
        Code::PageDown => (cursor + PAGE).min(last),
        Code::PageUp => cursor.saturating_sub(PAGE),
        Code::Home => 0,
        Code::End => last,
        _ => moved(cursor, rows, key).unwrap_or(cursor),
    };
    model.map.stand_on(wanted, wanted >= cursor);
    if model.map.view == View::Table
        && let Some(key) = model.map.under_cursor()
    {
        // In the table one looks at the thing under the cursor, so that every other view shows it too.
        model.map.centre = Some(key);
    }
}

/// The other column of the neighbours; the next wave of a ripple, or one less.
fn sideways(model: &mut Model, right: bool) {
    let map = &mut model.map;
    match map.view {
        View::Neighbours => {
            map.into = !right;
            map.cursor = map.cursor.min(map.side().len().saturating_sub(1));
        }
        View::Ripple => {
            let waves = map.scene.waves.max(1);
            map.waves = if right { (map.waves + 1).min(waves) } else { map.waves.saturating_sub(1).max(1) };
            look(model);
            let first = model.map.scene.rows.iter().position(|row| row.fresh);
            model.map.cursor = first.unwrap_or(model.map.cursor);
        }
        _ => {}
    }
}

/// Looks at the thing under the cursor.
fn go(model: &mut Model) {
    match model.map.under_cursor() {
        Some(key) if model.map.view == View::Table => {
            model.map.view = View::Neighbours;
            model.map.look_at(key);
        }
        Some(key) => model.map.look_at(key),
        None if model.map.view == View::Paths => return show_find(model),
        None => {}
    }
    model.map.into = false;
    look(model);
}

/// Esc: the filter goes first, then the screen.
fn put_away(model: &mut Model) -> Vec<Effect> {
    if model.map.asked.is_empty() && model.map.filter.is_empty() {
        if model.map.back == Screen::Home {
            // On the first screen letters begin a session: nobody gets there by one key too many.
            model.tell(Tone::Plain, "F3 goes back to the first screen.");
            return Vec::new();
        }
        return back(model);
    }
    model.map.filter.clear();
    ask(model);
    Vec::new()
}

/// A command of the map.
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        // A name that is being typed is completed.
        Command::NextView if model.is_typing() && !model.entry.is_empty() => {
            return run::press(model, Key::plain(Code::Tab));
        }
        Command::View(view) => {
            view_of(model, view);
            if view == View::Paths && model.map.toward.is_none() {
                show_find(model);
            }
        }
        Command::NextView => view_of(model, model.map.view.next(true)),
        Command::ViewBack => view_of(model, model.map.view.next(false)),
        Command::Find => show_find(model),
        Command::Filter => model.map.filtering = true,
        Command::Wider => wider(model, true),
        Command::Narrower => wider(model, false),
        Command::Turn => turn(model),
        Command::Fold => {
            model.map.drawn.fold = model.map.drawn.fold.next();
            view_of(model, View::Drawn);
        }
        Command::Zoom => model.map.drawn.zoom = model.map.drawn.zoom.next(),
        Command::AllArrows => model.map.all_arrows = !model.map.all_arrows,
        Command::Sort => model.map.table.sorted = model.map.table.sorted.next(),
        Command::MarkRow => change::mark(model),
        _ => {}
    }
    look(model);
    Vec::new()
}

/// Looks in another way at the same thing.
fn view_of(model: &mut Model, view: View) {
    model.map.find = None;
    model.map.view = view;
    model.map.cursor = 0;
    if view == View::Drawn {
        model.map.drawn.cursor = model.map.centre.as_ref().map(|key| key.as_str().to_owned());
    }
}

/// The other way round, in the way of the view.
fn turn(model: &mut Model) {
    let map = &mut model.map;
    let turned = match map.view {
        View::Neighbours => &mut map.into,
        View::Ripple => &mut map.less,
        View::Paths => &mut map.backwards,
        View::Trees => &mut map.causes,
        View::Drawn => &mut map.all_arrows,
        View::Table => &mut map.table.reversed,
    };
    *turned = !*turned;
}

fn wider(model: &mut Model, wider: bool) {
    let map = &mut model.map;
    match map.view {
        View::Ripple => map.less = !wider,
        _ => map.steps = if wider { (map.steps + 1).min(FARTHEST) } else { map.steps.saturating_sub(1).max(1) },
    }
}

fn show_find(model: &mut Model) {
    model.map.find = Some(Find::default());
}

fn find_key(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut find) = model.map.find.take() else { return Vec::new() };
    if key.code == Code::Esc {
        return Vec::new();
    }
    let names: Vec<Thing> = found(&model.map.graph, find.entry.text()).iter().map(|thing| thing.key.clone()).collect();
    match (key.code, names.get(find.selected)) {
        (Code::Enter, Some(thing)) if model.map.view == View::Paths => model.map.toward = Some(thing.clone()),
        (Code::Enter, Some(thing)) => {
            model.map.look_at(thing.clone());
            let cursor = thing.as_str().to_owned();
            model.map.drawn.cursor = Some(cursor);
        }
        (Code::Enter, None) => model.tell(Tone::Plain, "No thing named so far is called that."),
        _ => {
            match moved(find.selected, names.len(), key) {
                Some(selected) => find.selected = selected,
                None => {
                    find.entry.press(key);
                    find.selected = 0;
                }
            }
            model.map.find = Some(find);
        }
    }
    look(model);
    Vec::new()
}

fn filter_key(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code {
        Code::Enter => {
            ask(model);
            model.map.filtering = model.map.wrong.is_some();
            if let Some(wrong) = model.map.wrong.clone() {
                model.tell(Tone::Plain, wrong);
            }
        }
        Code::Esc => {
            model.map.filtering = false;
            model.map.filter.clear();
            ask(model);
        }
        _ => {
            model.map.filter.press(key);
            model.map.wrong = model.map.filter.text().parse::<Filter>().err().map(|error| error.to_string());
        }
    }
    Vec::new()
}

/// Reads the filter; one that cannot be read leaves the last one that could.
fn ask(model: &mut Model) {
    match model.map.filter.text().parse() {
        Ok(asked) => {
            model.map.asked = asked;
            model.map.wrong = None;
        }
        Err(error) => model.map.wrong = Some(format!("{error}")),
    }
    look(model);
}

/// Text that was pasted: into what is being typed here.
pub(super) fn paste(model: &mut Model, text: &str) -> bool {
    let written = model.written_on_map().is_some();
    let map = &mut model.map;
    let whole = match &mut map.find {
        Some(find) => find.entry.insert(text),
        None if map.filtering => map.filter.insert(text),
        None if written => return model.entry.insert(text),
        None => true,
    };
    look(model);
    whole
}
