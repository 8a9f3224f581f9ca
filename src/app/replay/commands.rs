//! Commands of the replay screen.

use super::ask::Ask;
use super::asking::{ask, seek};
use super::chore::ReplayChore;
use super::leap::Leap;
use super::open::{here, read_along};
use super::view::ReplayView;
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::map;
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};
use crate::record::spoken::clock;

const REPLAY: &[Screen] = &[Screen::Replay];

/// Returns a command that runs by a character.
const fn row(
    place: u16,
    name: &'static str,
    bare: char,
    words: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> CommandRow {
    CommandRow::new(place, name, words, REPLAY, run).bare(bare)
}

/// Returns a command that jumps to another moment, with its key.
const fn leap_row(
    place: u16,
    name: &'static str,
    key: KeyPress,
    words: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> CommandRow {
    CommandRow::new(place, name, words, REPLAY, run).key(key)
}

/// The commands of the replay screen.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    row(490, "next-marker", 'n', "the next moment worth stopping at", |model| leap(model, Leap::Marker, true))
        .in_footer("next"),
    row(500, "marker-back", 'N', "the one before", |model| leap(model, Leap::Marker, false)),
    row(510, "next-finding", 'f', "where something shows next for the first time", |model| {
        leap(model, Leap::Finding, true)
    }),
    row(520, "finding-back", 'F', "and the one before", |model| leap(model, Leap::Finding, false)),
    row(530, "play", ' ', "play it, or stop", play).in_footer("play"),
    CommandRow::new(540, "switch-side", "beside it: the map, what showed, plan against actual", REPLAY, switch_side)
        .key(KeyPress::plain(Code::Tab))
        .in_footer("panel"),
    leap_row(550, "event-on", KeyPress::plain(Code::Right), "what was said or done next", |model| {
        leap(model, Leap::Event, true)
    })
    .in_footer("on"),
    leap_row(560, "event-back", KeyPress::plain(Code::Left), "and before", |model| leap(model, Leap::Event, false)),
    leap_row(570, "minute-on", KeyPress::ctrl_with(Code::Right), "a minute on", |model| {
        leap(model, Leap::Minute, true)
    })
    .bare('>'),
    leap_row(580, "minute-back", KeyPress::ctrl_with(Code::Left), "a minute back", |model| {
        leap(model, Leap::Minute, false)
    })
    .bare('<'),
    leap_row(590, "replay-next-step", KeyPress::plain(Code::PageDown), "the next step of the plan", |model| {
        leap(model, Leap::Step, true)
    }),
    leap_row(600, "replay-step-back", KeyPress::plain(Code::PageUp), "the step before", |model| {
        leap(model, Leap::Step, false)
    }),
    leap_row(610, "to-beginning", KeyPress::plain(Code::Home), "the beginning", |model| {
        leap(model, Leap::Limit, false)
    })
    .in_footer("start"),
    leap_row(620, "to-end", KeyPress::plain(Code::End), "the end", |model| leap(model, Leap::Limit, true)),
    row(630, "seek-unit", 'u', "the next line of a team, or about it", |model| seek(model, Ask::Unit)),
    row(640, "another-unit", 'U', "of another team", |model| ask(model, Ask::Unit)),
    row(650, "seek-word", 'w', "where a word is said next", |model| seek(model, Ask::Word)),
    row(660, "another-word", 'W', "another word", |model| ask(model, Ask::Word)),
    row(670, "faster", '+', "play it faster", |model| shift(model, true)),
    row(680, "slower", '-', "play it slower", |model| shift(model, false)),
    row(690, "mark-moment", 'c', "mark this moment; once more: what changed between the two", mark)
        .in_footer("compare"),
    row(710, "what-if", 'b', "what if: go on from this moment in another way", |model| ask(model, Ask::Branch)),
    row(720, "map-then", 'm', "look at the map as it stood", map_then).key(KeyPress::plain(Code::F(3))),
    row(730, "read-along", 'r', "read along where it is written", read_along),
    CommandRow::new(740, "look-back", "look back at this session: replay it", &[Screen::Home, Screen::Run], here)
        .key(KeyPress::alt(Code::Char('l'))),
];

fn play(model: &mut Model) -> Vec<Effect> {
    let now = model.now;
    let Some(view) = &mut model.replay else { return Vec::new() };
    if view.playing.is_some() {
        view.playing = None;
    } else if view.position() == view.end() {
        model.tell(Tone::Plain, "This is the end; Home goes back to the beginning.");
    } else {
        view.playing = Some(now);
    }
    Vec::new()
}

/// Selects a faster or slower speed of playing.
fn shift(model: &mut Model, faster: bool) -> Vec<Effect> {
    if let Some(view) = &mut model.replay {
        view.shift(faster);
    }
    Vec::new()
}

fn switch_side(model: &mut Model) -> Vec<Effect> {
    if let Some(view) = &mut model.replay {
        view.panel = view.panel.next();
    }
    Vec::new()
}

/// Jumps to another moment.
fn leap(model: &mut Model, leap: Leap, forward: bool) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    match view.leap(leap, forward) {
        Some(position) => view.go(position, &model.catalogue),
        None => {
            let says = nothing(view, leap, forward);
            model.tell(Tone::Plain, says);
        }
    }
    Vec::new()
}

fn nothing(view: &ReplayView, leap: Leap, forward: bool) -> String {
    let direction = if forward { "after" } else { "before" };
    match (leap, forward, view.scanned()) {
        (Leap::Marker | Leap::Finding, true, Some(at)) => {
            format!("What shows was looked for as far as {} so far; a moment more.", clock(at))
        }
        (Leap::Marker, true, _) => "Nothing to stop at after this; Home goes to the beginning.".to_owned(),
        (Leap::Marker, ..) => format!("Nothing to stop at {direction} this."),
        (Leap::Finding, true, _) => {
            "Nothing shows for the first time after this; Home goes to the beginning.".to_owned()
        }
        (Leap::Finding, ..) => format!("Nothing shows for the first time {direction} this."),
        (Leap::Step, ..) => format!("No other step was entered {direction} this."),
        (_, true, _) => "This is the end.".to_owned(),
        (_, false, _) => "This is the beginning.".to_owned(),
    }
}

/// Marks the current moment; where one is marked, shows the changes between the two.
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

fn map_then(model: &mut Model) -> Vec<Effect> {
    let Some(view) = &mut model.replay else { return Vec::new() };
    view.playing = None;
    let (graph, at, thing) =
        (view.graph(), view.time(view.position()), view.scene.in_view.as_ref().map(|thing| thing.label.clone()));
    map::open_then(model, graph, thing.as_deref());
    model.tell(Tone::Plain, format!("The map as it stood at {}; Esc goes back.", clock(at)));
    Vec::new()
}
