//! The popup of lines that wait to be written.

use std::collections::VecDeque;

use super::pasted::PastedView;
use super::todo::{PastedLine, Todo};
use crate::app::model::Model;

/// Shows lines that wait to be written, or could not be written, in a popup, to be read or dropped on purpose. Returns
/// whether there were any. Input other than lines stays in the queue.
pub(in crate::app) fn show_waiting(model: &mut Model) -> bool {
    let Some(run) = &mut model.run else { return false };
    let mut lines = run.saving.unsaved.as_mut().map(|unsaved| taken_out(&mut unsaved.todo)).unwrap_or_default();
    lines.extend(taken_out(&mut run.saving.todo));
    run.saving.forget_if_over();
    let some = !lines.is_empty();
    if some {
        model.show(PastedView::of(lines));
    }
    some
}

/// Removes the lines from a queue and returns them.
fn taken_out(waiting: &mut VecDeque<Todo>) -> Vec<PastedLine> {
    let (mut lines, mut acts) = (Vec::new(), VecDeque::new());
    for todo in waiting.drain(..) {
        match todo.as_typed() {
            Todo::Line { text, .. } => lines.push(PastedLine::new(text)),
            Todo::Mend(mending) => lines.push(PastedLine { text: mending.text.clone(), mends: Some(mending) }),
            act => acts.push_back(act),
        }
    }
    *waiting = acts;
    lines
}
