//! Sentences about input that is not on disk: shown as long as that is so, and before the program is left.

use crate::app::mirror::AnswerSaving;
use crate::app::model::Model;
use crate::app::screen::Screen;
use crate::record::spoken::counted;

impl Model {
    /// Returns the warning about unsaved input, which stays until that is saved or dropped on purpose: the state, what
    /// to do, and the reason.
    pub fn alarm(&self) -> Option<String> {
        let run = self.run.as_ref()?;
        let unsaved = run.saving.unsaved.as_ref()?;
        let key = unsaved.key.as_ref().map(|(says, _)| says.clone());
        let answers = if run.answers.keeping.is_some() { 0 } else { run.answers.slips.len() };
        let waits = match (unsaved.lines(), unsaved.in_entry) {
            _ if run.typing.covered && unsaved.in_entry => {
                Some("An answer is not kept: it stands in the entry line. Enter tries again.".to_owned())
            }
            _ if answers > 0 => Some(format!(
                "{} not kept and wait, unseen. Enter tries again.",
                counted(answers, "answer is", "answers are")
            )),
            (0, _) if unsaved.todo.is_empty() => None,
            (0, _) => Some("Not saved: what you did last. Enter tries again, Esc drops it.".to_owned()),
            (1, true) => Some("Not saved: the line stands in the entry line. Enter tries again.".to_owned()),
            (lines, true) => {
                Some(format!("Not saved: the line in the entry line and {} more. Enter tries again.", lines - 1))
            }
            (lines, false) => {
                let lines = counted(lines, "line waits", "lines wait");
                Some(format!("Not saved: {lines}. Enter tries again, Esc shows them."))
            }
        };
        let more = match unsaved.more_keys {
            0 => None,
            keys => Some(format!("{} did nothing.", counted(keys, "more key", "more keys"))),
        };
        let parts = key.into_iter().chain(waits).chain(more).chain([unsaved.reason.clone()]);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        Some(crate::record::text::clean(&parts.join(" ")).into_owned())
    }

    /// Returns one sentence for each unsaved item; empty when everything is on disk.
    pub fn not_on_disk(&self) -> Vec<String> {
        let mut says = Vec::new();
        if let Some(run) = &self.run {
            let still = run.lines_left();
            if still > 0 {
                says.push(format!("{} still being saved.", counted(still, "line is", "lines are")));
            } else if run.is_saving() {
                says.push("What you did last is still being saved.".to_owned());
            }
            let lines = run.lines_unsaved();
            if lines > 0 {
                says.push(format!("{} not on disk: saving failed.", counted(lines, "line is", "lines are")));
            } else if run.saving.unsaved.is_some() {
                says.push("What you did last is not on disk: saving failed.".to_owned());
            }
        }
        let in_entry =
            self.run.as_ref().and_then(|run| run.saving.unsaved.as_ref()).is_some_and(|unsaved| unsaved.in_entry);
        if !self.entry.is_empty() && !in_entry {
            says.push("What is typed was not entered, and is not on disk.".to_owned());
        }
        let unread = self.popup.as_ref().map_or(0, |popup| popup.unread().len());
        if unread > 0 {
            says.push(format!("{} not read.", counted(unread, "pasted line was", "pasted lines were")));
        }
        let waiting = self.phones.waiting.len();
        if waiting > 0 {
            let waiting = counted(waiting, "question from phones waits", "questions from phones wait");
            says.push(format!("{waiting} unseen, on no disk: /from-phones shows them."));
        }
        if self.screen == Screen::Assess && self.assess.saving != AnswerSaving::Done {
            says.push("What you typed here last is not on disk.".to_owned());
        }
        says
    }
}
