use crate::record::SessionId;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use thiserror::Error;

use super::hint::{Doing, cause, hint};
use crate::record::text::plain;

/// The reason why a file could not be read or written. The message names the file, the cause and what to do about it.
#[derive(Debug, Error)]
pub enum StoreError {
    /// A file or folder cannot be read.
    #[error("{} cannot be read: {}{}", shown(path), cause(source), hint(source, Doing::Reading))]
    Read {
        /// The path of the file or folder.
        path: PathBuf,
        /// The cause, from the system.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("{} cannot be written: {}{}", shown(path), cause(source), hint(source, Doing::Keeping))]
    Write {
        /// The path of the file or folder.
        path: PathBuf,
        /// The cause, from the system.
        source: io::Error,
    },
    /// An output file that the user named, inside or outside the workspace, cannot be written.
    #[error("{} cannot be written: {}{}", shown(path), cause(source), hint(source, Doing::HandingOut))]
    Output {
        /// The path of the file or folder.
        path: PathBuf,
        /// The cause, from the system.
        source: io::Error,
    },
    /// A text that was ordered to be removed is still there.
    #[error(
        "the order to remove it is kept and nobody is shown it any more, but {} still holds it: {}; \
         open the session again to finish",
        shown(path),
        cause(source)
    )]
    Unstruck {
        /// The path of the file that still holds the text.
        path: PathBuf,
        /// The cause, from the system.
        source: io::Error,
    },
    /// The session file was moved, removed or replaced since it was opened.
    #[error("{} is gone or was replaced while it was written; put it back, then send the line again", shown(path))]
    Gone {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// Another program changed the session file while it was open, so that nothing can be added to it.
    #[error(
        "{} was changed by something else and is not this session any more; put it back, then send the line again",
        shown(path)
    )]
    Altered {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// Another program added lines to the session file while it was open.
    #[error("{} has lines that something else added while it was open here; open it again to go on", shown(path))]
    Added {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// Another window has written the file since this one read it.
    #[error("{} was changed in another window meanwhile; go back and open it again", shown(path))]
    Changed {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// A file with the name of the new one exists already.
    #[error("{} is there already and is not written over; choose another name", shown(path))]
    There {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// Another program is writing the session.
    #[error("{by} is writing this session; read along with adjacent open {id} --read")]
    Held {
        /// The description of the writer, as far as the session tells it.
        by: String,
        /// The id of the session.
        id: SessionId,
    },
    /// Another program has today's Desk session open for writing.
    #[error("{by} has today's Desk session open; type the line there, or leave it and say this again")]
    DeskHeld {
        /// The description of the writer, as far as the session tells it.
        by: String,
    },
    /// The file holds no session.
    #[error("{} is not a session file; adjacent check says more", shown(path))]
    NotASession {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// A file to be joined with another, or to be made a session of its own, is damaged or was changed by hand.
    #[error("{} is damaged or was changed by hand; adjacent repair FILE mends it first", shown(path))]
    Unmended {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// Two files to be joined do not belong to one session.
    #[error("{} and {} are not two files of one session", shown(one), shown(other))]
    NotCopies {
        /// The first file.
        one: PathBuf,
        /// The second file.
        other: PathBuf,
    },
    /// A newer version of the program wrote the session.
    #[error(
        "{} was written by a newer version of adjacent; it can be read, and written only by that version",
        shown(path)
    )]
    Newer {
        /// The path of the file or folder.
        path: PathBuf,
    },
    /// No session has this name.
    #[error("no session is called {:?}; adjacent sessions lists them", plain(.0))]
    NotFound(String),
    /// Several sessions fit the name.
    #[error("{:?} may be {}; write more of the id", plain(named), told_apart(fits))]
    Several {
        /// The name as it was typed.
        named: String,
        /// The ids of the sessions that fit, each with the day on which the session was opened.
        fits: Vec<(SessionId, Date)>,
    },
    /// No removed session has this name.
    #[error("no removed session is called {:?}; adjacent sessions --removed lists them", plain(.0))]
    NotRemoved(String),
    /// A value cannot be written as RON.
    #[error(transparent)]
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

    pub(super) fn output(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |source| StoreError::Output { path, source }
    }

    /// Turns an error of writing into one about an output file that the user named.
    pub(super) fn of_output(self) -> Self {
        match self {
            StoreError::Write { path, source } => StoreError::Output { path, source },
            error => error,
        }
    }

    /// The description of the program that is writing the session, which can still be read; `None` for every other
    /// error.
    pub fn held_by(&self) -> Option<&str> {
        match self {
            StoreError::Held { by, .. } => Some(by),
            _ => None,
        }
    }
}

/// Several sessions in words, told apart by their days: "ID of 2026-11-20 or ID of 2026-11-27".
fn told_apart(fits: &[(SessionId, Date)]) -> String {
    let told = fits.iter().map(|(id, day)| format!("{} of {day}", plain(id)));
    told.collect::<Vec<_>>().join(" or ")
}

fn shown(path: &Path) -> String {
    plain(&path.display().to_string())
}
