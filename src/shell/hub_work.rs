//! The chores about the hub, in the one thread that speaks to it.

use std::sync::mpsc::Sender;

use super::input::Input;
use crate::app::Msg;
use crate::app::hub::{HubChore, HubReport};
use crate::store::Workspace;

/// The connection of the console to the hub.
#[derive(Debug, Default)]
pub(super) struct HubWork {}

impl HubWork {
    /// Performs a chore; what the thread finds later goes through the channel.
    #[expect(clippy::unused_self, reason = "the connection is held here")]
    pub(super) fn perform(
        &mut self,
        _workspace: &Workspace,
        _chore: &HubChore,
        _reports: Option<&Sender<Input>>,
    ) -> Vec<Msg> {
        vec![Msg::Hub(HubReport::Told("This program was built without the hub.".to_owned()))]
    }
}
