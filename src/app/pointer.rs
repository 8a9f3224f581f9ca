//! The mouse, where the setting turns it on: the wheel goes through what was said, and a click chooses a line.

use super::effect::Effect;
use super::key::{Code, KeyPress};
use super::model::{CommandRow, Model};
use super::said;
use super::screen::{Screen, Tone};
use super::settings::save;

/// The command that turns the mouse on or off.
pub(super) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    825,
    "mouse",
    "the mouse on or off: the wheel and clicks go to what was said",
    Screen::ALL,
    switch,
)
.while_collecting()];

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// The wheel was turned towards later lines, or towards earlier ones.
    Wheel {
        /// Whether it was turned towards later lines.
        down: bool,
    },
    /// A line said was clicked; holds the number of its event.
    Line(u64),
}

fn switch(model: &mut Model) -> Vec<Effect> {
    let mouse = !model.settings.mouse;
    model.settings.mouse = mouse;
    let says = if mouse {
        "The mouse is on: the wheel and a click go to what was said. Shift and the mouse select text."
    } else {
        "The mouse is off: it selects text, as the terminal does."
    };
    model.tell(Tone::Plain, says);
    save(model, |settings| settings.mouse = mouse)
}

/// Handles the mouse. The wheel moves the cursor of the list, or of an open popup; elsewhere it does nothing.
pub(super) fn pointed(model: &mut Model, pointer: Pointer) -> Option<KeyPress> {
    let on_lines = model.screen == Screen::Run && !model.collects_answers();
    match pointer {
        Pointer::Wheel { down } if model.popup.is_some() => Some(arrow(down)),
        Pointer::Wheel { down } if said::is_inside(model) => Some(arrow(down)),
        Pointer::Wheel { down: false } if on_lines => {
            drop(said::go_in(model));
            None
        }
        Pointer::Line(seq) if on_lines && model.popup.is_none() => {
            drop(said::go_to(model, seq));
            None
        }
        _ => None,
    }
}

const fn arrow(down: bool) -> KeyPress {
    KeyPress::plain(if down { Code::Down } else { Code::Up })
}
