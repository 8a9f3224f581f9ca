//! The private notes of the facilitator: a file beside the record that nobody else can read.

use std::fmt::Write as _;
use std::io::Error;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::file_mode::Readable;
use super::lock::Lock;
use super::private::make_private;
use super::side_file;
use super::whole_file;
use crate::record::OwnNote;

/// The notes beside a session, the oldest first.
pub(super) fn read(folder: &Path, id: &str) -> Result<Vec<OwnNote>, StoreError> {
    Ok(side_file::read(&path(folder, id))?.unwrap_or_default())
}

/// Adds notes, all of them or none; returns all notes of the session. A file that cannot be read is never overwritten.
pub(super) fn add(folder: &Path, id: &str, notes: &[OwnNote]) -> Result<Vec<OwnNote>, StoreError> {
    make_private(folder)?;
    let _lock = Lock::take(&path(folder, id))?;
    let mut all = read(folder, id)?;
    all.extend_from_slice(notes);
    write(folder, id, &all)?;
    Ok(all)
}

/// Removes the note with this number, from 1; returns whether it existed. When none is left, the file is removed.
pub(super) fn remove(folder: &Path, id: &str, number: usize) -> Result<bool, StoreError> {
    if read(folder, id)?.is_empty() {
        return Ok(false);
    }
    let _lock = Lock::take(&path(folder, id))?;
    let mut all = read(folder, id)?;
    let Some(at) = number.checked_sub(1).filter(|at| *at < all.len()) else { return Ok(false) };
    all.remove(at);
    if all.is_empty() {
        whole_file::remove(&path(folder, id))?;
    } else {
        write(folder, id, &all)?;
    }
    Ok(true)
}

fn write(folder: &Path, id: &str, notes: &[OwnNote]) -> Result<(), StoreError> {
    let path = path(folder, id);
    // Each note is on a line of its own, so that damage to one line leaves the other notes readable.
    let mut text = String::from("[\n");
    for note in notes {
        let note = ron::to_string(note);
        let note = note.map_err(|error| StoreError::Write { path: path.clone(), source: Error::other(error) })?;
        let _ = writeln!(text, "    {note},");
    }
    text.push_str("]\n");
    whole_file::write(&path, text.as_bytes(), Readable::ByOwnerOnly)
}

fn path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.notes.ron"))
}
