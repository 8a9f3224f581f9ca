//! Small files that are written whole: either the old one is there or the new one, never half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::StoreError;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Readable {
    /// Whoever the system lets.
    ByOthers,
    /// This user alone.
    ByOwnerOnly,
}

/// Replaces a file as a whole.
pub(super) fn write(path: &Path, bytes: &[u8], readable: Readable) -> Result<(), StoreError> {
    let beside = beside(path);
    let written = write_new(&beside, bytes, readable).and_then(|()| fs::rename(&beside, path));
    if let Err(source) = written {
        // Whatever went wrong, nothing half-written is left lying about.
        let _ = fs::remove_file(&beside);
        return Err(StoreError::Write { path: path.to_owned(), source });
    }
    sync_folder_of(path)
}

/// Replaces a file that can be made again at any time: whole for whoever reads it, and gone, maybe, after a power cut.
pub(super) fn write_for_now(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let beside = beside(path);
    let written = open_new(&beside, readable).and_then(|mut file| file.write_all(bytes));
    let replaced = written.and_then(|()| fs::rename(&beside, path));
    if replaced.is_err() {
        let _ = fs::remove_file(&beside);
    }
    replaced
}

/// Removes a file for good, and what a program that was killed left of writing it.
pub(super) fn remove(path: &Path) -> Result<bool, StoreError> {
    let leftover = remove_one(&beside(path))?;
    let removed = remove_one(path)?;
    if removed || leftover {
        sync_folder_of(path)?;
    }
    Ok(removed)
}

/// Removes what a program that was killed left of writing a file.
pub(super) fn remove_leftover(path: &Path) -> Result<(), StoreError> {
    if remove_one(&beside(path))? { sync_folder_of(path) } else { Ok(()) }
}

fn remove_one(path: &Path) -> Result<bool, StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
        Err(source) => Err(StoreError::Write { path: path.to_owned(), source }),
    }
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!(".{name}.new"))
}

fn write_new(path: &Path, bytes: &[u8], readable: Readable) -> io::Result<()> {
    let mut file = open_new(path, readable)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn open_new(path: &Path, readable: Readable) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    restrict(&mut options, readable);
    options.open(path)
}

#[cfg(unix)]
fn restrict(options: &mut OpenOptions, readable: Readable) {
    use std::os::unix::fs::OpenOptionsExt;

    if readable == Readable::ByOwnerOnly {
        options.mode(0o600);
    }
}

#[cfg(not(unix))]
const fn restrict(_: &mut OpenOptions, _: Readable) {}

/// Makes sure that the name of a new file survives a power cut too.
pub(super) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent() else { return Ok(()) };
    sync_folder(folder).map_err(StoreError::write(folder))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
const fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a folder and those above it, each name surviving a power cut.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_folder(above)?;
    }
    match fs::create_dir(folder) {
        Ok(()) => sync_folder_of(folder),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(source) => Err(StoreError::Write { path: folder.to_owned(), source }),
    }
}
