use super::confidence::Confidence;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::record::{Event, Fact};

/// The command that makes a session private, or shares it again.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    780,
    "private",
    "private: keep this session out of the shared map, or share it again",
    &[Screen::Run],
    switch,
)];

/// Makes the open session private, or shares it again; shows a notice once that is on disk.
fn switch(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    match Confidence::switched(run.recording.session()) {
        Some(next) => queue(model, [Todo::Act(vec![next.fact()])]),
        None => {
            model.tell(Tone::Plain, Confidence::FROM_THE_BEGINNING);
            Vec::new()
        }
    }
}

/// Shows the notice about a change of confidentiality that is on disk.
pub(in crate::app) fn told(model: &mut Model, event: &Event) {
    for fact in &event.facts {
        match fact {
            Fact::MadePrivate => model.tell(Tone::Good, Confidence::Private.says()),
            Fact::MadeShared => model.tell(Tone::Good, Confidence::Shared.says()),
            _ => {}
        }
    }
}
