use super::people::ListedPerson;
use crate::app::entry::Entry;
use crate::record::PlannedExercise;

/// Which question of the setup is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SetupStage {
    /// What is it called?
    #[default]
    Title,
    /// Who is here?
    People,
    /// What is planned?
    Agenda,
}

/// The setup: three questions, each answered in one line or passed with Enter.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Which question is asked.
    pub stage: SetupStage,
    /// The answer being typed.
    pub entry: Entry,
    /// The title so far; for a session that does not exist yet.
    pub title: String,
    /// People listed so far, with their names as typed.
    pub people: Vec<ListedPerson>,
    /// The agenda so far.
    pub agenda: Vec<PlannedExercise>,
    /// A new workshop is being set up, rather than the open session changed.
    pub creating: bool,
    /// It is a dry run, which leaves no trace in the shared map.
    pub rehearsal: bool,
    /// It is private: it adds to no shared map and is shown on no shared screen.
    pub private: bool,
    /// What was wrong with the last answer.
    pub wrong: Option<String>,
}

/// What was typed to begin a session, until it has begun.
#[derive(Clone, Debug)]
pub enum Begun {
    /// Its first line.
    Line(String),
    /// Its title, its people and its agenda.
    Setup(Setup),
}
