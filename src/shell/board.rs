//! What the console that writes a session tells the room's own window about phones. The window is another program, and
//! the address for phones is not in the record; so it goes through a small private file, which is written again now and
//! then while the page is there.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::follow::StopHandle;
use super::input::Input;
use crate::app::Msg;
use crate::app::phones::{PhonesBoard, PhonesReport};
use crate::store::{StoreError, Workspace, told_room};

/// The time between two looks at the file.
const PAUSE: Duration = Duration::from_millis(200);

/// The age at which the file counts for nothing: the console was stopped, or is gone.
const GONE: Duration = Duration::from_secs(20);

/// Tells the room's window; `None` when there is no page any more.
pub(super) fn tell(workspace: &Workspace, id: &str, board: Option<&PhonesBoard>) -> Result<(), StoreError> {
    match board.and_then(|board| ron::to_string(board).ok()) {
        Some(text) => workspace.tell_room(id, &text),
        None => workspace.untell_room(id),
    }
}

/// Sends what the console tells, whenever it changes. The thread ends when the returned handle is dropped.
pub(super) fn watch(note: PathBuf, reports: Sender<Input>) -> StopHandle {
    let (stop, stopped) = StopHandle::new();
    thread::spawn(move || {
        let mut shown: Option<PhonesBoard> = None;
        while !stopped.load(Ordering::SeqCst) {
            let now = told_room(&note, GONE).and_then(|text| ron::from_str(&text).ok());
            if now != shown {
                let report = Msg::Phones(PhonesReport::Board(now.clone()));
                if reports.send(Input::Report(Box::new(report))).is_err() {
                    return;
                }
                shown = now;
            }
            thread::sleep(PAUSE);
        }
    });
    stop
}
