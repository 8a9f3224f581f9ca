//! The hidden answers: those that a round has collected and that are not shown yet. They are in a file of their own and
//! never part of the record.

use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::private::make_private;
use super::set_aside::torn;
use super::whole_file;
use super::{StoreError, side_file};
use crate::record::Hidden;

/// The answers so far; `None` when there is no file.
pub(super) fn read(folder: &Path, id: &str) -> Result<Option<Hidden>, StoreError> {
    side_file::read(&path(folder, id))
}

/// Saves the answers. An error when the existing file cannot be read, because its answers would be lost.
pub(super) fn write(folder: &Path, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
    read(folder, id)?;
    make_private(folder)?;
    side_file::write(&path(folder, id), hidden, Readable::ByOwnerOnly)
}

/// Removes the file of the answers, and the hidden files that a killed program left for it.
pub(super) fn remove(folder: &Path, id: &str) -> Result<(), StoreError> {
    whole_file::remove(&path(folder, id)).map(|_| ())
}

/// Removes every answer with the same words as one of these texts. Unreadable lines of the file are removed too,
/// because they may hold such an answer. Returns the number of answers that were removed.
pub(super) fn strike(folder: &Path, id: &str, texts: &[&str]) -> Result<usize, StoreError> {
    let path = path(folder, id);
    whole_file::remove_leftovers(&path)?;
    if read(folder, id).is_err() {
        side_file::repair(&path)?;
    }
    whole_file::remove(&torn(&path))?;
    let Some(mut hidden) = read(folder, id)? else { return Ok(0) };
    let collected = hidden.entries.len();
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    hidden.entries.retain(|entry| !texts.iter().any(|text| same(entry, text)));
    if hidden.entries.len() < collected {
        write(folder, id, &hidden)?;
    }
    Ok(collected - hidden.entries.len())
}

pub(super) fn path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.hidden.ron"))
}
