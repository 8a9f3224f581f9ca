//! Lays out pictures in threads.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use super::follow::StopHandle;
use super::input::Input;
use crate::app::{FinishedPicture, LayoutOrder, Msg, PictureScreen};

/// The layouts under way, at most one for each screen.
#[derive(Default)]
pub(super) struct Drafting {
    running: BTreeMap<PictureScreen, StopHandle>,
}

impl Drafting {
    /// Lays out a picture in a thread, and sends the result through this channel; an earlier order for the same screen
    /// is stopped. Without a channel, lays it out at once and returns the result.
    pub(super) fn lay_out(&mut self, order: LayoutOrder, reports: Option<&Sender<Input>>) -> Option<Msg> {
        let done = |finished: FinishedPicture| Msg::LaidOut(Box::new(finished));
        let Some(reports) = reports.cloned() else {
            return order.lay_out(&AtomicBool::new(false)).map(done);
        };
        let (stop, stopped) = StopHandle::new();
        // The handle of an earlier order is dropped here, which stops its thread.
        self.running.insert(order.screen, stop);
        thread::spawn(move || {
            if let Some(finished) = order.lay_out(&stopped)
                && !stopped.load(Ordering::SeqCst)
            {
                // The receiver is gone only when the program ends.
                let _ = reports.send(Input::Report(Box::new(done(finished))));
            }
        });
        None
    }
}
