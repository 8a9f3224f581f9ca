//! Commands of the map screen.

use super::finding::show_find;
use super::open::look;
use super::{View, changing, picture};
use crate::app::effect::Effect;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{CommandRow, Model};
use crate::app::run;
use crate::app::screen::{Screen, Tone};

/// Returns a command of the map screen.
const fn row(
    place: u16,
    name: &'static str,
    bare: char,
    words: &'static str,
    run: fn(&mut Model) -> Vec<Effect>,
) -> CommandRow {
    CommandRow::new(place, name, words, &[Screen::Map], run).bare(bare)
}

/// The commands of the map screen.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(300, "next-view", "look at it in the next way", &[Screen::Map], next_view)
        .key(KeyPress::plain(Code::Tab))
        .in_footer("next view"),
    CommandRow::new(310, "view-back", "and in the way before", &[Screen::Map], |model| {
        view_of(model, model.map.view.next(false))
    })
    .key(KeyPress::plain(Code::BackTab)),
    row(320, "find-thing", 'l', "find a thing by its name", |model| look_after(model, show_find))
        .key(KeyPress::ctrl('b'))
        .in_footer("find"),
    row(330, "filter", 'f', "filter: kind:initiative no:owner is:disputed ...", |model| {
        look_after(model, |model| model.map.filtering = true)
    })
    .key(KeyPress::ctrl('v'))
    .in_footer("filter"),
    row(340, "wider", '+', "one step further; in the ripple push it up", |model| wider(model, true))
        .key(KeyPress::ctrl_with(Code::Up))
        .in_footer("wider"),
    row(350, "narrower", '-', "one step less; in the ripple push it down", |model| wider(model, false))
        .key(KeyPress::ctrl_with(Code::Down))
        .in_footer("narrower"),
    row(360, "turn", 't', "the other way round: causes, ways back, order", turn)
        .key(KeyPress::ctrl('t'))
        .in_footer("turn"),
    row(370, "neighbours", '1', "neighbours: what leads in, what it leads to", |model| {
        view_of(model, View::Neighbours)
    }),
    row(380, "ripple", '2', "ripple: push it, and step through what follows", |model| view_of(model, View::Ripple)),
    row(390, "paths", '3', "paths from it to another thing", paths),
    row(400, "tree", '4', "tree of what it causes, or of what causes it", |model| view_of(model, View::Trees)),
    row(410, "drawn", '5', "drawn: boxes and arrows", |model| view_of(model, View::Drawn)),
    row(420, "table", '6', "table: sort, mark, change several together", |model| view_of(model, View::Table)),
    row(422, "matrix", '7', "matrix: things by things, with + - and ?", |model| view_of(model, View::Matrix)),
    row(424, "groups", '8', "groups: what belongs together", |model| view_of(model, View::Groups)),
    row(426, "health", '9', "health: how the map stands, and who has to be there", |model| {
        view_of(model, View::Health)
    }),
    row(430, "fold", 'g', "drawn: one box for a team, or for a kind", fold).key(KeyPress::ctrl('g')),
    row(440, "all-arrows", 'a', "drawn and matrix: all arrows, or effects alone", |model| {
        look_after(model, |model| model.map.all_arrows = !model.map.all_arrows)
    }),
    row(450, "zoom", 'z', "drawn: names, numbers or shapes", |model| {
        look_after(model, |model| model.map.drawn.zoom = model.map.drawn.zoom.next())
    }),
    row(452, "picture-left", '<', "drawn: what is left of the picture", |model| pan(model, (-1, 0))),
    row(454, "picture-right", '>', "drawn: what is right of the picture", |model| pan(model, (1, 0))),
    row(456, "picture-up", '{', "drawn: what is above the picture", |model| pan(model, (0, -1))),
    row(458, "picture-down", '}', "drawn: what is below the picture", |model| pan(model, (0, 1))),
    row(460, "sort", 's', "table: sort by the next column; matrix: in the next order", |model| look_after(model, sort)),
    row(470, "mark-row", ' ', "table: mark the row and go to the next", |model| look_after(model, changing::mark)),
    row(480, "change", 'e', "table: change all rows that are marked", changing::change),
];

/// Changes the map's state, and computes the view again.
fn look_after(model: &mut Model, change: impl FnOnce(&mut Model)) -> Vec<Effect> {
    change(model);
    look(model);
    Vec::new()
}

fn next_view(model: &mut Model) -> Vec<Effect> {
    if model.is_typing() && !model.entry.is_empty() {
        // The name being typed is completed.
        return run::press(model, KeyPress::plain(Code::Tab));
    }
    view_of(model, model.map.view.next(true))
}

fn paths(model: &mut Model) -> Vec<Effect> {
    let effects = view_of(model, View::Paths);
    if model.map.target.is_none() {
        show_find(model);
    }
    effects
}

/// Moves the picture, where one is drawn.
fn pan(model: &mut Model, to: (i32, i32)) -> Vec<Effect> {
    if model.map.view == View::Drawn {
        picture::pan(model, to, 1);
    } else {
        model.tell(Tone::Plain, "Only the drawn map moves; /drawn shows it.");
    }
    Vec::new()
}

fn fold(model: &mut Model) -> Vec<Effect> {
    model.map.drawn.fold = model.map.drawn.fold.next();
    view_of(model, View::Drawn)
}

/// Shows the same thing in another view.
fn view_of(model: &mut Model, view: View) -> Vec<Effect> {
    model.map.find = None;
    model.map.view = view;
    model.map.cursor = 0;
    if view == View::Drawn {
        model.map.drawn.cursor = model.map.centre.as_ref().map(|key| key.as_str().to_owned());
    }
    look(model);
    Vec::new()
}

fn sort(model: &mut Model) {
    let map = &mut model.map;
    match map.view {
        View::Matrix => map.matrix_order = map.matrix_order.next(),
        _ => map.table.sorted = map.table.sorted.next(),
    }
}

/// Toggles the switch of the view: the direction, the sign, the order, or whether all arrows are drawn.
fn turn(model: &mut Model) -> Vec<Effect> {
    let map = &mut model.map;
    let turned = match map.view {
        View::Neighbours => &mut map.into,
        View::Ripple => &mut map.less,
        View::Paths => &mut map.backwards,
        View::Trees => &mut map.causes,
        View::Drawn | View::Matrix => &mut map.all_arrows,
        View::Table => &mut map.table.reversed,
        View::Groups | View::Health => {
            model.tell(Tone::Plain, "This view has no other side.");
            return Vec::new();
        }
    };
    *turned = !*turned;
    look(model);
    Vec::new()
}

/// The maximum distance from the centre that can be shown, in arrows.
const FARTHEST: usize = 12;

fn wider(model: &mut Model, wider: bool) -> Vec<Effect> {
    let map = &mut model.map;
    match map.view {
        View::Ripple => map.less = !wider,
        _ => map.steps = if wider { (map.steps + 1).min(FARTHEST) } else { map.steps.saturating_sub(1).max(1) },
    }
    look(model);
    Vec::new()
}
