//! The agendas that can be chosen: those of the workspace, and those of earlier sessions.

use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::Tone;
use crate::exercise::{AgendaFile, ShelvedAgenda};

/// A chore about agendas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaChore {
    /// List the agendas of the workspace and of its latest sessions, then send [`AgendaReport::Shelved`].
    Shelve,
    /// Write an agenda to a new file of the workspace, then send [`AgendaReport::Stored`].
    Store(AgendaFile),
}

/// The report of a chore about agendas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaReport {
    /// The agendas that can be chosen: those of the workspace, then those of earlier sessions, the latest first.
    Shelved(Vec<ShelvedAgenda>),
    /// An agenda is on disk.
    Stored {
        /// The title of the agenda.
        title: String,
        /// The file within the workspace.
        file: String,
    },
}

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
