use std::sync::Arc;

use crate::capture::lexicon::LexiconFile;
use crate::graph::Ledger;
use crate::record::{Conventions, Hidden, Matter, Names, OwnNote, Persons, Session};

/// A session, opened.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// The session with its events so far.
    pub session: Session,
    /// The ledger of the other sessions of the workspace.
    pub base: Ledger,
    /// The name for each tag.
    pub names: Names,
    /// People whose names are left out of this session although only other sessions list them.
    pub elsewhere: Persons,
    /// The matters that other sessions left open.
    pub carried: Vec<Matter>,
    /// The collected answers of a round that were not shown yet.
    pub hidden: Option<Hidden>,
    /// Notes for the facilitator alone.
    pub own_notes: Vec<OwnNote>,
    /// Answers in the private file that belong to no round and whose outcome the record does not tell.
    pub stray: Option<Hidden>,
    /// The words that the workspace adds to the languages.
    pub own_words: Arc<[LexiconFile]>,
    /// The conventions of the workspace.
    pub conventions: Conventions,
    /// Whether it can be written to.
    pub writable: bool,
    /// One sentence for each fault of the file.
    pub faults: Vec<String>,
}

impl OpenSession {
    /// Returns a session without a base, names, notes or answers.
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
            own_words: Arc::from([]),
            conventions: Conventions::default(),
            writable: false,
            faults: Vec::new(),
        }
    }
}
