//! Works out in a thread what the room looks at.

use std::sync::mpsc::Sender;
use std::thread;

use super::follow::StopHandle;
use super::input::Input;
use crate::app::Msg;
use crate::app::room::SceneOrder;

/// The work on the last order; a new order stops it.
#[derive(Default)]
pub(super) struct RoomWork {
    in_progress: Option<StopHandle>,
}

impl RoomWork {
    /// Works out an order, and sends the answer unless another order comes first.
    pub(super) fn begin(&mut self, order: SceneOrder, reports: Sender<Input>) {
        let (stop, stopped) = StopHandle::new();
        self.in_progress = Some(stop);
        thread::spawn(move || {
            let worked = order.run(&stopped)?;
            reports.send(Input::Report(Box::new(Msg::WorkedOut(Box::new(worked))))).ok()
        });
    }

    /// Stops the work.
    pub(super) fn stop(&mut self) {
        self.in_progress = None;
    }
}
