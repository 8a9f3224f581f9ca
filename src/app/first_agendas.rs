use super::recording::default_agenda;
use crate::exercise::Catalogue;
use crate::record::{Mode, PlannedExercise};

/// The agendas with which new sessions begin, where the configuration names some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstAgendas {
    /// The agenda of a session with a room; empty for the usual one.
    pub live: Vec<PlannedExercise>,
    /// The agenda of a session of one person; empty for the usual one.
    pub solo: Vec<PlannedExercise>,
}

impl FirstAgendas {
    /// Returns the agenda of a new session.
    pub(super) fn of(&self, mode: Mode, catalogue: &Catalogue) -> Vec<PlannedExercise> {
        let named = match mode {
            Mode::Live => &self.live,
            Mode::Solo => &self.solo,
        };
        if named.is_empty() { default_agenda(catalogue, mode) } else { named.clone() }
    }
}
