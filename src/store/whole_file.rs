//! Small files that are written whole: either the old one is there or the new one, never half of one.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::StoreError;
use super::file_mode::{FileMode, Readable};
use super::folder::sync_folder_of;
use super::new_file::{NewFile, leftovers};

/// Replaces a file as a whole; one that exists keeps its mode.
pub(super) fn write(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    write_with(path, bytes, FileMode::of(path, readable))
}

/// The same, readable by nobody who could not read all of these files.
pub(super) fn write_as_closed_as(path: &Path, bytes: &[u8], models: &[&Path]) -> Result<(), StoreError> {
    write_with(path, bytes, FileMode::of_all(models.iter().copied().chain([path])))
}

fn write_with(path: &Path, bytes: &[u8], mode: FileMode) -> Result<(), StoreError> {
    synced(path, bytes, mode).and_then(|new| new.replace(path)).map_err(StoreError::write(path))?;
    sync_folder_of(path)
}

/// Replaces a file that can be made again at any time: whoever reads it reads it whole, but it may be gone after a
/// power cut.
pub(super) fn write_for_now(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let mut new = NewFile::beside(path, FileMode::of(path, readable))?;
    new.file().write_all(bytes)?;
    new.replace(path)
}

/// Writes a file that does not exist yet: all of it or none, and never over another one.
pub(super) fn begin(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    let mode = FileMode::of(path, readable);
    synced(path, bytes, mode).map_err(StoreError::write(path))?.appear(path)
}

/// A hidden file with these bytes, all of them on disk.
fn synced(path: &Path, bytes: &[u8], mode: FileMode) -> io::Result<NewFile> {
    let mut new = NewFile::beside(path, mode)?;
    new.file().write_all(bytes)?;
    new.file().sync_all()?;
    Ok(new)
}

/// Removes a file for good, and what a program that was killed left of writing it; returns whether the file existed.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    let leftover = remove_all_leftovers(path)?;
    let removed = remove_one(path)?;
    if removed || leftover {
        sync_folder_of(path)?;
    }
    Ok(removed)
}

/// Removes what a program that was killed left of writing a file.
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
