//! Follows a session that another program writes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::input::Input;
use super::open_sessions;
use crate::app::Msg;
use crate::record::Header;
use crate::store::{Follower, Workspace};

/// The time between two reads of the file.
const PAUSE: Duration = Duration::from_millis(80);

/// The time between two looks at the files of the other sessions.
const BASE_PAUSE: Duration = Duration::from_secs(2);

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

/// Starts a thread that sends the sum of all sessions that a session builds on, whenever one of them has grown. The
/// thread ends when the returned handle is dropped.
pub(super) fn watch_base(workspace: Workspace, header: Header, reports: Sender<Input>) -> StopHandle {
    let (stop, stopped) = StopHandle::new();
    thread::spawn(move || {
        // The first base is sent in any case: a session may have grown since the first one was read.
        let mut stamp = 0;
        while !stopped.load(Ordering::SeqCst) {
            thread::sleep(BASE_PAUSE);
            let Ok(present) = workspace.sessions_stamp(Some(&header.id)) else { continue };
            if std::mem::replace(&mut stamp, present) == present {
                continue;
            }
            let Ok(base) = open_sessions::base(&workspace, &header) else { continue };
            if reports.send(Input::Report(Box::new(Msg::Surveyed(Box::new(base))))).is_err() {
                return;
            }
        }
    });
    stop
}
