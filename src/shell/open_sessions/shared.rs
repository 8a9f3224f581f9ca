//! Reads the sessions that feed the shared graph, and adds them up to a ledger.

use crate::graph::Ledger;
use crate::record::{Header, Names, Session};
use crate::store::{StoreError, Workspace};

/// Adds up all sessions of the workspace that feed the shared graph.
pub fn survey(workspace: &Workspace) -> Result<Ledger, StoreError> {
    Ok(workspace.shared_map(|_| true)?.ledger)
}

/// Adds up these sessions to a ledger.
pub fn add_up(sessions: &[(Session, Names)]) -> Ledger {
    let mut ledger = Ledger::new();
    for (session, names) in sessions {
        ledger.add_session(session, names);
    }
    ledger
}

/// The sessions that feed the shared graph, with the names of their people.
pub fn shared(
    workspace: &Workspace,
    takes_part: impl Fn(&Header) -> bool,
) -> Result<Vec<(Session, Names)>, StoreError> {
    let shared = workspace.shared(takes_part)?.into_iter();
    shared.map(|(id, session)| Ok((session, workspace.names(&id)))).collect()
}
