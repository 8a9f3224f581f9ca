//! A workspace: a folder with sessions, a time zone, and conventions.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use super::read_session::{Loaded, read_session_file};
use super::{StoreError, UnreadFiles};
use crate::record::{Conventions, Zone};

/// A folder with sessions and the files beside them.
#[derive(Clone, Debug)]
pub struct Workspace {
    folder: PathBuf,
    zone: Zone,
    conventions: Conventions,
    unread: UnreadFiles,
}

impl Workspace {
    /// The workspace in this folder; the folder need not exist yet.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        match fs::metadata(folder) {
            Ok(found) if !found.is_dir() => {
                let source = io::Error::from(io::ErrorKind::NotADirectory);
                Err(StoreError::Write { path: folder.to_owned(), source })
            }
            _ => Ok(Self {
                folder: folder.to_owned(),
                zone: Zone::UTC,
                conventions: Conventions::default(),
                unread: UnreadFiles::default(),
            }),
        }
    }

    /// The same workspace in this time zone. New sessions get this zone, and it decides which day is today.
    #[must_use]
    pub fn in_zone(self, zone: Zone) -> Self {
        Self { zone, ..self }
    }

    /// The time zone of the workspace.
    pub const fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The same workspace with these conventions, by which lines are read and names stored.
    #[must_use]
    pub fn with_conventions(self, conventions: Conventions) -> Self {
        Self { conventions, ..self }
    }

    /// The conventions by which lines are read and names stored.
    pub const fn conventions(&self) -> Conventions {
        self.conventions
    }

    /// The same workspace with this list, in which it notes the files that it could not read.
    #[must_use]
    pub fn noting_in(self, unread: UnreadFiles) -> Self {
        Self { unread, ..self }
    }

    /// The files that could not be read or used so far, by this workspace or a clone of it.
    pub const fn unread(&self) -> &UnreadFiles {
        &self.unread
    }

    /// The default folder of this platform for the data of this program.
    pub fn default_folder() -> Option<PathBuf> {
        ProjectDirs::from("", "", "adjacent").map(|dirs| dirs.data_dir().to_owned())
    }

    /// The folder of the workspace.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(super) fn sessions(&self) -> PathBuf {
        self.folder.join("sessions")
    }

    /// The path of the session with this id.
    pub fn session_path(&self, id: &str) -> PathBuf {
        self.sessions().join(format!("{id}.ron"))
    }

    /// Reads a session.
    pub fn load(&self, id: &str) -> Result<Loaded, StoreError> {
        self.load_file(&self.session_path(id))
    }

    /// Reads a session file, inside or outside this workspace.
    pub fn load_file(&self, path: &Path) -> Result<Loaded, StoreError> {
        let loaded = read_session_file(path)?;
        self.unread.note_session(path, &loaded.faults);
        Ok(loaded)
    }

    /// The length of a session file in bytes; `None` when the file does not exist.
    pub fn length(&self, id: &str) -> Option<u64> {
        fs::metadata(self.session_path(id)).ok().map(|found| found.len())
    }

    pub(super) fn private(&self) -> PathBuf {
        self.folder.join("private")
    }
}
