//! Whether the open session goes to the hub.

use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::run::{Todo, queue};
use crate::app::screen::{Screen, Tone};
use crate::record::Fact;

/// The command that keeps the open session on this machine, or lets it travel again.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    784,
    "stay-here",
    "stay here: no line of this session goes to the hub, or let it travel again",
    &[Screen::Run],
    switch,
)];

/// Keeps the open session on this machine, or lets it travel again.
pub(super) fn switch(model: &mut Model) -> Vec<Effect> {
    let Some(run) = &model.run else { return Vec::new() };
    if !run.writable {
        model.tell(Tone::Plain, "You are reading along: whether it travels is said where the session is written.");
        return Vec::new();
    }
    let (fact, says) = if run.recording.session().stays_here() {
        (Fact::MayTravel, "This session goes to the hub, with all that was said.")
    } else {
        (Fact::StaysHere, "This session stays here: nothing said from here on goes to the hub.")
    };
    queue(model, [Todo::Told(vec![fact], says.to_owned())])
}
