//! The chores about the hub, in the one thread that speaks to it.

#[cfg(feature = "hub")]
mod caller;
#[cfg(feature = "hub")]
mod orders;
#[cfg(feature = "hub")]
mod thread;

use std::sync::mpsc::Sender;

use super::input::Input;
use crate::app::Msg;
use crate::app::hub::{HubChore, HubReport, HubState};
use crate::store::Workspace;

#[cfg(feature = "hub")]
use thread::HubThread;

/// The connection of the console to the hub.
#[derive(Debug, Default)]
pub(super) struct HubWork {
    #[cfg(feature = "hub")]
    thread: Option<HubThread>,
}

/// The report that no hub is joined.
fn no_hub() -> Msg {
    Msg::Hub(HubReport::State(HubState::default()))
}

#[cfg(feature = "hub")]
impl HubWork {
    /// Performs a chore; what the thread finds later goes through the channel.
    pub(super) fn perform(
        &mut self,
        workspace: &Workspace,
        chore: HubChore,
        reports: Option<&Sender<Input>>,
    ) -> Vec<Msg> {
        let Some(reports) = reports else { return Vec::new() };
        match (chore, &self.thread) {
            (HubChore::Begin, _) => *self = Self::follow(workspace, reports),
            (HubChore::Join(address), _) => {
                self.thread = Some(HubThread::begin(workspace.clone(), reports.clone(), Some(address)));
            }
            (HubChore::Ask, Some(thread)) => thread.ask(),
            (HubChore::Leave, Some(thread)) => thread.leave(),
            (HubChore::Ask | HubChore::Leave, None) => return vec![no_hub()],
        }
        Vec::new()
    }

    /// Sends and follows, if the workspace has joined a hub, until this value is dropped.
    pub(super) fn follow(workspace: &Workspace, reports: &Sender<Input>) -> Self {
        let joined = super::hub_joining::joined(workspace);
        Self { thread: joined.map(|_| HubThread::begin(workspace.clone(), reports.clone(), None)) }
    }

    /// Tells the thread that a line was written here.
    pub(super) fn written(&self) {
        if let Some(thread) = &self.thread {
            thread.written();
        }
    }
}

#[cfg(not(feature = "hub"))]
impl HubWork {
    /// Says how to have the hub.
    #[expect(clippy::unused_self, reason = "with the hub, the thread is held here")]
    pub(super) fn perform(&mut self, _: &Workspace, chore: HubChore, _: Option<&Sender<Input>>) -> Vec<Msg> {
        let without = "This program was built without the hub; cargo install adjacent --features hub has it.";
        match chore {
            HubChore::Begin => Vec::new(),
            HubChore::Ask => vec![no_hub()],
            HubChore::Join(_) | HubChore::Leave => vec![Msg::Hub(HubReport::Told(without.to_owned()))],
        }
    }

    /// Does nothing.
    pub(super) fn follow(_: &Workspace, _: &Sender<Input>) -> Self {
        Self::default()
    }

    /// Does nothing.
    #[expect(clippy::unused_self, reason = "with the hub, the thread is held here")]
    pub(super) const fn written(&self) {}
}
