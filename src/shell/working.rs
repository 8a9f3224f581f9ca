//! Works out in a thread what the room looks at.

use std::sync::mpsc::Sender;
use std::thread;

use super::follow::StopHandle;
use super::input::Input;
use crate::app::Msg;
use crate::app::room::SceneOrder;

/// Works out an order, and sends the answer unless the returned handle is dropped before.
pub(super) fn work_out(order: SceneOrder, reports: Sender<Input>) -> StopHandle {
    let (stop, stopped) = StopHandle::new();
    thread::spawn(move || {
        let worked = order.run(&stopped)?;
        reports.send(Input::Report(Box::new(Msg::WorkedOut(Box::new(worked))))).ok()
    });
    stop
}
