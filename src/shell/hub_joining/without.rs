use super::told::{HubFailure, HubLeft, HubStatus, JoinWish, JoinedTold, SetUpTold};
use crate::store::{JoinedHub, Workspace};

fn missing() -> HubFailure {
    HubFailure::usage("this program was built without the hub; cargo install adjacent --features hub builds it with it")
}

/// Sets up no hub.
pub fn set_up(_address: &str, _name: Option<&str>) -> Result<SetUpTold, HubFailure> {
    Err(missing())
}

/// Joins no hub.
pub fn join(_workspace: &Workspace, _wish: JoinWish<'_>) -> Result<JoinedTold, HubFailure> {
    Err(missing())
}

/// Asks no hub.
pub fn status(_workspace: &Workspace) -> Result<Option<HubStatus>, HubFailure> {
    Err(missing())
}

/// Leaves no hub.
pub fn leave(_workspace: &Workspace) -> Result<Option<HubLeft>, HubFailure> {
    Err(missing())
}

/// The hub that the workspace has joined, which this program cannot reach.
pub fn joined(_workspace: &Workspace) -> Option<JoinedHub> {
    None
}
