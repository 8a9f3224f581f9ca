//! Private files: names, in a folder that nobody else on the machine can read and that version control ignores.

use std::fs;
use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::folder::make_folder;
use super::whole_file;
use super::{StoreError, UnreadFiles, side_file};
use crate::record::Names;

/// Reads the names of a session, by tag. A file that cannot be read is noted as unread and yields no names.
pub(super) fn read_names(folder: &Path, id: &str, unread: &UnreadFiles) -> Names {
    let path = names_path(folder, id);
    side_file::read(&path).unwrap_or_else(|error| unread.note_none(&path, &error)).unwrap_or_default()
}

/// Makes a folder inside the private folder; no other user can read it.
pub(super) fn make_private_within(folder: &Path, name: &str) -> Result<PathBuf, StoreError> {
    make_private(folder)?;
    let within = folder.join(name);
    make_folder(&within)?;
    close_to_others(&within)?;
    Ok(within)
}

/// Saves the names of a session; an existing file that cannot be read is set aside first.
pub(super) fn write_names(folder: &Path, id: &str, names: &Names) -> Result<(), StoreError> {
    make_private(folder)?;
    let path = names_path(folder, id);
    side_file::set_aside_unreadable::<Names>(&path)?;
    side_file::write(&path, names, Readable::ByOwnerOnly)
}

/// Removes the names of a session that could not be made.
pub(super) fn forget_names(folder: &Path, id: &str) {
    let _ = fs::remove_file(names_path(folder, id));
}

pub(super) fn names_path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.names.ron"))
}

pub(super) fn make_private(folder: &Path) -> Result<(), StoreError> {
    make_folder(folder)?;
    close_to_others(folder)?;
    let ignore = folder.join(".gitignore");
    if ignore.exists() {
        return Ok(());
    }
    match whole_file::begin(&ignore, b"*\n", Readable::ByOwnerOnly) {
        // Another program made the file at the same time.
        Err(StoreError::There { .. }) => Ok(()),
        begun => begun,
    }
}

#[cfg(unix)]
fn close_to_others(folder: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;

    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).map_err(StoreError::write(folder))
}

#[cfg(not(unix))]
const fn close_to_others(_: &Path) -> Result<(), StoreError> {
    Ok(())
}
