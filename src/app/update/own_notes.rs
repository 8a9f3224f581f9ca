//! Notes for whoever holds the keyboard alone: a line that begins with `me:` becomes no event.

use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::record::{OwnNote, own_note};

use super::settle::unsettle;

/// Takes the notes for oneself out of what is to become events, so that none of them ever does, and keeps them beside
/// the record.
pub(super) fn taken_out(model: &mut Model, todo: Vec<Todo>) -> (Vec<Todo>, Vec<Effect>) {
    let at = model.session_time();
    let Some(run) = &mut model.run else { return (todo, Vec::new()) };
    let (mut left, mut effects) = (Vec::new(), Vec::new());
    for todo in todo {
        let Todo::Line { text: line, .. } = &todo else {
            left.push(todo);
            continue;
        };
        match own_note(line) {
            Some(note) => {
                effects.push(Effect::KeepOwnNote(OwnNote { at, text: note.to_owned() }));
                run.own_notes.waiting.push_back(line.clone());
            }
            None => left.push(todo),
        }
    }
    (left, effects)
}

/// A note is on disk.
pub(super) fn kept(model: &mut Model, kept: Vec<OwnNote>) {
    let Some(run) = &mut model.run else { return };
    run.own_notes.kept = kept;
    run.own_notes.waiting.pop_front();
    unsettle(model);
    model.tell(Tone::Good, NOTED);
}

/// A note is not on disk: its line is given back.
pub(super) fn not_kept(model: &mut Model, reason: &str) {
    let line = model.run.as_mut().and_then(|run| run.own_notes.waiting.pop_front());
    if let Some(line) = line {
        match &mut model.layer {
            _ if model.entry.is_empty() => model.entry.set(&line),
            Some(Layer::Pasted(lines)) => lines.push(line),
            layer => *layer = Some(Layer::Pasted(vec![line])),
        }
    }
    model.tell(Tone::Alarm, format!("Not saved: {reason}"));
}

/// What is said of a note, and never what it says: the room may see it.
const NOTED: &str = "Noted for you alone: F2 shows it, adjacent notes lists it, nothing that is shared holds it.";
