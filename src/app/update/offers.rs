use crate::app::model::{Model, Tone};
use crate::app::msg::Effect;
use crate::app::run::Todo;
use crate::record::Fact;

use super::record;

/// Accepts what is offered about the last line.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &mut model.run else { return Vec::new() };
    if run.offers.is_empty() {
        model.tell(Tone::Plain, "Nothing is offered about the last line.");
        return Vec::new();
    }
    let offer = run.offers.remove(0);
    let replaced = run.last_line().filter(|_| offer.replaces).map(|last| Fact::Retracted { seq: last.seq });
    let lines = offer.lines.into_iter().map(|text| Todo::Line { text, from_entry: false });
    let acts = replaced.into_iter().map(|fact| Todo::Act(vec![fact]));
    record::queue(model, acts.chain(lines).collect::<Vec<_>>())
}
