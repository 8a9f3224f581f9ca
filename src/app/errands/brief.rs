use super::chore::ErrandChore;
use super::page::is_for_the_room;
use crate::app::effect::Effect;
use crate::app::model::{CommandRow, Model};
use crate::app::screen::{Screen, Tone};

/// The command that shows the brief.
pub(in crate::app) const COMMANDS: &[CommandRow] = &[CommandRow::new(
    167,
    "brief",
    "brief: what is due, open and changed before the next session",
    &[Screen::Home, Screen::Run],
    show,
)];

fn show(model: &mut Model) -> Vec<Effect> {
    if is_for_the_room(model) {
        return Vec::new();
    }
    model.tell(Tone::Plain, "Reading every session for the brief.");
    vec![Effect::Errand(ErrandChore::Brief)]
}
