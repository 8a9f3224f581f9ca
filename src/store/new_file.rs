//! Writes a file under a hidden name, then renames it to its target; removes the hidden files that killed programs left
//! behind.
//!
//! The `tempfile` crate chooses the hidden name, and removes the file if something fails. Some network folders support
//! neither of the two system calls that its `persist_noclobber` needs; there, and where a new file is locked anyway, the
//! caller that makes it holds a lock instead.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use tempfile::{Builder, NamedTempFile};

use super::StoreError;
use super::file_mode::FileMode;
use super::folder::{folder_of, sync_folder_of};

/// The end of every hidden name.
const NEW: &str = ".new";

/// A file under a hidden name beside its target. It is removed when it is dropped before it got the name of the target.
#[derive(Debug)]
pub(super) struct NewFile {
    file: NamedTempFile<File>,
}

impl NewFile {
    /// Makes an empty hidden file for the target `path`, and removes the hidden files that killed programs left for it.
    /// Each program that writes the same target has a hidden file of its own.
    pub(super) fn beside(path: &Path, mode: FileMode) -> io::Result<Self> {
        for leftover in leftovers(path) {
            remove_abandoned(&leftover);
        }
        Self::among_many(path, mode)
    }

    /// Makes an empty hidden file for the target `path`, as [`Self::beside`] does, without looking for what killed programs
    /// left: the caller has looked once for many files ([`sweep_unheld`]).
    pub(super) fn among_many(path: &Path, mode: FileMode) -> io::Result<Self> {
        loop {
            let file = hidden_file(path, mode)?;
            // Where the system cannot lock files this fails; but then no hidden file is removed as a leftover either.
            let _ = file.as_file().lock();
            // Before it was locked, another program may have removed the file as a leftover: then another one is made.
            if file.path().exists() {
                return Ok(Self { file });
            }
        }
    }

    /// The file, to be written.
    pub(super) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Another handle on the file, which stays valid when the file is renamed to its target.
    pub(super) fn handle(&self) -> io::Result<File> {
        self.file.as_file().try_clone()
    }

    /// Renames the hidden file to `path` and so replaces the file there.
    pub(super) fn replace(self, path: &Path) -> io::Result<()> {
        let file = self.file.persist(path)?;
        // Only a hidden file is locked; everybody can read and copy the file itself.
        let _ = file.unlock();
        Ok(())
    }

    /// Renames the hidden file to `path` unless a file exists there, in one step; returns whether it did. Where the folder
    /// cannot do that, returns the file, to be renamed under a lock.
    pub(super) fn take_free_name(self, path: &Path) -> Result<bool, Self> {
        match self.file.persist_noclobber(path) {
            Ok(file) => {
                let _ = file.unlock();
                Ok(true)
            }
            Err(failed) if failed.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
            Err(failed) => Err(Self { file: failed.file }),
        }
    }

    /// Renames the hidden file to `path`; an error when a file exists there. The caller holds a lock, so that nobody
    /// else makes one. If the folder cannot be synced, the file is removed: its name might not survive a power cut.
    pub(super) fn appear(self, path: &Path) -> Result<(), StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::There { path: path.to_owned() });
        }
        self.replace(path).map_err(StoreError::write(path))?;
        sync_folder_of(path).inspect_err(|_| {
            let _ = fs::remove_file(path);
        })
    }
}

/// Makes a file under a hidden name, which contains the name of the target and the id of this process.
fn hidden_file(path: &Path, mode: FileMode) -> io::Result<NamedTempFile<File>> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let prefix = format!(".{name}.{:x}-", process::id());
    Builder::new().prefix(&prefix).suffix(NEW).make_in(folder_of(path), |hidden| mode.create_new(hidden))
}

/// Removes the hidden files that killed programs left in a folder, for every target of which `abandoned` returns true.
/// A hidden file that cannot be removed stays and does no harm.
pub(super) fn sweep(folder: &Path, abandoned: impl Fn(&Path) -> bool) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for hidden in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if target_of(&hidden).is_some_and(|target| abandoned(&folder.join(target))) {
            let _ = fs::remove_file(hidden);
        }
    }
}

/// Removes the hidden files in a folder that no program writes any more.
pub(super) fn sweep_unheld(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for hidden in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if target_of(&hidden).is_some() {
            remove_abandoned(&hidden);
        }
    }
}

/// The hidden files whose target is this file.
pub(super) fn leftovers(path: &Path) -> Vec<PathBuf> {
    let (Some(name), Ok(entries)) = (path.file_name(), fs::read_dir(folder_of(path))) else { return Vec::new() };
    let name = name.to_string_lossy();
    let entries = entries.filter_map(Result::ok).map(|entry| entry.path());
    entries.filter(|hidden| target_of(hidden).is_some_and(|target| target == name)).collect()
}

/// The name of the target of a hidden file. Earlier versions of the program had one hidden name for each target.
fn target_of(hidden: &Path) -> Option<String> {
    let name = hidden.file_name()?.to_string_lossy();
    let name = name.strip_prefix('.')?.strip_suffix(NEW)?;
    let target = name.rsplit_once('.').filter(|(_, writer)| is_writer(writer)).map_or(name, |(target, _)| target);
    Some(target.to_owned())
}

/// Whether this part of a hidden name was added to distinguish the programs that write one target.
fn is_writer(part: &str) -> bool {
    let is_word = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    part.split_once('-').is_some_and(|(program, chance)| is_word(program) && is_word(chance))
}

/// Removes a hidden file that no program writes any more. A hidden file that cannot be removed does no harm.
fn remove_abandoned(hidden: &Path) {
    let Ok(file) = File::options().write(true).open(hidden) else { return };
    // The file stays locked until it is removed, so that a program that has just made it notices the removal.
    if file.try_lock().is_ok() {
        let _ = fs::remove_file(hidden);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_name_tells_what_it_was_to_become() {
        for (hidden, target) in [
            (".2026-11-20-talk-0000.ron.new", Some("2026-11-20-talk-0000.ron")),
            (".settings.ron.1f3-2.new", Some("settings.ron")),
            (".settings.ron.1f3-aB3xYz.new", Some("settings.ron")),
            ("..gitignore.1f3-aB3xYz.new", Some(".gitignore")),
            ("settings.ron.new", None),
            (".settings.ron", None),
        ] {
            assert_eq!(target_of(Path::new(hidden)).as_deref(), target, "{hidden}");
        }
    }
}
