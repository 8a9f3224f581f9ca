//! Recognises notes that are transcribed again, by the file name and the digest.

use std::path::Path;

use crate::record::{Fact, Persons};

/// The number of hexadecimal digits of a digest.
const DIGITS: usize = 32;

/// The file name and the digest of notes.
pub(super) struct NotesSource {
    /// The name of the file of the notes, without its folder and without the names of people.
    pub(super) name: String,
    /// The name of the file with the names of people, as sessions of earlier versions of the program hold it.
    pub(super) as_given: String,
    pub(super) digest: String,
}

/// The file name and the digest of the notes in this file.
pub(super) fn of(notes: &Path, text: &str, persons: &Persons) -> NotesSource {
    let as_given = notes.file_name().map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned());
    let name = persons.without_names(&as_given);
    NotesSource { name, as_given, digest: blake3::hash(text.as_bytes()).to_hex().chars().take(DIGITS).collect() }
}

impl NotesSource {
    /// The fact that says from which notes the session was made.
    pub(super) fn fact(&self) -> Fact {
        Fact::Transcribed { source: self.name.clone(), digest: self.digest.clone() }
    }
}
