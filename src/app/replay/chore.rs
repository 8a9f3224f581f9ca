use super::order::{Changes, CompareOrder, ScanOrder, Scanned};
use super::plot_order::PlotOrder;
use crate::app::open_session::OpenSession;
use crate::lens::Plots;
use crate::record::SessionId;
use crate::replay::search::Hit;

/// A chore for the shell about the replay of a session.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplayChore {
    /// Read a session with the sessions it builds on, then send [`ReplayReport::Opened`].
    Open {
        /// The id of the session.
        id: SessionId,
        /// The number of the event to begin at; `None` begins at the beginning.
        at: Option<u64>,
    },
    /// Scan a session for findings in a thread of the shell; send [`ReplayReport::Scanned`] for each batch.
    Scan(Box<ScanOrder>),
    /// Compare two moments in a thread of the shell, then send [`ReplayReport::Compared`].
    Compare(Box<CompareOrder>),
    /// Collect the plots of a moment in a thread of the shell, then send [`ReplayReport::Plotted`].
    Plot(Box<PlotOrder>),
    /// Collect the plots of all sessions that feed the shared map, then send [`ReplayReport::Plotted`].
    PlotWorkspace,
    /// Begin a branch of a session and open it.
    Branch {
        /// The session to branch from.
        of: SessionId,
        /// The number of the last event that the branch shares.
        after: u64,
        /// The title of the branch.
        title: String,
    },
    /// Search every session for words, then send [`ReplayReport::Found`].
    Search(String),
    /// List due and open matters of the workspace, then send [`ReplayReport::Remembers`].
    Remember,
}

/// The report of a chore about the replay.
#[derive(Clone, Debug)]
pub enum ReplayReport {
    /// A session was read and can be replayed.
    Opened {
        /// The session.
        open: Box<OpenSession>,
        /// The number of the event to begin at; `None` begins at the beginning.
        at: Option<u64>,
    },
    /// The findings of a batch of events, with the event of each.
    Scanned(Box<Scanned>),
    /// The changes between two moments.
    Compared(Changes),
    /// The plots that were asked for.
    Plotted(Box<Plots>),
    /// The hits of a search.
    Found {
        /// The words of the search.
        words: String,
        /// The hits, the oldest session first.
        hits: Vec<Hit>,
    },
    /// The due and open matters of the workspace, in a few lines.
    Remembers(Vec<String>),
}
