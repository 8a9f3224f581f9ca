//! Writes sessions that came from another machine into new files, many of them in one go.

use std::fs::{self, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::file_mode::{FileMode, Readable};
use super::folder::{make_folder, sync_folder};
use super::lock::Lock;
use super::new_file::{self, NewFile};
use super::{SealedFollower, StoreError, Workspace};
use crate::record::line::SealedText;

/// New session files that are written one after the other. The folder is listed once and synced once for all of them.
#[derive(Debug)]
pub struct ArrivingFiles {
    folder: PathBuf,
    /// Whether a file got its name since the folder was synced.
    unsynced: bool,
}

impl Workspace {
    /// Begins to write new session files, and removes those that an earlier program left behind when it was killed.
    pub fn arriving_files(&self) -> Result<ArrivingFiles, StoreError> {
        let folder = self.sessions();
        make_folder(&folder)?;
        new_file::sweep_unheld(&folder);
        Ok(ArrivingFiles { folder, unsynced: false })
    }
}

impl ArrivingFiles {
    /// Writes a session into a new file, completely or not at all, and returns the file as it was written; `None`, and
    /// nothing is written, where a file is there already.
    pub fn write(&mut self, path: &Path, session: SealedText) -> Result<Option<SealedFollower>, StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Ok(None);
        }
        // A lock file for each of many sessions would cost as much as the sessions themselves. So a lock is taken only
        // where somebody made this session here; otherwise the name is taken in one step, and only while it is free.
        let lock = Lock::was_taken(path).then(|| Lock::take(path)).transpose()?;
        let (new, state) = written(path, &session).map_err(StoreError::write(path))?;
        let is_ours = match new.take_free_name(path) {
            Ok(is_ours) => is_ours,
            Err(new) => appears_under_a_lock(new, path, lock)?,
        };
        self.unsynced |= is_ours;
        Ok(is_ours.then(|| SealedFollower::as_written(path.to_owned(), session.into_file(), &state)))
    }

    /// Makes the names of the files that were written so far survive a power cut.
    pub fn sync_names(&mut self) -> Result<(), StoreError> {
        if self.unsynced {
            sync_folder(&self.folder).map_err(StoreError::write(&self.folder))?;
            self.unsynced = false;
        }
        Ok(())
    }
}

/// Writes a session under a hidden name, safe on disk.
fn written(path: &Path, session: &SealedText) -> io::Result<(NewFile, Metadata)> {
    let mut new = NewFile::among_many(path, FileMode::of(path, Readable::ByOthers))?;
    let file = new.file();
    file.write_all(session.as_bytes())?;
    file.sync_data()?;
    let state = file.metadata()?;
    Ok((new, state))
}

/// Gives a hidden file its name under a lock, in a folder that cannot do so in one step; returns whether it was free.
fn appears_under_a_lock(new: NewFile, path: &Path, lock: Option<Lock>) -> Result<bool, StoreError> {
    let lock = lock.map_or_else(|| Lock::take(path), Ok)?;
    let is_free = fs::symlink_metadata(path).is_err();
    if is_free {
        new.replace(path).map_err(StoreError::write(path))?;
    }
    drop(lock);
    Ok(is_free)
}

#[cfg(test)]
mod tests;
