//! The list of the files that a workspace could not read or use. Each is noted where it is found, so that the caller
//! can report it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::StoreError;
use crate::record::line::{Fault, Loss};
use crate::record::text::plain;

/// The files found so far that could not be read or used completely. Clones share one list.
#[derive(Clone, Debug, Default)]
pub struct UnreadFiles {
    noted: Arc<Mutex<NotedFiles>>,
}

#[derive(Debug, Default)]
struct NotedFiles {
    /// The fault of each file, by path, so that each file is reported once.
    files: BTreeMap<PathBuf, UnreadFile>,
    /// The session files that could be used, at least in part.
    used: BTreeSet<PathBuf>,
    /// Whether at least one session file could not be used at all.
    lost: bool,
}

/// A file that could not be read or used completely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFile {
    /// The path of the file.
    pub path: PathBuf,
    /// The number of the first line with a fault; `None` where it is not known.
    pub line: Option<usize>,
    /// The message: what is wrong with the file, and what to do about it.
    pub says: String,
}

impl fmt::Display for UnreadFile {
    /// Writes the path, the line and the message, in one sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = plain(&self.path.display().to_string());
        match self.line {
            Some(line) => write!(f, "{path}:{line}: {}", plain(&self.says)),
            None => write!(f, "{path}: {}", plain(&self.says)),
        }
    }
}

impl UnreadFiles {
    /// Every file that was noted, sorted by path.
    pub fn files(&self) -> Vec<UnreadFile> {
        self.with(|noted| noted.files.values().cloned().collect())
    }

    /// Whether session files were found and none of them could be used.
    pub fn is_everything(&self) -> bool {
        self.with(|noted| noted.lost && noted.used.is_empty())
    }

    /// Notes a session file that was read, with its faults.
    pub(super) fn note_session(&self, path: &Path, faults: &[Fault]) {
        let harm = Loss::of(faults);
        self.with(|noted| {
            noted.used.insert(path.to_owned());
            if let Some(harm) = harm {
                noted.add(path, Some(harm.line), format!("{harm}; adjacent check says more"));
            }
        });
    }

    /// Notes a session file that cannot be used at all.
    pub(super) fn note_lost(&self, path: &Path, error: &StoreError) {
        self.with(|noted| {
            noted.lost = true;
            noted.add(path, None, why(error));
        });
    }

    /// Notes session files that cannot be used at all.
    pub(super) fn note_all_lost(&self, lost: &[(PathBuf, StoreError)]) {
        for (path, error) in lost {
            self.note_lost(path, error);
        }
    }

    /// Notes that a session file could be used, whatever else is wrong with it.
    pub(super) fn note_used(&self, path: &Path) {
        self.with(|noted| noted.used.insert(path.to_owned()));
    }

    /// Notes a file or a folder that is no session and cannot be used.
    pub(super) fn note_error(&self, path: &Path, error: &StoreError) {
        self.with(|noted| noted.add(path, None, why(error)));
    }

    /// Notes the error, and returns `None` in place of the content.
    pub(super) fn note_none<T>(&self, path: &Path, error: &StoreError) -> Option<T> {
        self.note_error(path, error);
        None
    }

    fn with<T>(&self, act: impl FnOnce(&mut NotedFiles) -> T) -> T {
        act(&mut self.noted.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl NotedFiles {
    fn add(&mut self, path: &Path, line: Option<usize>, says: String) {
        self.files.insert(path.to_owned(), UnreadFile { path: path.to_owned(), line, says });
    }
}

/// The message of an error without the path, because the path is printed before it.
fn why(error: &StoreError) -> String {
    match error {
        StoreError::Read { source, .. } => format!("cannot be read: {source}"),
        StoreError::NotASession { .. } => "holds no session; adjacent check says more".to_owned(),
        error => error.to_string(),
    }
}
