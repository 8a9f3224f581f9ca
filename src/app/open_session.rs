use crate::graph::Ledger;
use crate::record::{Hidden, Matter, Names, OwnNote, Persons, Session};

/// A session, opened.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// What was said in it so far.
    pub session: Session,
    /// What the other sessions of the workspace add up to.
    pub base: Ledger,
    /// Which name belongs to which tag.
    pub names: Names,
    /// Whose names stay out of it although they are listed elsewhere.
    pub elsewhere: Persons,
    /// What other sessions have left open.
    pub carried: Vec<Matter>,
    /// What a round has collected that nobody has seen yet.
    pub hidden: Option<Hidden>,
    /// Notes for whoever holds the keyboard alone.
    pub own_notes: Vec<OwnNote>,
    /// Answers in the private file that belong to no round, and of which the record does not say what became of them.
    pub stray: Option<Hidden>,
    /// Whether it can be written to.
    pub writable: bool,
    /// What is wrong with the file, one sentence a fault.
    pub faults: Vec<String>,
}

impl OpenSession {
    /// A session that builds on nothing, with nothing beside it.
    pub fn alone(session: Session) -> Self {
        Self {
            session,
            base: Ledger::new(),
            names: Names::default(),
            elsewhere: Persons::nobody(),
            carried: Vec::new(),
            hidden: None,
            own_notes: Vec::new(),
            stray: None,
            writable: false,
            faults: Vec::new(),
        }
    }
}
