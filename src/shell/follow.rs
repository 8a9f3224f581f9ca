//! Follows a session that another program writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::input::Input;
use crate::app::Msg;
use crate::store::Follower;

/// The time between two reads of the file.
const PAUSE: Duration = Duration::from_millis(80);

/// Ends a background thread when it is dropped.
pub(super) struct StopHandle(Arc<AtomicBool>);

impl StopHandle {
    /// Returns a handle, and the flag by which the thread learns that it must end.
    pub(super) fn new() -> (Self, Arc<AtomicBool>) {
        let stopped = Arc::new(AtomicBool::new(false));
        (Self(Arc::clone(&stopped)), stopped)
    }
}

impl Drop for StopHandle {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Starts a thread that sends the events that another program adds to a session. The thread ends when the returned
/// handle is dropped.
pub(super) fn watch(mut follower: Follower, reports: Sender<Input>) -> StopHandle {
    let (stop, stopped) = StopHandle::new();
    thread::spawn(move || {
        while !stopped.load(Ordering::SeqCst) {
            let news = follower.news();
            if !news.is_empty() && reports.send(Input::Report(Box::new(Msg::Followed(news)))).is_err() {
                return;
            }
            thread::sleep(PAUSE);
        }
    });
    stop
}
