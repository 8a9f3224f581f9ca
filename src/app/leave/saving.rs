use super::After;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{Model, Popup, Then};
use crate::app::run::{Run, Todo, queue, show_waiting};
use crate::app::screen::{Screen, Tone};
use crate::app::sheet::Sheet;
use crate::record::Fact;
use crate::record::spoken::counted;
use crate::theme::Role;

/// The popup shown while everything is being saved before an action.
#[derive(Debug)]
struct SavingView {
    after: After,
}

/// Runs an action once everything is saved.
pub(super) fn when_saved(model: &mut Model, after: After) -> Vec<Effect> {
    if model.run.as_ref().is_some_and(Run::is_saving) {
        model.show(SavingView { after });
        return Vec::new();
    }
    go(model, after)
}

/// Runs the waiting action if everything is saved by now.
pub(in crate::app) fn once_saved(model: &mut Model) -> Vec<Effect> {
    let saving = model.run.as_ref().is_some_and(Run::is_saving);
    match model.popup.as_ref().and_then(|popup| popup.once_saved()) {
        Some(after) if !saving => {
            model.popup = None;
            go(model, after)
        }
        _ => Vec::new(),
    }
}

/// Cancels the waiting action, because saving failed.
pub(in crate::app) fn stop_waiting(model: &mut Model) {
    model.popup.take_if(|popup| popup.once_saved().is_some());
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
            model.show(SavingView { after: After::Ended });
            queue(model, [Todo::Act(vec![Fact::Closed])])
        }
    }
}

fn go_home(model: &mut Model) -> Vec<Effect> {
    model.screen = Screen::Home;
    model.run = None;
    model.replay = None;
    vec![Effect::CloseFile, Effect::List]
}

impl Popup for SavingView {
    fn about(&self) -> &'static [&'static str] {
        &["What was typed is being written to disk. Esc stops waiting, and shows what is left."]
    }

    fn key(&mut self, _model: &mut Model, _key: KeyPress) -> Then {
        Then::stay()
    }

    /// Cancels the waiting action and shows what is not saved. An end that is being written cannot be cancelled: lines
    /// after it would be said to a room that was already thanked.
    fn escape(&mut self, model: &mut Model) -> Then {
        let ends = |todo: &Todo| matches!(todo.facts(), [Fact::Closed]);
        if let Some(run) = &mut model.run {
            if run.saving.pending.as_ref().is_some_and(|(todo, _)| ends(todo)) {
                model.tell(Tone::Plain, "The session is being ended: that is being written already.");
                return Then::stay();
            }
            run.saving.todo.retain(|todo| !ends(todo));
        }
        if !show_waiting(model) {
            model.tell(Tone::Plain, "You are still here; everything is saved as it comes.");
        }
        Then::close()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let left = model.run.as_ref().map_or(0, Run::lines_left);
        let left = if left == 0 { String::new() } else { format!(", {} left", counted(left, "line", "lines")) };
        let saving = format!("saving{left}; Esc stops and shows them");
        Some(Sheet::texts("a moment", [(saving, Role::Accent), (self.after.says().to_owned(), Role::Text)]))
    }

    fn once_saved(&self) -> Option<After> {
        Some(self.after)
    }
}
