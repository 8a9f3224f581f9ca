//! Handles failed writes: no typed text is lost, and the screen tells what the room still sees.

use std::collections::VecDeque;

use super::fixing::Fixing;
use super::state::Run;
use super::todo::{Todo, Unsaved};
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::record::{Fact, RoomView};

/// Handles an event that could not be saved: shows a warning, and retains everything that was to be written.
pub(in crate::app) fn not_saved(model: &mut Model, reason: &str) {
    let may_type = model.is_typing() && !model.collects_answers();
    let free = model.entry.is_empty() && may_type;
    let one_window = model.settings.one_window;
    let Some(run) = &mut model.run else {
        model.tell(Tone::Alarm, format!("Not saved: {reason}"));
        return;
    };
    run.saving.saved = false;
    let failed = run.saving.pending.take().map(|(todo, _)| todo);
    let waiting = failed.into_iter().chain(run.saving.todo.drain(..));
    let mut waiting: VecDeque<Todo> = waiting.map(Todo::as_typed).collect();
    let keys = without_what_was_typed(&mut waiting);
    let key = keys.first().map(|todo| (undone(todo, run, one_window), todo.facts().to_vec()));
    if !one_window && key.as_ref().is_some_and(|(_, facts)| facts.iter().any(shows_curtain)) {
        run.room.curtain = *run.recording.session().view() == RoomView::Curtain;
    }
    let before = run.saving.unsaved.take().unwrap_or_default();
    let mut unsaved = Unsaved {
        reason: reason.to_owned(),
        in_entry: before.in_entry,
        changed: before.changed,
        key: key.or(before.key),
        todo: waiting.into_iter().chain(before.todo).collect(),
        more_keys: keys.len().saturating_sub(1),
    };
    if free && let Some(text) = first_into_entry(run, &mut unsaved) {
        // The line that is not saved is at hand, not the list.
        run.lines.chosen = None;
        model.entry.set(&text);
    }
    if unsaved.is_over() {
        // Nothing is retained, but the failure still has to be shown.
        unsaved.key = Some((AGAIN.to_owned(), Vec::new()));
    }
    if let Some(run) = &mut model.run {
        run.saving.unsaved = Some(unsaved);
        run.worked_out.unsettled = true;
    }
    model.notice = None;
}

const AGAIN: &str = "What that key was to do was not done: press it again.";

/// Whether a fact lowers the curtain.
const fn shows_curtain(fact: &Fact) -> bool {
    matches!(fact, Fact::Shown { view: RoomView::Curtain })
}

/// Returns the sentence about a key whose act could not be saved: what it was to do, and the state instead.
fn undone(todo: &Todo, run: &Run, one_window: bool) -> String {
    let facts = todo.facts();
    let has = |wanted: &dyn Fn(&Fact) -> bool| facts.iter().any(wanted);
    let covered = *run.recording.session().view() == RoomView::Curtain;
    let says = if has(&shows_curtain) && one_window {
        "The curtain could not be saved: this screen is covered, the room's own window is not. F8, F8 tries again."
    } else if has(&shows_curtain) {
        "The curtain could not be saved: the room still sees what it saw. F8 tries again."
    } else if has(&|fact| matches!(fact, Fact::Shown { .. })) && covered {
        "What the room looks at could not be saved: it still sees the curtain. F8 tries again."
    } else if has(&|fact| matches!(fact, Fact::Shown { .. })) {
        "What the room looks at could not be saved: it still sees what it saw. F5 tries again."
    } else if has(&|fact| matches!(fact, Fact::Collecting(_))) {
        "The round could not begin: nothing is collected. F6 tries again."
    } else if has(&|fact| matches!(fact, Fact::Revealed { .. })) {
        "The answers could not be shown: nobody has seen them, and they are kept. F6 tries again."
    } else if has(&|fact| matches!(fact, Fact::Discarded)) {
        "The answers could not be dropped: they are kept, unseen. F6 tries again."
    } else if has(&|fact| matches!(fact, Fact::MadePrivate | Fact::MadeShared)) {
        "Who may see this session is as it was: that could not be saved. Choose it again."
    } else if has(&|fact| matches!(fact, Fact::Closed)) {
        "The session could not be ended: it goes on. Ctrl-P, then end, tries again."
    } else if has(&|fact| matches!(fact, Fact::StepEntered { .. })) {
        "The step could not be entered: the room is where it was. Press the key again."
    } else {
        AGAIN
    };
    says.to_owned()
}

/// Removes the acts of keys from the queue and returns them, because these keys can be pressed again. Typed text stays
/// in the queue.
fn without_what_was_typed(waiting: &mut VecDeque<Todo>) -> Vec<Todo> {
    let mut keys = Vec::new();
    let mut typed = VecDeque::new();
    for todo in waiting.drain(..) {
        match todo {
            Todo::Resume(_) => {}
            todo if todo.is_a_key() => keys.push(todo),
            todo => typed.push_back(todo),
        }
    }
    *waiting = typed;
    keys
}

/// Returns the text that goes back into the entry line, if it was typed there and is the first in the queue.
fn first_into_entry(run: &mut Run, unsaved: &mut Unsaved) -> Option<String> {
    let first = unsaved.todo.front()?;
    let text = first.line()?.to_owned();
    run.typing.fixing = match first {
        Todo::Mend(mending) => Some(Box::new(Fixing::unread(mending.seq, mending.seat.clone()))),
        _ => None,
    };
    unsaved.todo.pop_front();
    unsaved.in_entry = true;
    unsaved.changed = false;
    Some(text)
}

/// Moves an unsaved line out of the entry line and back into the queue, because somebody types the next line. A line
/// that was changed in the entry line stays, and what is typed belongs to it.
pub(in crate::app) fn set_aside(model: &mut Model) {
    let Some(run) = model.run.as_mut().filter(|run| !run.typing.covered) else { return };
    let Some(unsaved) = run.saving.unsaved.as_mut().filter(|unsaved| unsaved.in_entry && !unsaved.changed) else {
        return;
    };
    unsaved.in_entry = false;
    let text = model.entry.text().to_owned();
    unsaved.todo.push_front(match run.typing.fixing.take() {
        Some(fixing) => Todo::Mend(fixing.mending(text, None)),
        None => Todo::Line { text, from_entry: true },
    });
    model.entry.clear();
}

/// Notes that a key which moves or deletes was pressed, so that the unsaved line in the entry line is being changed.
pub(in crate::app) fn changes_there(model: &mut Model) {
    if let Some(unsaved) = model.run.as_mut().and_then(|run| run.saving.unsaved.as_mut()) {
        unsaved.changed = true;
    }
}

/// Handles input from which no event was made: puts a typed line back into the entry line if that is empty, or else
/// shows a message.
pub(super) fn without_facts(model: &mut Model, todo: Todo) {
    match todo {
        Todo::Undo => model.tell(Tone::Plain, "There is nothing left to take back."),
        Todo::Redo => model.tell(Tone::Plain, "There is nothing to bring back."),
        Todo::Line { text, from_entry } if from_entry && model.entry.is_empty() => {
            model.entry.set(&text);
        }
        Todo::Mend(mending) if mending.from_entry && model.entry.is_empty() => {
            model.entry.set(&mending.text);
            let fixes = model.run.as_mut().filter(|run| run.recording.session().stands(mending.seq));
            if let Some(run) = fixes {
                run.typing.fixing = Some(Box::new(Fixing::unread(mending.seq, mending.seat.clone())));
                run.lines.chosen = None;
            }
        }
        Todo::Mend(_) | Todo::SaidBy { .. } | Todo::Reread { .. } => {
            model
                .tell(Tone::Plain, "That line was taken back meanwhile, or nothing is left of it: it stays as it was.");
        }
        Todo::Line { text, .. } if !text.trim().is_empty() => {
            model.tell(Tone::Plain, "A line that says nothing was passed over.");
        }
        _ => {}
    }
}

/// Notes that the entry line was changed: an empty one means that its text was dropped on purpose.
pub(in crate::app) fn forget_dropped(model: &mut Model) {
    let empty = model.entry.is_empty();
    let Some(run) = &mut model.run else { return };
    if empty {
        run.typing.covered = false;
        if let Some(unsaved) = &mut run.saving.unsaved {
            unsaved.in_entry = false;
        }
    }
    run.saving.forget_if_over();
}
