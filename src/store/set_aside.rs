//! The unusable bytes of a damaged file are written to a file beside it before it is changed.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::file_mode::{open_for_owner, open_to_append};
use super::folder::sync_folder_of;
use crate::record::line::{Deed, Fault};

/// What a repair did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// What was done, line by line; empty when there was nothing to do.
    pub done: Vec<Deed>,
    /// The file with the unusable bytes.
    pub set_aside: Option<PathBuf>,
    /// The faults that remain, because only a person can accept them.
    pub left: Vec<Fault>,
}

/// Where the bytes of a file lie that could not be used.
pub(super) fn torn(path: &Path) -> PathBuf {
    path.with_extension("torn")
}

/// Sets bytes of a session file aside; whoever can read the session can read them.
pub(super) fn keep_torn(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    append(path, bytes, |torn| open_to_append(torn, path))
}

/// Sets bytes of a private file aside; only this user can read them.
pub(super) fn keep_private_torn(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, StoreError> {
    let open = |torn: &Path| {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        open_for_owner(options, torn)
    };
    append(path, bytes, open)
}

/// Appends bytes to those that were set aside from a file; returns the file they are in, and none when there are none.
fn append(
    path: &Path,
    bytes: &[u8],
    open: impl FnOnce(&Path) -> io::Result<std::fs::File>,
) -> Result<Option<PathBuf>, StoreError> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let torn = torn(path);
    let written = open(&torn).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
    written.map_err(StoreError::write(&torn))?;
    sync_folder_of(&torn)?;
    Ok(Some(torn))
}
