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
