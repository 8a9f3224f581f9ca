//! Makes session files of what other programs made of session files: files that they renamed, and two versions in one
//! file.

use std::fs;
use std::path::{Path, PathBuf};

use super::super::file_mode::Readable;
use super::super::folder::sync_folder_of;
use super::super::lock::Lock;
use super::super::read_session::stem;
use super::super::synced::{elsewhere_named_in, is_elsewhere_named};
use super::super::{StoreError, Workspace, whole_file};
use crate::record::line;

impl Workspace {
    /// The files in the folder of sessions that hold a session and are not called like a session file.
    pub(super) fn elsewhere_named(&self) -> Result<Vec<PathBuf>, StoreError> {
        elsewhere_named_in(&self.sessions())
    }

    /// The path of a file in the folder of sessions that holds a session under another name; `None` for any other file.
    pub fn find_elsewhere_named(&self, name: &str) -> Option<PathBuf> {
        let path = self.sessions().join(name);
        (Path::new(name).components().count() == 1 && is_elsewhere_named(&path)).then_some(path)
    }

    /// Gives a file that holds a session the name of a session file: `x.ron~HEAD` becomes `x~HEAD.ron`.
    pub fn take_in(&self, path: &Path) -> Result<PathBuf, StoreError> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let to = self.session_path(&name.replacen(".ron", "", 1));
        if fs::symlink_metadata(&to).is_ok() {
            return Err(StoreError::There { path: to });
        }
        fs::rename(path, &to).map_err(StoreError::write(&to))?;
        sync_folder_of(&to)?;
        Ok(to)
    }

    /// Makes two files of a session file in which version control left two versions. Returns the path of the new file;
    /// `None` when there is only one version. The new file is complete before the other is changed.
    pub fn separate(&self, path: &Path) -> Result<Option<PathBuf>, StoreError> {
        let read = || fs::read(path).map_err(StoreError::read(path));
        if line::unmerged_versions(&read()?).is_none() {
            return Ok(None);
        }
        let _lock = Lock::take(path)?;
        let Some([ours, theirs]) = line::unmerged_versions(&read()?) else { return Ok(None) };
        let digest: String = blake3::hash(&theirs).to_hex().chars().take(8).collect();
        let other = self.session_path(&format!("{}~theirs-{digest}", stem(path)));
        whole_file::write_as_closed_as(&other, &ended(theirs), &[path])?;
        whole_file::write(path, &ended(ours), Readable::ByOthers)?;
        Ok(Some(other))
    }
}

/// A version with its last line. Only one has it when somebody went on with the session between the two versions.
fn ended(mut version: Vec<u8>) -> Vec<u8> {
    let end = line::CLOSING.as_bytes();
    if !version.trim_ascii_end().ends_with(end.trim_ascii_end()) {
        version.extend_from_slice(end);
    }
    version
}
