use super::begin::NewGathering;
use super::overview::GatheringOverview;
use crate::graph::Ledger;
use crate::record::SessionId;

/// A chore about the tables of a gathering.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TablesChore {
    /// Create the sessions of a gathering and open its plenary.
    Begin(Box<NewGathering>),
    /// Look at the tables, then send [`TablesReport::Seen`], [`TablesReport::Unchanged`] or [`TablesReport::NoTables`].
    Look {
        /// The id of the gathering; `None` for the latest one.
        of: Option<String>,
        /// The session that is open here; the report then has the ledger of all others.
        open: Option<SessionId>,
        /// The stamp of the last report: while the files have it still, nothing is read.
        stamp: u64,
    },
}

/// The report of such a chore.
#[derive(Clone, Debug)]
pub enum TablesReport {
    /// The tables as they stand.
    Seen {
        /// What the lead sees.
        overview: Box<GatheringOverview>,
        /// The sum of all sessions but the open one.
        others: Box<Ledger>,
        /// Identifies the files as they were read.
        stamp: u64,
    },
    /// No session file has changed since the last report.
    Unchanged,
    /// No gathering is in the workspace.
    NoTables,
    /// The tables could not be read; the sentence says why.
    Unread(String),
}
