//! The chores about phones: the server, in a thread of its own.

use std::sync::mpsc::Sender;

use super::input::Input;
use crate::app::Msg;
use crate::app::phones::{PhonesChore, PhonesReport};

/// The server of the console.
#[derive(Debug, Default)]
pub(super) struct PhonesWork {}

impl PhonesWork {
    /// Performs a chore; what phones answer goes through the channel.
    #[expect(clippy::unused_self, reason = "the server is held here")]
    pub(super) fn perform(&mut self, _chore: PhonesChore, _reports: Option<&Sender<Input>>) -> Vec<Msg> {
        vec![Msg::Phones(PhonesReport::Closed("This program was built without phones.".to_owned()))]
    }
}
