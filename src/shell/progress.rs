//! Says on standard error that a command is still at work, when that takes longer than a second.

use std::io::{IsTerminal, Write, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::terminal::size;
use crate::record::text::plain;

/// The time after which progress is shown, and then renewed.
const BEAT: Duration = Duration::from_secs(1);

/// A line about work that goes on. It is removed when this value is dropped.
pub struct Progress {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
    what: Arc<Mutex<String>>,
}

impl Progress {
    /// Begins to watch over work; `what` says what is being done. `None` where standard error is no terminal that can
    /// take a line back.
    pub fn begin(what: &str) -> Option<Self> {
        let is_dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        (stderr().is_terminal() && !is_dumb).then(|| Self::shown_by(what, show))
    }

    fn shown_by(what: &str, show: impl Fn(&str) + Send + 'static) -> Self {
        let what = Arc::new(Mutex::new(what.to_owned()));
        let (stop, stopped) = channel();
        let told = Arc::clone(&what);
        let thread = thread::spawn(move || {
            let began = Instant::now();
            let mut shown = false;
            while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                let what = told.lock().unwrap_or_else(PoisonError::into_inner).clone();
                show(&format!("{what}, {} s", began.elapsed().as_secs()));
                shown = true;
            }
            if shown {
                show("");
            }
        });
        Self { stop: Some(stop), thread: Some(thread), what }
    }

    /// Says how far the work is.
    pub fn at(&self, what: &str) {
        what.clone_into(&mut self.what.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Drop for Progress {
    /// Takes the line back before anything else is printed.
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            // A thread that panicked has nothing to take back.
            let _ = thread.join();
        }
    }
}

/// Shows a line in the place of the one before; an empty one removes it.
fn show(line: &str) {
    let width = usize::from(size().map_or(80, |(columns, _)| columns)).saturating_sub(1);
    let line: String = plain(line).chars().take(width).collect();
    // The terminal may be gone; then nobody sees it.
    let _ = write!(stderr(), "\r\x1b[K{line}").and_then(|()| stderr().flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_of_more_than_a_second_is_told_with_how_far_it_is_and_taken_back() {
        let shown = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&shown);
        let progress = Progress::shown_by("checking", move |line| lines.lock().unwrap().push(line.to_owned()));
        progress.at("checking, 3 of 9 files");
        let began = Instant::now();
        while shown.lock().unwrap().is_empty() {
            assert!(began.elapsed() < Duration::from_secs(60));
            thread::sleep(Duration::from_millis(10));
        }
        drop(progress);
        let shown = shown.lock().unwrap();
        assert!(shown[0].starts_with("checking, 3 of 9 files, "), "{shown:?}");
        assert_eq!(shown.last().map(String::as_str), Some(""));
    }

    #[test]
    fn work_that_is_done_at_once_says_nothing() {
        let shown = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&shown);
        drop(Progress::shown_by("checking", move |line| lines.lock().unwrap().push(line.to_owned())));
        assert!(shown.lock().unwrap().is_empty());
    }
}
