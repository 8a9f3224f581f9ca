//! Reads session files.

use std::fs;
use std::path::Path;

use super::StoreError;
use crate::record::line::{self, Fault, FileReading};
use crate::record::text::plain;
use crate::record::{Header, Session, SessionId};

/// A session that was read from a file, with the faults of the file.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The session, made of the lines that could be read.
    pub session: Session,
    /// The faults of the file.
    pub faults: Vec<Fault>,
}

/// Reads a session file, inside or outside a workspace.
pub fn read_session_file(path: &Path) -> Result<Loaded, StoreError> {
    let reading = settled(path, line::read(&fs::read(path).map_err(StoreError::read(path))?));
    if !reading.is_session() {
        return Err(StoreError::NotASession { path: path.to_owned() });
    }
    Ok(Loaded { faults: reading.faults.clone(), session: folded(path, reading) })
}

/// Returns the reading of a file. If the end of the file is incomplete, the file is read once more, because another
/// program may have been writing it.
pub(super) fn settled(path: &Path, reading: FileReading) -> FileReading {
    if reading.tail.is_none() {
        return reading;
    }
    fs::read(path).map_or(reading, |bytes| line::read(&bytes))
}

/// The session of a reading; if the id in its header cannot be read, the id is taken from the name of the file.
pub(super) fn folded(path: &Path, reading: FileReading) -> Session {
    Session::fold(named(path, reading.heading.header), reading.events)
}

pub(super) fn named(path: &Path, header: Header) -> Header {
    header.completed(|| stem(path))
}

/// The name of a file, for a sentence.
pub(super) fn called(path: &Path) -> String {
    plain(&path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

pub(super) fn stem(path: &Path) -> SessionId {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default().into()
}
