use super::order::{Changes, CompareOrder, ScanOrder, Scanned};
use crate::app::open_session::OpenSession;
use crate::record::SessionId;
use crate::replay::search::Hit;

/// A chore for the shell about looking back.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplayChore {
    /// Read a session with what it built on, then send [`ReplayReport::Opened`].
    Open {
        /// Its id.
        id: SessionId,
        /// The event to begin at; the end without it.
        at: Option<u64>,
    },
    /// Look for what shows when, in a thread of the shell, then send [`ReplayReport::Scanned`] as often as there is news.
    Scan(Box<ScanOrder>),
    /// Compare two moments in a thread of the shell, then send [`ReplayReport::Compared`].
    Compare(Box<CompareOrder>),
    /// Begin a branch of a session and open it.
    Branch {
        /// The session that is left.
        of: SessionId,
        /// After which event.
        after: u64,
        /// What the branch is called.
        title: String,
    },
    /// Look for words in every session, then send [`ReplayReport::Found`].
    Search(String),
    /// Work out what the workspace remembers, then send [`ReplayReport::Remembers`].
    Remember,
}

/// What came of it.
#[derive(Clone, Debug)]
pub enum ReplayReport {
    /// A session can be looked back at.
    Opened {
        /// The session.
        open: Box<OpenSession>,
        /// The event to begin at.
        at: Option<u64>,
    },
    /// What shows when, as far as was looked.
    Scanned(Box<Scanned>),
    /// What changed between two moments.
    Compared(Changes),
    /// Where words were said.
    Found {
        /// What was looked for.
        words: String,
        /// Where it was said, the oldest session first.
        hits: Vec<Hit>,
    },
    /// What the workspace remembers, in a few lines.
    Remembers(Vec<String>),
}
