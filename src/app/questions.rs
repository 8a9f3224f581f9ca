//! The suggested questions: ask the room one of them, or defer it.

use super::effect::Effect;
use super::key::KeyPress;
use super::model::{CommandRow, Model, Popup, Then};
use super::run::{Todo, queue, unsettle};
use super::said::is_typed_over;
use super::screen::{Screen, Tone};
use super::sheet::{Sheet, SheetPart};
use crate::ask::Question;
use crate::record::Fact;
use crate::theme::Role;

/// The command that shows the questions.
pub(super) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(170, "ask", "the next good questions: put one to the room", &[Screen::Run], show)
        .key(KeyPress::ctrl('n'))];

/// The state of the popup: the suggested questions, and what the current thing may change next.
#[derive(Debug, Default)]
struct QuestionsView {
    selected: usize,
}

fn show(model: &mut Model) -> Vec<Effect> {
    if asked(model).is_empty() && perhaps(model).is_empty() {
        model.tell(Tone::Plain, "No question suggests itself yet; a few lines more, and one will.");
    } else {
        model.show(QuestionsView::default());
    }
    Vec::new()
}

fn asked(model: &Model) -> &[Question] {
    model.run.as_ref().map_or(&[], |run| &run.worked_out.guidance.questions)
}

/// Returns what the current thing may change next, each as the beginning of a line.
fn perhaps(model: &Model) -> &[String] {
    model.run.as_ref().map_or(&[], |run| &run.worked_out.guidance.perhaps)
}

impl Popup for QuestionsView {
    fn about(&self) -> &'static [&'static str] {
        &[
            "Questions that the map asks next. A number or Enter puts one to the room, x sets",
            "it aside; nobody sees it before.",
        ]
    }

    fn key(&mut self, model: &mut Model, key: KeyPress) -> Then {
        let questions = asked(model);
        let declined = key.typed() == Some('x');
        let chosen = if declined { Some(self.selected) } else { key.chosen_row(self.selected) };
        if let Some(question) = chosen.and_then(|chosen| questions.get(chosen)) {
            let fact = fact(model, question, declined);
            return Then::Close(queue(model, [Todo::Act(vec![fact])]));
        }
        let suggested = chosen.and_then(|chosen| perhaps(model).get(chosen.checked_sub(questions.len())?)).cloned();
        if let Some(line) = suggested {
            begin(model, &line);
            return Then::close();
        }
        let rows = questions.len() + perhaps(model).len();
        self.selected = key.moved(self.selected, rows).unwrap_or(self.selected);
        Then::stay()
    }

    fn sheet(&self, model: &Model) -> Option<Sheet> {
        let guidance = &model.run.as_ref()?.worked_out.guidance;
        let questions = guidance.questions.iter().map(|question| question.ask.clone());
        let perhaps = guidance.perhaps.iter().map(|line| format!("perhaps, and nobody has said so: {line}"));
        let hint = "a number or Enter puts it to the room; x: not this one";
        let mut sheet = Sheet::numbered("what to ask next", questions.chain(perhaps), self.selected, hint);
        let because = guidance.questions.get(self.selected).map(|question| question.because.clone());
        sheet.body.extend(because.map(|because| SheetPart::Text(because, Role::Quiet)));
        Some(sheet)
    }
}

/// Puts a suggestion on the entry line for completion; nothing is recorded before Enter.
fn begin(model: &mut Model, line: &str) {
    if is_typed_over(model) {
        return;
    }
    model.entry.set(line);
    unsettle(model);
}

fn fact(model: &Model, question: &Question, declined: bool) -> Fact {
    let about = model.labels_of(&question.about);
    if declined {
        return Fact::Declined { question: question.template, about };
    }
    Fact::Offered { question: question.template, about, ask: question.ask.clone() }
}
