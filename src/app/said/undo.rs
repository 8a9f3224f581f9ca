use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::app::tray::take_back_at_desk;

const RUN_AND_MAP: &[Screen] = &[Screen::Run, Screen::Map];

/// The commands that take back the last act, and restore it.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[
    CommandRow::new(40, "undo", "take back the last line, or the last change", RUN_AND_MAP, undo)
        .key(KeyPress::ctrl('z'))
        .in_footer("take back"),
    CommandRow::new(210, "redo", "bring back the line just taken back", RUN_AND_MAP, |model| {
        take_back(model, Todo::Redo)
    })
    .key(KeyPress::ctrl('y')),
];

fn undo(model: &mut Model) -> Vec<Effect> {
    if model.run.is_none() { take_back_at_desk(model) } else { take_back(model, Todo::Undo) }
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
    queue(model, [todo])
}
