//! The answers that a round has collected and nobody has seen yet: a file of its own that is never part of the record.

use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::private::make_private;
use super::set_aside::torn;
use super::whole_file;
use super::{StoreError, side_file};
use crate::record::Hidden;

/// The answers so far; none when there is no file.
pub(super) fn read(folder: &Path, id: &str) -> Result<Option<Hidden>, StoreError> {
    side_file::read(&path(folder, id))
}

/// Saves the answers, unless the existing file cannot be read: it may hold answers that would be lost.
pub(super) fn write(folder: &Path, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
    read(folder, id)?;
    make_private(folder)?;
    side_file::write(&path(folder, id), hidden, Readable::ByOwnerOnly)
}

/// Removes the answers, and what a killed program left of writing them.
pub(super) fn remove(folder: &Path, id: &str) -> Result<(), StoreError> {
    whole_file::remove(&path(folder, id)).map(|_| ())
}

/// Removes every answer with the same words as one of these texts. If the file cannot be read, what is unreadable is
/// removed too, because nobody knows whose words it holds. Returns how many answers were removed.
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
