//! What notes are known by, so that they are known again when they are transcribed once more.

use std::path::Path;

use crate::record::{Fact, Persons};

/// How many hexadecimal digits tell notes from any others.
const DIGITS: usize = 32;

/// What notes are known by.
pub(super) struct NotesSource {
    /// The name of their file, without where it lies and without the names of people.
    pub(super) name: String,
    /// The same with them, as it stands in sessions of earlier days.
    pub(super) as_given: String,
    pub(super) digest: String,
}

/// What notes in this file are known by.
pub(super) fn of(notes: &Path, text: &str, persons: &Persons) -> NotesSource {
    let as_given = notes.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = persons.without_names(&as_given);
    NotesSource { name, as_given, digest: blake3::hash(text.as_bytes()).to_hex().chars().take(DIGITS).collect() }
}

impl NotesSource {
    /// As a fact of the session.
    pub(super) fn fact(&self) -> Fact {
        Fact::Transcribed { source: self.name.clone(), digest: self.digest.clone() }
    }
}
