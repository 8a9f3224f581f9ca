//! The files of settings, `config.ron`: that of the user and that of the workspace.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::file_mode::Readable;
use super::folder::make_folder;
use super::text_file::read_text_file;
use super::{StoreError, Workspace, whole_file};

/// The name of a file of settings.
const NAME: &str = "config.ron";

/// The maximum size of a file of settings, in bytes; far more than every setting needs.
const LIMIT: usize = 1 << 18;

impl Workspace {
    /// The path of the settings that hold in this workspace; the file need not exist.
    pub fn config_path(&self) -> PathBuf {
        self.folder().join(NAME)
    }
}

/// The path of the settings of this user in the platform's folder for configurations; the file need not exist. `None`
/// where the platform names no such folder.
pub fn user_config_path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "adjacent").map(|dirs| dirs.config_dir().join(NAME))
}

/// Whether a file holds settings, by its name.
pub fn is_config_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == NAME)
}

/// Reads a file of settings; `None` if it does not exist. A pipe or a device is refused, because it may have no end.
pub fn read_config_file(path: &Path) -> Result<Option<String>, StoreError> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Err(StoreError::read(path)(io::Error::other("it is no ordinary file"))),
        // A file below a file does not exist either.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(None);
        }
        Err(error) => return Err(StoreError::read(path)(error)),
    }
    read_text_file(path, LIMIT, "settings are never longer than a quarter of a megabyte").map(Some)
}

/// Writes a new file of settings; never overwrites one that exists.
pub fn begin_config_file(path: &Path, text: &str) -> Result<(), StoreError> {
    path.parent().map_or(Ok(()), make_folder)?;
    whole_file::begin(path, text.as_bytes(), Readable::ByOthers)
}
