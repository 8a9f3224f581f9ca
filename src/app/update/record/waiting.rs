//! What waits to be written: tried again, or put into a box to be read.

use std::collections::VecDeque;

use crate::app::layer::{Layer, PastedLine};
use crate::app::model::Model;
use crate::app::run::{Run, Todo, Unsaved};
use crate::record::Fact;

/// Everything that waits, to be written again, with what stands in the entry line in its place.
pub(in crate::app::update) fn retry(run: &mut Run, typed: impl IntoIterator<Item = Todo>) -> Vec<Todo> {
    let Some(unsaved) = run.unsaved.take() else { return typed.into_iter().collect() };
    let Unsaved { in_entry, todo, key, reason, .. } = unsaved;
    if key.is_some() {
        run.unsaved = Some(Unsaved { reason, key, ..Unsaved::default() });
    }
    if in_entry { typed.into_iter().chain(todo).collect() } else { todo.into_iter().chain(typed).collect() }
}

/// Puts the lines that wait to be written, or could not be, into a box: to be read, or dropped on purpose. Says whether
/// there were some.
///
/// What else waits is shown in no box, and so it goes on waiting.
pub(in crate::app::update) fn show_waiting(model: &mut Model) -> bool {
    let Some(run) = &mut model.run else { return false };
    let mut lines = run.unsaved.as_mut().map(|unsaved| taken_out(&mut unsaved.todo)).unwrap_or_default();
    lines.extend(taken_out(&mut run.todo));
    run.unsaved = run.unsaved.take().filter(|unsaved| !unsaved.is_over());
    let some = !lines.is_empty();
    if some {
        model.layer = Some(Layer::Pasted(lines));
    }
    some
}

/// Takes the lines out, each together with the taking back of the one that it replaces.
fn taken_out(waiting: &mut VecDeque<Todo>) -> Vec<PastedLine> {
    let (mut lines, mut acts) = (Vec::new(), VecDeque::new());
    while let Some(todo) = waiting.pop_front() {
        let replaces = match todo.facts() {
            [Fact::Retracted { seq }] if waiting.front().is_some_and(|next| next.line().is_some()) => Some(*seq),
            _ => None,
        };
        match if replaces.is_some() { waiting.pop_front() } else { Some(todo) } {
            Some(Todo::Line { text, .. }) => lines.push(PastedLine { text, replaces }),
            act => acts.extend(act),
        }
    }
    *waiting = acts;
    lines
}

/// Lines from the box, to be written after what else waits; unless what waits follows a line in the entry line.
pub(in crate::app::update) fn from_box(run: &mut Run, lines: Vec<PastedLine>) -> Vec<Todo> {
    let mut todo: Vec<Todo> =
        run.unsaved.iter_mut().filter(|unsaved| !unsaved.in_entry).flat_map(|unsaved| unsaved.todo.drain(..)).collect();
    run.unsaved = run.unsaved.take().filter(|unsaved| !unsaved.is_over());
    for PastedLine { text, replaces } in lines {
        let replaced = replaces.filter(|seq| run.recording.session().stands(*seq));
        todo.extend(replaced.map(|seq| Todo::Act(vec![Fact::Retracted { seq }])));
        todo.push(Todo::Line { text, from_entry: false });
    }
    todo
}
