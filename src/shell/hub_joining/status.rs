use super::joining::joined;
use super::told::{HubFailure, HubStatus, StatusMember, StatusStrike};
use crate::hub::{HubAccess, HubConnection};
use crate::store::Workspace;

/// Asks the hub of a workspace for its state; `None` when the workspace has joined none.
pub fn status(workspace: &Workspace) -> Result<Option<HubStatus>, HubFailure> {
    let Some(joined) = joined(workspace) else { return Ok(None) };
    let mut hub = HubConnection::open(&joined)?;
    let there = hub.workspace()?;
    let heads = hub.heads()?;
    let members = hub.members()?.into_iter().map(|member| StatusMember {
        name: member.name,
        seen: member.seen,
        has_left: member.left.is_some(),
        is_here: member.is_here,
    });
    let strikes = hub.open_strikes()?.into_iter().map(|strike| StatusStrike {
        session: strike.session.to_string(),
        line: strike.seq,
        at: strike.at,
        not_taken: strike.not_taken.into_iter().map(|member| member.name).collect(),
    });
    Ok(Some(HubStatus {
        hub: hub.name().to_owned(),
        workspace: there.name,
        may_write: there.access == HubAccess::Write,
        sessions: heads.len(),
        lines: heads.iter().map(|head| head.last).sum(),
        members: members.collect(),
        strikes: strikes.collect(),
    }))
}
