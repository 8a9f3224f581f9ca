//! Replaces small files as a whole: on disk is either the old file or the new one, never a part of one.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::StoreError;
use super::file_mode::{FileMode, Readable};
use super::folder::sync_folder_of;
use super::new_file::{NewFile, leftovers};

/// Replaces a file as a whole. The new file has the mode of the old one.
pub(super) fn write(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    write_with(path, bytes, FileMode::of(path, readable))
}

/// Replaces a file as [`write()`] does; the new file has the rights that the old one and all of `models` have in
/// common.
pub(super) fn write_as_closed_as(path: &Path, bytes: &[u8], models: &[&Path]) -> Result<(), StoreError> {
    write_with(path, bytes, FileMode::of_all(models.iter().copied().chain([path])))
}

fn write_with(path: &Path, bytes: &[u8], mode: FileMode) -> Result<(), StoreError> {
    synced(path, bytes, mode).and_then(|new| new.replace(path)).map_err(StoreError::write(path))?;
    sync_folder_of(path)
}

/// Replaces a file that can be computed again at any time. Readers see either the old or the new file, but a power cut
/// may lose it, because it is not synced.
pub(super) fn write_for_now(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let mut new = NewFile::beside(path, FileMode::of(path, readable))?;
    new.file().write_all(bytes)?;
    new.replace(path)
}

/// Writes a new file, completely or not at all. Never overwrites another one.
pub(super) fn begin(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    let mode = FileMode::of(path, readable);
    synced(path, bytes, mode).map_err(StoreError::write(path))?.appear(path)
}

/// Makes a hidden file with these bytes, synced to disk.
fn synced(path: &Path, bytes: &[u8], mode: FileMode) -> io::Result<NewFile> {
    let mut new = NewFile::beside(path, mode)?;
    new.file().write_all(bytes)?;
    new.file().sync_all()?;
    Ok(new)
}

/// Removes a file, and the hidden files that killed programs left for it; returns whether the file existed.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    let leftover = remove_all_leftovers(path)?;
    let removed = remove_one(path)?;
    if removed || leftover {
        sync_folder_of(path)?;
    }
    Ok(removed)
}

/// Removes the hidden files that killed programs left for a file.
pub(super) fn remove_leftovers(path: &Path) -> Result<(), StoreError> {
    if remove_all_leftovers(path)? { sync_folder_of(path) } else { Ok(()) }
}

fn remove_all_leftovers(path: &Path) -> Result<bool, StoreError> {
    let mut removed = false;
    for leftover in leftovers(path) {
        removed |= remove_one(&leftover)?;
    }
    Ok(removed)
}

fn remove_one(path: &Path) -> Result<bool, StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(source) => Err(StoreError::Write { path: path.to_owned(), source }),
    }
}
