//! Votes at once: puts options to the room in the middle of any step, and counts the answers.

mod choosing;
mod counting;
mod doubt;
mod on_phones;
mod sources;
mod typed;

use choosing::PollChooser;
use counting::PollCounter;
pub(super) use doubt::doubt;
use on_phones::StepCounter;
pub(super) use typed::TypedCount;

use super::effect::Effect;
use super::key::KeyPress;
use super::model::{CommandRow, Model};
use super::screen::{Screen, Tone};

/// The command that puts options to the room, or counts the open poll.
pub(super) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    182,
    "vote",
    "vote, dots, 1 to 5, order: put options to the room, count them",
    &[Screen::Run],
    show,
)
.key(KeyPress::ctrl('b'))
.in_footer("vote")];

fn show(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Plain, "This session is only read here.");
        return Vec::new();
    }
    match PollCounter::of(run) {
        Some(counter) => model.show(counter),
        None if model.phones.answers_to_step() > 0 => model.show(StepCounter),
        None => model.show(PollChooser::default()),
    }
    Vec::new()
}
