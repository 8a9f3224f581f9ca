use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::connection::HubConnection;
use super::error::HubError;
use super::link::WaitEnd;
use super::waker::HubWaker;
use crate::record::SessionId;

/// What ended a wait for news.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HubNews {
    /// Something changed in these sessions: lines, a strike or a new session, by another console.
    Changed(BTreeSet<SessionId>),
    /// Nothing was heard in that time. A proxy in between may swallow notifications: read the heads.
    Quiet,
    /// [`HubWaker::wake`] was called.
    Woken,
}

impl HubConnection {
    /// Waits for news of the workspace, for at most this long.
    ///
    /// News since the last wait are there at once. A connection listens before anything is read over it, so nothing that
    /// comes after the first reading of the heads is missed.
    pub fn wait_for_news(&mut self, at_most: Duration) -> Result<HubNews, HubError> {
        let waker = Arc::clone(&self.waker.0);
        let until = Instant::now() + at_most;
        loop {
            let mut told = self.link.heard();
            if told.is_empty() {
                match self.link.listen(until.saturating_duration_since(Instant::now()), waker.notified())? {
                    None => return Ok(HubNews::Quiet),
                    Some(WaitEnd::Other(())) => return Ok(HubNews::Woken),
                    Some(WaitEnd::Notification(first)) => told.extend(first),
                }
                told.extend(self.link.heard());
            }
            let others = told.into_iter().filter(|told| told.by != self.process);
            let changed: BTreeSet<SessionId> = others.map(|told| SessionId::from(told.payload)).collect();
            if !changed.is_empty() {
                return Ok(HubNews::Changed(changed));
            }
        }
    }

    /// What ends [`HubConnection::wait_for_news`] from another thread.
    pub fn waker(&self) -> HubWaker {
        self.waker.clone()
    }
}
