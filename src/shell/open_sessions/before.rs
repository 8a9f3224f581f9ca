//! Finds the earlier sessions that a session builds on.

use super::shared::{add_up, shared};
use crate::graph::Ledger;
use crate::record::{Header, Matter, Names, Session, SessionId, SessionKind, matters};
use crate::replay::branch;
use crate::store::{SharedMap, StoreError, Workspace, samples};

/// The sum of the sessions that a session builds on: those that feed the shared graph, or those that [`story`] returns.
#[derive(Default)]
pub(super) struct Before {
    /// The ledger to which these sessions add up.
    pub(super) base: Ledger,
    /// The matters that these sessions left open.
    pub(super) carried: Vec<Matter>,
}

pub(super) fn before(workspace: &Workspace, header: &Header) -> Result<Before, StoreError> {
    match header.kind {
        SessionKind::Rehearsal | SessionKind::WhatIf { .. } => Ok(left_by(&story(workspace, header)?)),
        _ => {
            let SharedMap { ledger, left } = workspace.shared_map(|other| other.id != header.id)?;
            let mut carried = matters(&[], &left);
            carried.retain(Matter::is_open);
            Ok(Before { base: ledger, carried })
        }
    }
}

/// Adds up the sessions that a session builds on.
pub fn base(workspace: &Workspace, header: &Header) -> Result<Ledger, StoreError> {
    Ok(before(workspace, header)?.base)
}

pub(super) fn left_by(sessions: &[(Session, Names)]) -> Before {
    let mut carried = matters(&[], sessions.iter().map(|(session, _)| session));
    carried.retain(Matter::is_open);
    Before { base: add_up(sessions), carried }
}

/// The sessions that a session builds on, the oldest first. For a branch, these are its origin, up to the event after
/// which the branch begins, and those opened before the origin. For a practice copy, they are those before its sample;
/// for any other rehearsal, none.
pub fn story(workspace: &Workspace, header: &Header) -> Result<Vec<(Session, Names)>, StoreError> {
    story_of(workspace, header, &mut Vec::new())
}

/// Returns the sessions of [`story`]. `left` holds the ids of the branches visited so far, so that a branch whose
/// origins lead back to itself builds on nothing.
fn story_of(
    workspace: &Workspace,
    header: &Header,
    left: &mut Vec<SessionId>,
) -> Result<Vec<(Session, Names)>, StoreError> {
    let mut sessions = match &header.kind {
        SessionKind::Rehearsal => {
            let sample = samples::all().into_iter().find(|sample| sample.title() == header.title);
            let before = sample.as_ref().map(samples::before).unwrap_or_default();
            before.into_iter().map(|session| (session, Names::default())).collect()
        }
        SessionKind::WhatIf { .. } if left.contains(&header.id) => Vec::new(),
        SessionKind::WhatIf { of, after } => {
            left.push(header.id.clone());
            let (origin, names) = (workspace.load(of)?.session, workspace.names(of));
            let mut before = story_of(workspace, origin.header(), left)?;
            before.retain(|(session, _)| session.header().opened < origin.header().opened);
            before.push((branch::cut(&origin, *after), names));
            before
        }
        _ => shared(workspace, |other| other.id != header.id)?,
    };
    sessions.sort_by_key(|(session, _)| session.header().opened);
    Ok(sessions)
}
