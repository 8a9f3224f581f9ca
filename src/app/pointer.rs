//! The mouse, where it is turned on: a click presses what was drawn at its cell, and the wheel scrolls what is under it.

use super::effect::Effect;
use super::key::{Code, KeyPress};
use super::model::{CommandRow, Model};
use super::screen::{Screen, Tone};
use super::settings::save;
use super::{map, said};

/// The command that turns the mouse on or off.
pub(super) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    825,
    "mouse",
    "the mouse on or off: clicks choose lines, things, tabs and buttons, the wheel scrolls",
    Screen::ALL,
    switch,
)
.while_collecting()];

/// What the mouse did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The left button was pressed on this.
    Press(PointerTarget),
    /// The wheel was turned over this.
    Wheel {
        /// What is scrolled.
        over: Scrolled,
        /// Whether it was turned towards later lines.
        down: bool,
    },
}

/// Something on the screen that a click presses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PointerTarget {
    /// A line said; holds the number of its event.
    Line(u64),
    /// A row of a list. A click on another row moves the cursor there, and one on the row under the cursor is Enter.
    Row {
        /// The index of the row under the cursor.
        from: usize,
        /// The index of the row that is clicked.
        to: usize,
    },
    /// A row on the map; like a row of a list.
    MapRow {
        /// Its index.
        at: usize,
        /// Whether it is among the causes of the thing in the centre.
        into: bool,
    },
    /// A cell of the matrix: its row and its column.
    MatrixCell(usize, usize),
    /// A box of the drawn map; holds its id.
    MapBox(String),
    /// The name of a command: a tab, or a key at the foot of the screen.
    Command(&'static str),
    /// The name of a key, in a popup or at the foot of the screen.
    Key(KeyPress),
}

/// Something on the screen that the wheel scrolls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scrolled {
    /// The lines said.
    Said,
    /// A list with a cursor that the arrow keys move, or a long text.
    Rows,
    /// The rows on the map.
    MapRows {
        /// Whether these are the causes of the thing in the centre.
        into: bool,
    },
    /// The picture of the drawn map.
    Picture,
    /// The moments of a replay.
    Moments,
}

/// What comes of an act of the mouse: keys that are pressed in its place, and effects.
#[derive(Debug, Default)]
pub(super) struct PointerActs {
    pub(super) keys: Vec<KeyPress>,
    pub(super) effects: Vec<Effect>,
}

impl Model {
    /// Whether the mouse is used. Off unless it was turned on, because the mouse then selects text, as the terminal does.
    pub const fn uses_mouse(&self) -> bool {
        self.settings.mouse
    }
}

fn switch(model: &mut Model) -> Vec<Effect> {
    let mouse = !model.uses_mouse();
    model.settings.mouse = mouse;
    let says = if mouse {
        "The mouse is on: click a line, a thing, a tab, a key; the wheel scrolls. Shift selects text."
    } else {
        "The mouse is off: it selects text, as the terminal does."
    };
    model.tell(Tone::Plain, says);
    save(model, |settings| settings.mouse = mouse)
}

/// Handles the mouse.
pub(super) fn pointed(model: &mut Model, pointer: Pointer) -> PointerActs {
    match pointer {
        Pointer::Press(target) => pressed(model, target),
        Pointer::Wheel { over, down } => wheeled(model, over, down),
    }
}

fn pressed(model: &mut Model, target: PointerTarget) -> PointerActs {
    match target {
        PointerTarget::Line(seq) if line_is_chosen(model, seq) => keys(&[Code::Enter]),
        PointerTarget::Line(seq) => PointerActs { effects: said::go_to(model, seq), ..PointerActs::default() },
        PointerTarget::Row { from, to } if from == to => keys(&[Code::Enter]),
        PointerTarget::Row { from, to } => keys(&vec![arrow(to > from); to.abs_diff(from)]),
        PointerTarget::MapRow { at, into } => {
            let was_there = map::click_row(model, at, into);
            once_more(model, was_there)
        }
        PointerTarget::MatrixCell(row, column) => {
            let was_there = map::click_cell(model, row, column);
            once_more(model, was_there)
        }
        PointerTarget::MapBox(id) => {
            let was_there = map::click_box(model, &id);
            once_more(model, was_there)
        }
        PointerTarget::Command(name) => run(model, name),
        PointerTarget::Key(key) => PointerActs { keys: vec![key], ..PointerActs::default() },
    }
}

fn wheeled(model: &mut Model, over: Scrolled, down: bool) -> PointerActs {
    match over {
        Scrolled::Said if said::is_inside(model) => keys(&[arrow(down)]),
        Scrolled::Said if !down && !model.collects_answers() => {
            PointerActs { effects: said::go_in(model), ..PointerActs::default() }
        }
        Scrolled::Said => PointerActs::default(),
        Scrolled::Rows => keys(&[arrow(down)]),
        Scrolled::MapRows { into } => {
            map::scroll_rows(model, into, down);
            PointerActs::default()
        }
        Scrolled::Picture => {
            map::scroll_picture(model, down);
            PointerActs::default()
        }
        Scrolled::Moments => keys(&[if down { Code::Right } else { Code::Left }]),
    }
}

fn line_is_chosen(model: &Model, seq: u64) -> bool {
    said::is_inside(model) && model.run.as_ref().and_then(super::run::Run::chosen) == Some(seq)
}

/// Returns Enter for a click on what was under the cursor already, unless Enter would read a line that is typed.
fn once_more(model: &Model, was_there: bool) -> PointerActs {
    if was_there && model.entry.is_empty() { keys(&[Code::Enter]) } else { PointerActs::default() }
}

fn run(model: &mut Model, name: &str) -> PointerActs {
    let row = model.commands.on(model.screen).find(|row| row.name == name).copied();
    PointerActs { effects: row.map(|row| row.run(model)).unwrap_or_default(), ..PointerActs::default() }
}

fn keys(codes: &[Code]) -> PointerActs {
    PointerActs { keys: codes.iter().copied().map(KeyPress::plain).collect(), ..PointerActs::default() }
}

const fn arrow(down: bool) -> Code {
    if down { Code::Down } else { Code::Up }
}
