//! Answers that lie in the private file although no round is on: shown, collected on, or dropped, never by themselves.

use super::{begin, reveal};
use crate::app::key::{Code, Key};
use crate::app::layer::Layer;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::app::update::record;
use crate::exercise::Answer;
use crate::record::{Fact, Hidden};

/// A key while it is asked what is to become of them. Esc leaves them where they are.
pub(in crate::app::update) fn press(model: &mut Model, sure: bool, key: Key) -> Vec<Effect> {
    // What is being shown or dropped just now is neither shown nor dropped a second time.
    let open = model.run.as_ref().filter(|run| !run.is_closing());
    let Some(stray) = open.and_then(|run| run.stray.clone()) else {
        model.layer = None;
        return Vec::new();
    };
    match (key.code, key.typed()) {
        (_, Some('s' | 'k')) if is_counted_elsewhere(model, &stray) => {
            let says = "They are only counted, at the step that asked: go there first (Ctrl-G), then F6.";
            model.tell(Tone::Plain, says);
            Vec::new()
        }
        (_, Some('s')) => reveal::show(model, &stray),
        (_, Some('k')) => begin(model, stray.collecting),
        (_, Some('x')) if sure => {
            model.layer = None;
            let says = "The answers were dropped; nobody has seen them.".to_owned();
            record::queue(model, [Todo::Told(vec![Fact::Discarded], says)])
        }
        (_, Some('x')) => {
            model.layer = Some(Layer::Stray { sure: true });
            Vec::new()
        }
        (Code::Enter, _) => {
            model.tell(Tone::Plain, "s, k or x; Esc leaves them where they are.");
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// Whether they came in at a step that never shows one of them, and another step is on.
fn is_counted_elsewhere(model: &Model, stray: &Hidden) -> bool {
    let Some(run) = &model.run else { return false };
    let mode = run.recording.session().mode();
    let step = stray.step.as_ref().filter(|step| Some(*step) != run.recording.step());
    let asked = step.and_then(|step| model.catalogue.step(step, mode));
    asked.is_some_and(|(_, step)| step.answer == Answer::Slips)
}
