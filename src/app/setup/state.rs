use std::collections::BTreeSet;

use super::people::ListedPerson;
use crate::app::entry::Entry;
use crate::record::PlannedExercise;

/// The questions of the setup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetupStage {
    /// The title.
    #[default]
    Title,
    /// The people.
    People,
    /// The agenda.
    Agenda,
}

/// The setup popup: three questions, each answered in one line or skipped with Enter.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, and any of them go together")]
pub struct Setup {
    /// The current question.
    pub stage: SetupStage,
    /// The answer being typed.
    pub entry: Entry,
    /// The title so far.
    pub title: String,
    /// The people listed so far, with their names as typed.
    pub people: Vec<ListedPerson>,
    /// The agenda so far.
    pub agenda: Vec<PlannedExercise>,
    /// The codes of the languages in which people speak, beside English.
    pub languages: Vec<String>,
    /// The labels of the changes on the map that a new session is about; empty for a session about anything.
    pub about: Vec<String>,
    /// Whether a new session is being set up, rather than the open session changed.
    pub creating: bool,
    /// Whether the session is a rehearsal, which is left out of the shared map.
    pub rehearsal: bool,
    /// Whether the session is private: it adds to no shared map and is shown on no shared screen.
    pub private: bool,
    /// Whether no line of the session ever goes to the hub.
    pub stays_here: bool,
    /// The number of tables that follow the plan, each in a session of its own; 0 for one session.
    pub tables: u16,
    /// The index of the plan under the cursor; 0 is the one that the session has.
    pub selected: usize,
    /// The exercises chosen by what one wants to learn, while that is asked.
    pub learning: Option<Learning>,
    /// Why the last answer was rejected; `None` where it was not.
    pub wrong: Option<String>,
}

/// The exercises while they are chosen by what one wants to learn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learning {
    /// The index of the exercise under the cursor.
    pub selected: usize,
    /// The indices of the chosen exercises.
    pub chosen: BTreeSet<usize>,
}

/// The text or setup that begins a session, until the session is open.
#[derive(Clone, Debug)]
pub enum Begun {
    /// The first line of the session.
    Line(String),
    /// The title, the people and the agenda of the session.
    Setup(Box<Setup>),
}
