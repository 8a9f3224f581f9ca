use super::last_line::is_being_saved;
use crate::app::effect::Effect;
use crate::app::key::KeyPress;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue, unsettle};
use crate::app::screen::{Screen, Tone};
use crate::capture::{Doubt, Reading};
use crate::record::Fact;

/// The command that accepts an offer.
pub(in crate::app) const COMMANDS: &[CommandRow] =
    &[CommandRow::new(240, "take-offer", "accept what is offered about the line", &[Screen::Run], take)
        .key(KeyPress::ctrl('o'))];

/// Accepts the offer about a name on the typed line, if there is one; otherwise the first offer about the last line.
fn take(model: &mut Model) -> Vec<Effect> {
    if is_being_saved(model) {
        return Vec::new();
    }
    let Some(run) = &mut model.run else { return Vec::new() };
    if !model.entry.text().trim().is_empty() && run.typing.live.as_ref().is_some_and(puts_names_aside) {
        keep_name(model);
        return Vec::new();
    }
    let Some(run) = &mut model.run else { return Vec::new() };
    if run.last.offers.is_empty() {
        model.tell(Tone::Plain, "Nothing is offered about the last line.");
        return Vec::new();
    }
    let offer = run.last.offers.remove(0);
    offer.lines.iter().for_each(|line| run.recording.leave_as_typed(line));
    let replaced = run.last_line().filter(|_| offer.replaces).map(|last| Fact::Retracted { seq: last.seq });
    let lines = offer.lines.into_iter().map(|text| Todo::Line { text, from_entry: false });
    let acts = replaced.into_iter().map(|fact| Todo::Act(vec![fact]));
    queue(model, acts.chain(lines).collect::<Vec<_>>())
}

/// Whether a name on the line was replaced.
fn puts_names_aside(reading: &Reading) -> bool {
    reading.amber.iter().any(|amber| amber.doubt == Doubt::Names)
}

/// Leaves the name on the typed line, if its owner asked for that, or if the word is not a name.
fn keep_name(model: &mut Model) {
    let line = model.entry.text().to_owned();
    let Some(run) = &mut model.run else { return };
    let may_stay =
        |reading: &Reading| reading.amber.iter().any(|amber| amber.doubt == Doubt::Names && amber.offer.is_some());
    if run.typing.live.as_ref().is_some_and(may_stay) {
        run.recording.leave_as_typed(&line);
        unsettle(model);
    } else if !run.recording.leaves_as_typed(&line) {
        model
            .tell(Tone::Plain, "Nobody on this line has asked to be named; Ctrl-S, then Tab, notes that somebody did.");
    }
}
