use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::run::{Todo, queue};
use crate::record::{Collecting, Fact};

/// Begins a round once the event is on disk. Text typed until that moment is already an answer.
pub(super) fn begin(model: &mut Model, collecting: Collecting) -> Vec<Effect> {
    queue(model, [Todo::Act(vec![Fact::Collecting(collecting)])])
}

/// Drops the collected answers.
pub(super) fn drop_answers(model: &mut Model) -> Vec<Effect> {
    let says = "The answers were dropped; nobody has seen them.".to_owned();
    queue(model, [Todo::Told(vec![Fact::Discarded], says)])
}
