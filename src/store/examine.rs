//! Finds damage in session files, and repairs it.

use std::fs;
use std::path::Path;

use super::file_mode::Readable;
use super::lock::Lock;
use super::read_session::stem;
use super::set_aside::{Repaired, keep_torn};
use super::whole_file;
use super::{StoreError, Workspace, side_file};
use crate::record::Event;
use crate::record::line::{self, Fault};

/// The faults of a session file, in the order of the file.
pub fn check(path: &Path) -> Result<Vec<Fault>, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    Ok(line::read(&bytes).faults)
}

/// Repairs a session file, or a file beside the sessions. With `reseal`, lines that were changed by hand are accepted.
/// A second call changes nothing.
pub fn repair(path: &Path, reseal: bool) -> Result<Repaired, StoreError> {
    if side_file::is_side_file(path) {
        return side_file::repair(path);
    }
    let _lock = Lock::take(path)?;
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    let reading = line::read(&bytes);
    if !reading.is_session() {
        return Err(StoreError::NotASession { path: path.to_owned() });
    }
    let mended = line::mend(&bytes, &reading, &stem(path), reseal)?;
    if !line::strikes(&bytes, &reading).stand_in(&bytes) {
        let workspace = Workspace::open(path.parent().and_then(Path::parent).unwrap_or(Path::new("")))?;
        workspace.remove_copies(path, reading.unstruck())?;
    }
    let mut set_aside = None;
    if mended.bytes != bytes {
        // The unusable bytes are on disk in another file before this file is changed.
        set_aside = keep_torn(path, &mended.set_aside)?;
        whole_file::write(path, &mended.bytes, Readable::ByOthers)?;
    }
    if let (true, Some(folder)) = (mended_orders(&mended.bytes), path.parent().and_then(Path::parent)) {
        Workspace::open(folder)?.strike_in_copies(path)?;
    }
    let left = line::read(&mended.bytes).faults;
    Ok(Repaired { done: mended.done, set_aside, left })
}

/// Whether a line was removed for good, so that a copy of the file may still hold its text.
fn mended_orders(bytes: &[u8]) -> bool {
    line::read(bytes).events.iter().any(Event::is_struck)
}
