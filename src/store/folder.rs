//! Makes, lists and syncs folders. A folder is synced so that the file names in it survive a power cut.

use std::fs;
#[cfg(unix)]
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;

/// Makes a folder and its missing parents, and syncs each, so that its name survives a power cut.
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

/// Syncs the folder of a file, so that the name of a new file survives a power cut.
pub(super) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    let folder = folder_of(path);
    sync_folder(folder).map_err(StoreError::write(folder))
}

/// The folder of a path; for a file name without a folder, the working directory.
pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) => Path::new("."),
        None => path,
    }
}

/// Syncs a folder, so that the names in it survive a power cut.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
pub(super) const fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// The RON files of a folder, sorted by name, without links and hidden files; empty when the folder does not exist.
pub(super) fn ron_files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    entries(folder).map(|(files, _)| files)
}

/// Entries whose name ends in `.ron` and that cannot be read as a file, each with the reason.
pub(super) type Others = Vec<(PathBuf, StoreError)>;

/// The RON files of a folder, and the entries whose name ends in `.ron` and that cannot be read as a file.
pub(super) fn entries(folder: &Path) -> Result<(Vec<PathBuf>, Others), StoreError> {
    let found = match fs::read_dir(folder) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((Vec::new(), Vec::new())),
        Err(source) => return Err(StoreError::Read { path: folder.to_owned(), source }),
    };
    let (mut files, mut others) = (Vec::new(), Vec::new());
    for entry in found {
        let entry = match entry {
            Ok(entry) => entry,
            Err(source) => {
                others.push((folder.to_owned(), StoreError::Read { path: folder.to_owned(), source }));
                continue;
            }
        };
        let path = entry.path();
        let other = match entry.file_type() {
            Ok(kind) if !has_name(&path) || kind.is_symlink() => continue,
            Ok(kind) if kind.is_file() => {
                files.push(path);
                continue;
            }
            Ok(_) => io::Error::other("it is no file"),
            Err(source) => source,
        };
        others.push((path.clone(), StoreError::Read { path, source: other }));
    }
    files.sort();
    Ok((files, others))
}

fn has_name(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    !hidden && path.extension().is_some_and(|extension| extension == "ron")
}
