//! Takes in the agendas that can be chosen: those of the workspace, and those of earlier sessions.

use super::chore::{AgendaChore, AgendaReport};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;

/// Takes in the report of a chore.
pub(in crate::app) fn reported(model: &mut Model, report: AgendaReport) -> Vec<Effect> {
    match report {
        AgendaReport::Shelved(shelf) => {
            model.shelf = shelf;
            Vec::new()
        }
        AgendaReport::Stored { title, file } => {
            model.tell(Tone::Good, format!("The plan “{title}” is in {file}; the setup and adjacent plans list it."));
            vec![Effect::Agenda(AgendaChore::Shelve)]
        }
    }
}
