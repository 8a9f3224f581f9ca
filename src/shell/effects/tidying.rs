//! Gives sessions that are not open another title, removes them and puts them back.

use jiff::Timestamp;

use super::EffectRunner;
use crate::app::Msg;
use crate::record::text::plain;
use crate::shell::open_sessions;
use crate::store::{ListedSession, StoreError};

impl EffectRunner {
    pub(super) fn retitle(&self, id: &str, title: &str) -> Vec<Msg> {
        let done = open_sessions::retitle(&self.workspace, id, title, Timestamp::now());
        self.after(done.map(|()| format!("The session is called {} from now on.", plain(title))))
    }

    pub(super) fn remove(&self, id: &str) -> Vec<Msg> {
        let says = |gone: ListedSession| format!("Removed: {}. /put-back brings it back.", told(&gone));
        self.after(self.workspace.remove(id).map(says))
    }

    pub(super) fn put_back(&self, id: &str) -> Vec<Msg> {
        self.after(self.workspace.put_back(id).map(|back| format!("Put back: {}.", told(&back))))
    }

    pub(super) fn list_removed(&self) -> Msg {
        let removed = open_sessions::removed(&self.workspace);
        removed.map_or_else(|error| Msg::Failed(error.to_string()), Msg::ListedRemoved)
    }

    /// Lists the sessions anew, and tells what was done.
    fn after(&self, done: Result<String, StoreError>) -> Vec<Msg> {
        match done {
            Ok(says) => vec![self.list(), Msg::Told(says)],
            Err(error) => vec![Msg::Failed(error.to_string())],
        }
    }
}

fn told(known: &ListedSession) -> String {
    format!("{} of {}", plain(&known.header.title), known.header.day())
}
