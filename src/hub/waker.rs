use std::sync::Arc;

use tokio::sync::Notify;

/// Ends a wait for news from another thread. One waker may serve many connections, one after the other.
#[derive(Clone, Debug, Default)]
pub struct HubWaker(pub(super) Arc<Notify>);

impl HubWaker {
    /// Ends the wait for news, or the next one when nobody waits.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}
