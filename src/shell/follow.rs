//! Reads along in a session that somebody else writes.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::input::Input;
use crate::app::Msg;
use crate::record::line;

/// How long a line may take from the writer's disk to the reader's screen.
const PAUSE: Duration = Duration::from_millis(80);

/// Ends the following when it is dropped.
pub(super) struct Stop(Arc<AtomicBool>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// Sends the events that are added to a session file, from the one after `known` on.
pub(super) fn watch(path: PathBuf, mut known: usize, reports: Sender<Input>) -> Stop {
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Stop(Arc::clone(&stopped));
    thread::spawn(move || {
        let mut length = 0;
        while !stopped.load(Ordering::SeqCst) {
            thread::sleep(PAUSE);
            let grown = fs::metadata(&path).map_or(0, |file| file.len());
            if grown == length {
                continue;
            }
            length = grown;
            let Ok(bytes) = fs::read(&path) else { continue };
            let events: Vec<_> = line::read(&bytes).events.into_iter().skip(known).collect();
            known += events.len();
            if !events.is_empty() && reports.send(Input::Report(Box::new(Msg::Followed(events)))).is_err() {
                return;
            }
        }
    });
    stop
}
