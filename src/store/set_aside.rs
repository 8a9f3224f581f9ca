//! Writes the unusable bytes of a damaged file to another file beside it, before the damaged file is changed.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::file_mode::{FileMode, Readable};
use super::folder::sync_folder_of;
use crate::record::line::{Deed, Fault};

/// The result of a repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// The changes, in the order of the lines; empty when nothing had to be changed.
    pub done: Vec<Deed>,
    /// The file with the unusable bytes; `None` when there were none.
    pub set_aside: Option<PathBuf>,
    /// The faults that were not repaired, because only a person can accept them.
    pub left: Vec<Fault>,
}

/// The path of the file that holds the unusable bytes of the file at `path`.
pub(super) fn torn(path: &Path) -> PathBuf {
    path.with_extension("torn")
}

/// Sets bytes of a session file aside, readable for everybody who can read the session.
pub(super) fn keep_torn(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    append(path, bytes, FileMode::of(path, Readable::ByOthers))
}

/// Sets bytes of a private file aside, readable for this user alone.
pub(super) fn keep_private_torn(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    append(path, bytes, FileMode::OWNER_ONLY)
}

/// Appends bytes to those that were set aside from a file earlier. Returns the path of the file that holds them; `None`
/// when `bytes` is empty.
fn append(path: &Path, bytes: &[u8], mode: FileMode) -> Result<Option<PathBuf>, StoreError> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let torn = torn(path);
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    let written = mode.open(options, &torn).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.map_err(StoreError::write(&torn))?;
    sync_folder_of(&torn)?;
    Ok(Some(torn))
}
