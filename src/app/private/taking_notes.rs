//! Notes for whoever holds the keyboard alone: a line that begins with `me:` becomes no event.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::run::{Todo, unsettle};
use crate::app::screen::Tone;
use crate::record::{OwnNote, own_note};

/// Takes the notes for oneself out of what is to become events, so that none of them ever does, and keeps them beside
/// the record.
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

/// A note is on disk.
pub(in crate::app) fn saved(model: &mut Model, saved: Vec<OwnNote>) {
    let Some(run) = &mut model.run else { return };
    run.own_notes.saved = saved;
    run.own_notes.waiting.pop_front();
    unsettle(model);
    model.tell(Tone::Good, NOTED);
}

/// A note is not on disk: its line stands in the entry line again, or waits beside what was typed since. While answers
/// are collected the entry line is that of whoever writes one.
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

/// What is said of a note, and never what it says: the room may see it.
const NOTED: &str = "Noted for you alone: F2 shows it, adjacent notes lists it.";
