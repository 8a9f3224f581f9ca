use super::BroughtUpToDate;
use crate::hub::{HubAccess, HubConnection, HubFlow};
use crate::shell::hub_joining::{HubFailure, joined};
use crate::store::Workspace;

/// Sends what is not on the hub and fetches what is not here; `None` when the workspace has joined no hub.
pub fn bring_up_to_date(workspace: &Workspace) -> Result<Option<BroughtUpToDate>, HubFailure> {
    let Some(joined) = joined(workspace) else { return Ok(None) };
    let mut hub = HubConnection::open(&joined)?;
    let mut flow = HubFlow::new(workspace.clone());
    flow.may_write(hub.workspace()?.access == HubAccess::Write);
    flow.meet(&mut hub)?;
    let happened = flow.happened();
    Ok(Some(BroughtUpToDate { arrived: happened.arrived.len(), sent: happened.sent, says: happened.says }))
}
