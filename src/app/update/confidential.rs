//! A session that is private.

use crate::app::confidence::Confidence;
use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::record::{Event, Fact};

use super::record;

/// Makes the open session private, or shares it again; told once that is on disk.
pub(super) fn switch(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    match Confidence::switched(run.recording.session()) {
        Some(next) => record::queue(model, [Todo::Act(vec![next.fact()])]),
        None => {
            model.tell(Tone::Plain, Confidence::FROM_THE_BEGINNING);
            Vec::new()
        }
    }
}

/// Says what an event that is on disk has made of the session.
pub(super) fn told(model: &mut Model, event: &Event) {
    for fact in &event.facts {
        match fact {
            Fact::MadePrivate => model.tell(Tone::Good, Confidence::Private.says()),
            Fact::MadeShared => model.tell(Tone::Good, Confidence::Shared.says()),
            _ => {}
        }
    }
}
