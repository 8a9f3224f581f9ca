//! What a folder allows: whether it can be written, who else may read it, and how much room is left.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What a folder allows.
#[derive(Debug)]
pub struct FolderHealth {
    /// The folder, or if it is not there yet, the nearest folder above it.
    pub nearest: PathBuf,
    /// Why nothing can be written there; `None` where it can.
    pub not_writable: Option<io::Error>,
    /// The number of bytes that are left for this user; `None` where the system does not tell.
    pub free: Option<u64>,
}

/// Looks at a folder. A file is written to find out whether one can be, and removed; nothing else changes.
pub fn folder_health(folder: &Path) -> FolderHealth {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let nearest = absolute.ancestors().find(|path| path.is_dir()).unwrap_or(&absolute).to_owned();
    let written = tempfile::Builder::new().prefix(".adjacent-doctor-").tempfile_in(&nearest).and_then(|mut file| {
        file.write_all(b"a line\n")?;
        file.as_file().sync_all()?;
        file.close()
    });
    FolderHealth { not_writable: written.err(), free: free_bytes(&nearest), nearest }
}

#[cfg(unix)]
fn free_bytes(folder: &Path) -> Option<u64> {
    let found = rustix::fs::statvfs(folder).ok()?;
    found.f_bavail.checked_mul(found.f_frsize)
}

/// Returns `None`: without unsafe code this system cannot be asked.
#[cfg(not(unix))]
const fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// Whether others than this user may read a folder; `None` where it is not there, or the system has no such rights.
#[cfg(unix)]
pub fn is_open_to_others(folder: &Path) -> Option<bool> {
    use std::os::unix::fs::PermissionsExt as _;

    let found = fs::metadata(folder).ok()?;
    Some(found.permissions().mode() & 0o077 != 0)
}

/// Whether others than this user may read a folder; `None` where the system has no such rights.
#[cfg(not(unix))]
pub fn is_open_to_others(folder: &Path) -> Option<bool> {
    fs::metadata(folder).ok().and(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_yet_is_judged_by_the_one_above_it_and_nothing_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let health = folder_health(&folder.path().join("a/b"));
        assert!(health.not_writable.is_none() && health.nearest.ends_with(folder.path().file_name().unwrap()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
