//! Writes sessions that came from another machine into new files, many of them in one go.

use std::fs;
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
        let lock = Lock::take(path)?;
        if fs::symlink_metadata(path).is_ok() {
            return Ok(None);
        }
        let written = self.write_new(path, session).map_err(StoreError::write(path))?;
        drop(lock);
        Ok(Some(written))
    }

    fn write_new(&mut self, path: &Path, session: SealedText) -> io::Result<SealedFollower> {
        let mut new = NewFile::among_many(path, FileMode::of(path, Readable::ByOthers))?;
        let file = new.file();
        file.write_all(session.as_bytes())?;
        file.sync_data()?;
        let state = file.metadata()?;
        new.replace(path)?;
        self.unsynced = true;
        Ok(SealedFollower::as_written(path.to_owned(), session.into_file(), &state))
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

#[cfg(test)]
mod tests;
