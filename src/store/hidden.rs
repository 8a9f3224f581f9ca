//! What a round has collected and nobody has seen yet, in a file of its own that is never part of the record.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use super::StoreError;
use super::private::make_private;
use super::whole_file::{self, Readable};
use crate::record::Hidden;

/// What was collected so far; nothing when there is no such file.
pub(super) fn read(folder: &Path, id: &str) -> Result<Option<Hidden>, StoreError> {
    let path = path(folder, id);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(StoreError::Read { path, source }),
    };
    // What the parser says may quote an answer; where it stands is enough.
    let bad = |error: ron::error::SpannedError| {
        let at = error.span.start;
        let says = format!("line {}, column {} is not as it was written; mend or remove it", at.line, at.col);
        StoreError::Read { path, source: Error::other(says) }
    };
    ron::de::from_bytes(&bytes).map(Some).map_err(bad)
}

/// Keeps what was collected, unless what is there cannot be read: then nobody knows what would be lost.
pub(super) fn write(folder: &Path, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
    read(folder, id)?;
    make_private(folder)?;
    let path = path(folder, id);
    let text = ron::ser::to_string_pretty(hidden, ron::ser::PrettyConfig::new());
    let text = text.map_err(|error| StoreError::Write { path: path.clone(), source: Error::other(error) })?;
    whole_file::write(&path, format!("{text}\n").as_bytes(), Readable::ByOwnerOnly)
}

/// Removes it, and what a program that was killed left of writing it.
pub(super) fn remove(folder: &Path, id: &str) -> Result<(), StoreError> {
    whole_file::remove(&path(folder, id)).map(|_| ())
}

/// Removes every answer that says the same as one of these texts; says how many there were.
pub(super) fn strike(folder: &Path, id: &str, texts: &[&str]) -> Result<usize, StoreError> {
    whole_file::remove_leftover(&path(folder, id))?;
    let Some(mut hidden) = read(folder, id)? else { return Ok(0) };
    let collected = hidden.entries.len();
    let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
    hidden.entries.retain(|entry| !texts.iter().any(|text| same(entry, text)));
    if hidden.entries.len() < collected {
        write(folder, id, &hidden)?;
    }
    Ok(collected - hidden.entries.len())
}

fn path(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.hidden.ron"))
}
