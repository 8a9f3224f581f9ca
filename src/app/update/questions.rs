//! The next good questions: put to the room, or not wanted for now.

use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::ask::Question;
use crate::record::Fact;

use super::{moved, record};

/// Shows what could be asked now.
pub(super) fn show(model: &mut Model) {
    if asked(model).is_empty() && perhaps(model).is_empty() {
        model.tell(Tone::Plain, "No question suggests itself yet; a few lines more, and one will.");
    } else {
        model.layer = Some(Layer::Questions { selected: 0 });
    }
}

fn asked(model: &Model) -> &[Question] {
    model.run.as_ref().map_or(&[], |run| &run.guidance.questions)
}

/// What the thing talked about may well change next.
fn perhaps(model: &Model) -> &[String] {
    model.run.as_ref().map_or(&[], |run| &run.guidance.perhaps)
}

/// Puts a suggestion on the entry line, to be finished; nothing is recorded before Enter.
fn begin(model: &mut Model, line: &str) {
    model.layer = None;
    if super::commands::is_typed_over(model) {
        return;
    }
    model.entry.set(line);
    super::settle::unsettle(model);
}

/// A key while it is chosen what to ask.
pub(super) fn press(model: &mut Model, selected: usize, key: Key) -> Vec<Effect> {
    let questions = asked(model);
    let digit = key.typed().and_then(|c| c.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
    let chosen = if key.code == Code::Enter || key.typed() == Some('x') { Some(selected) } else { digit };
    let suggested = chosen.and_then(|chosen| perhaps(model).get(chosen.checked_sub(questions.len())?)).cloned();
    if let Some(line) = suggested {
        begin(model, &line);
        return Vec::new();
    }
    let Some(question) = chosen.and_then(|chosen| questions.get(chosen)) else {
        let rows = questions.len() + perhaps(model).len();
        let selected = moved(selected, rows, key).unwrap_or(selected);
        model.layer = Some(Layer::Questions { selected });
        return Vec::new();
    };
    let fact = fact(model, question, key.typed() == Some('x'));
    model.layer = None;
    record::queue(model, [Todo::Act(vec![fact])])
}

fn fact(model: &Model, question: &Question, declined: bool) -> Fact {
    let label = |key| model.insight().map_or_else(String::new, |insight| insight.graph.label(key).to_owned());
    let about = question.about.iter().map(label).collect();
    if declined {
        return Fact::Declined { question: question.template, about };
    }
    Fact::Offered { question: question.template, about, ask: question.ask.clone() }
}
