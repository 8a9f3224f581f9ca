//! Notes for the facilitator alone: a line that begins with `me:` becomes a note and no event.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::run::{Todo, unsettle};
use crate::app::screen::Tone;
use crate::record::{OwnNote, own_note};

/// Removes the facilitator's own notes from the queue before events are made, and saves them in the private file.
pub(in crate::app) fn taken_out(model: &mut Model, todo: Vec<Todo>) -> (Vec<Todo>, Vec<Effect>) {
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

/// Takes in the saved notes.
pub(in crate::app) fn saved(model: &mut Model, saved: Vec<OwnNote>) {
    let Some(run) = &mut model.run else { return };
    run.own_notes.saved = saved;
    run.own_notes.waiting.pop_front();
    unsettle(model);
    model.tell(Tone::Good, NOTED);
}

/// Puts a note that could not be saved back into the entry line, or lets it wait if something was typed since. While
/// answers are collected the note waits too, because the entry line belongs to the person who writes an answer.
pub(in crate::app) fn not_saved(model: &mut Model, reason: &str) {
    let free = model.entry.is_empty() && model.is_typing() && !model.collects_answers();
    let Some(run) = &mut model.run else { return };
    let Some(text) = run.own_notes.waiting.pop_front() else { return };
    let unsaved = run.saving.unsaved.get_or_insert_default();
    reason.clone_into(&mut unsaved.reason);
    if free {
        unsaved.in_entry = true;
        unsaved.changed = false;
        model.entry.set(&text);
    } else {
        unsaved.todo.push_back(Todo::Line { text, from_entry: false });
    }
    unsettle(model);
}

/// The notice about a saved note; it never quotes the note, because the room may see it.
const NOTED: &str = "Noted for you alone: F2 or /panel shows it, adjacent notes lists it.";
