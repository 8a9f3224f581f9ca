//! Answers in the private file while no round is on: a popup asks whether to show, continue collecting, or drop them.

use super::begin::{begin, drop_answers};
use super::reveal;
use crate::app::key::{Code, KeyPress};
use crate::app::model::{Model, Popup, Then};
use crate::app::screen::Tone;
use crate::app::sheet::Sheet;
use crate::exercise::Answer;
use crate::record::Hidden;
use crate::record::spoken::counted;
use crate::theme::Role;

/// The popup that asks what to do with stray answers. Esc leaves them in the file.
#[derive(Debug, Default)]
pub struct StrayView {
    /// Whether the first of the two key presses that drop them was made.
    sure: bool,
}

impl Popup for StrayView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Answers that were collected and never shown. s shows them, k goes on collecting,",
            "x twice drops them; Esc leaves them in the private file.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        // Answers that are being shown or dropped are not shown or dropped a second time.
        let open = model.run.as_ref().filter(|run| !run.is_closing());
        let Some(stray) = open.and_then(|run| run.answers.stray.clone()) else { return Then::close() };
        match (key.code, key.typed()) {
            (_, Some('s' | 'k')) if is_counted_elsewhere(model, &stray) => {
                let says = "They are only counted, at the step that asked: go there first (Ctrl-G), then F6.";
                model.tell(Tone::Plain, says);
            }
            (_, Some('s')) => return reveal::show(model, &stray),
            (_, Some('k')) => return Then::Close(begin(model, stray.collecting)),
            (_, Some('x')) if self.sure => return Then::Close(drop_answers(model)),
            (_, Some('x')) => self.sure = true,
            (Code::Enter, _) => model.tell(Tone::Plain, "s, k or x; Esc leaves them where they are."),
            _ => {}
        }
        Then::stay()
    }

    /// Returns the question; none of the answers is shown before it is decided.
    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let count = model.run.as_ref().and_then(|run| run.answers.stray.as_ref()).map_or(0, Hidden::count);
        let what = counted(count, "unnamed answer lies", "unnamed answers lie");
        let drops = if self.sure { "x once more drops them all, unseen" } else { "x drops them" };
        let says = [
            (format!("{what} in the private file, and no round is on. Nobody has seen them."), Role::Text),
            ("s shows them, shuffled   k goes on collecting   Esc leaves them there".to_owned(), Role::Accent),
            (drops.to_owned(), Role::Accent),
        ];
        Some(Sheet::texts("answers that were never shown", says))
    }
}

/// Whether they were collected at a step that only counts answers, and another step is on now.
fn is_counted_elsewhere(model: &Model, stray: &Hidden) -> bool {
    let Some(run) = &model.run else { return false };
    let mode = run.recording.session().mode();
    let step = stray.step.as_ref().filter(|step| Some(*step) != run.recording.step());
    let asked = step.and_then(|step| model.catalogue.step(step, mode));
    asked.is_some_and(|(_, step)| step.answer == Answer::Slips)
}
