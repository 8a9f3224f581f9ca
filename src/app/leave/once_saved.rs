//! Ending a session, going home, leaving: all wait until everything typed is on disk.

use crate::app::layer::{After, Layer};
use crate::app::model::{Model, Screen, Tone};
use crate::app::msg::Effect;
use crate::app::run::{Run, Todo};
use crate::record::Fact;
use crate::record::spoken::counted;

use super::record;

/// Goes back to the first screen.
pub(super) fn home(model: &mut Model) -> Vec<Effect> {
    if holds_back(model) { Vec::new() } else { when_saved(model, After::Home) }
}

/// Ends the session, and goes back to the first screen.
pub(super) fn end(model: &mut Model) -> Vec<Effect> {
    if holds_back(model) { Vec::new() } else { when_saved(model, After::End) }
}

/// Leaves the program; what could not be saved was asked about.
pub(super) fn program(model: &mut Model) -> Vec<Effect> {
    when_saved(model, After::Leave)
}

/// Whether something typed would be lost; then it is said.
fn holds_back(model: &mut Model) -> bool {
    let Some(run) = &model.run else { return false };
    let unsaved =
        run.lines_unsaved().max(usize::from(run.saving.unsaved.as_ref().is_some_and(|found| !found.todo.is_empty())));
    let says = if !model.entry.is_empty() {
        "A line is still typed: Enter reads it, Ctrl-U drops it.".to_owned()
    } else if run.lines_unsaved() == 0 && unsaved > 0 {
        "What you did last is not saved: Enter tries again, Esc drops it.".to_owned()
    } else if unsaved > 0 && run.answers.keeping.is_none() {
        format!("{} not saved: Enter tries again, Esc shows it.", counted(unsaved, "line is", "lines are"))
    } else {
        return false;
    };
    model.tell(Tone::Plain, says);
    true
}

fn when_saved(model: &mut Model, after: After) -> Vec<Effect> {
    if model.run.as_ref().is_some_and(Run::is_saving) {
        model.layer = Some(Layer::Saving(after));
        return Vec::new();
    }
    go(model, after)
}

/// Everything is on disk: what waited for that is done.
pub(super) fn once_saved(model: &mut Model) -> Vec<Effect> {
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    match model.layer {
        Some(Layer::Saving(after)) if !saving => {
            model.layer = None;
            go(model, after)
        }
        _ => Vec::new(),
    }
}

/// Saving failed: nothing waits for it any more.
pub(super) fn stop_waiting(model: &mut Model) {
    if matches!(model.layer, Some(Layer::Saving(_))) {
        model.layer = None;
    }
}

/// Esc while it is being saved: it stops, and what is left is shown. An end that is being written is not stopped: lines
/// behind it would be said to a room that was thanked.
pub(super) fn stop(model: &mut Model) {
    let ends = |todo: &Todo| matches!(todo.facts(), [Fact::Closed]);
    if let Some(run) = &mut model.run {
        if run.saving.pending.as_ref().is_some_and(|(todo, _)| ends(todo)) {
            model.tell(Tone::Plain, "The session is being ended: that is being written already.");
            return;
        }
        run.saving.todo.retain(|todo| !ends(todo));
    }
    model.layer = None;
    if !record::show_waiting(model) {
        model.tell(Tone::Plain, "You are still here; everything is saved as it comes.");
    }
}

fn go(model: &mut Model, after: After) -> Vec<Effect> {
    match after {
        After::Leave => vec![Effect::Leave],
        After::Home => go_home(model),
        After::Ended => {
            let effects = go_home(model);
            model.tell(Tone::Good, "Ended, and kept. The map shows what it adds up to; Look back opens it again.");
            effects
        }
        After::End => {
            let ends = |run: &Run| run.writable && !run.recording.session().is_closed();
            if !model.run.as_ref().is_some_and(ends) {
                return go_home(model);
            }
            model.layer = Some(Layer::Saving(After::Ended));
            record::queue(model, [Todo::Act(vec![Fact::Closed])])
        }
    }
}

fn go_home(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Home;
    model.run = None;
    model.replay = None;
    vec![Effect::CloseFile, Effect::List]
}
