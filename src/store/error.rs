use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::record::text::plain;

/// Why the disk did not do what was asked: what, where, and what to do about it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {source}", shown(path))]
    Read {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("{} cannot be written: {source}; free some space or name another folder with --dir", shown(path))]
    Write {
        /// Which one.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A text that was ordered to be removed is still there.
    #[error(
        "the order to remove it is kept and nobody is shown it any more, but {} still holds it: {source}; \
         open the session again to finish",
        shown(path)
    )]
    Unstruck {
        /// In which file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The session file is no longer where it was when it was opened.
    #[error("{} is gone or was replaced while it was written; put it back, then press Enter again", shown(path))]
    Gone {
        /// Which one.
        path: PathBuf,
    },
    /// Another window has written the file since it was read here.
    #[error("{} was changed in another window meanwhile; go back and open it again", shown(path))]
    Changed {
        /// Which one.
        path: PathBuf,
    },
    /// A new file would take the place of another one.
    #[error("{} is there already; edit it, or choose another id", shown(path))]
    There {
        /// Which one.
        path: PathBuf,
    },
    /// Somebody else is writing the session.
    #[error("{who} is writing this session; read along with adjacent open {id} --read")]
    Held {
        /// Who, as far as the session says.
        who: String,
        /// The session.
        id: String,
    },
    /// Somebody has today's Desk session open and writes it.
    #[error("{who} has today's Desk session open; type the line there, or leave it and say this again")]
    DeskHeld {
        /// Who, as far as the session says.
        who: String,
    },
    /// The file holds no session.
    #[error("{} is not a session file; adjacent check says more", shown(path))]
    NotASession {
        /// Which one.
        path: PathBuf,
    },
    /// A newer version of the program wrote the session.
    #[error(
        "{} was written by a newer version of adjacent; it can be read, and written only by that version",
        shown(path)
    )]
    Newer {
        /// Which one.
        path: PathBuf,
    },
    /// Nothing is called that.
    #[error("no session is called {:?}; adjacent sessions lists them", plain(.0))]
    NotFound(String),
    /// Several sessions are meant.
    #[error("{:?} may be {}; write more of the id", plain(named), ids.join(" or "))]
    Several {
        /// What was named.
        named: String,
        /// The ids that fit.
        ids: Vec<String>,
    },
    /// A value has no text.
    #[error("this cannot be written as a line: {0}")]
    Unwritable(#[from] crate::record::line::Unwritable),
}

impl StoreError {
    pub(super) fn read(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| StoreError::Read { path, source }
    }

    pub(super) fn write(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| StoreError::Write { path, source }
    }

    /// Whether somebody else is writing the session, which can still be read.
    pub const fn is_held(&self) -> bool {
        matches!(self, StoreError::Held { .. })
    }
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}
