//! The small files beside the sessions: names, hidden answers, private notes, assessments, settings. Damage to one does
//! not affect the sessions, and is repaired line by line.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::file_mode::Readable;
use super::read_session::stem;
use super::salvage::{Unfit, salvaged};
use super::set_aside::{Repaired, keep_private_torn};
use super::whole_file;
use super::{StoreError, StoredSettings};
use crate::assess::{AssessError, Assessment};
use crate::record::line::Deed;
use crate::record::{Hidden, Names, OwnNote};

/// Checks the text of a file; the error is the position at which it cannot be parsed.
type SideFileCheck = fn(&str) -> Result<(), Unfit>;

/// The check for each kind of file beside the sessions, by the end of the file name.
const SORTS: &[(&str, SideFileCheck)] = &[
    (".names.ron", fits::<Names>),
    (".hidden.ron", fits::<Hidden>),
    (".notes.ron", fits::<Vec<OwnNote>>),
    ("settings.ron", fits::<StoredSettings>),
];

/// The name of the folder of assessments. They are recognised by this folder, not by the end of their names.
const ASSESSMENTS: &str = "assessments";

/// Reads a file; `None` when it does not exist. An error gives only the line and column, because the message of the
/// parser may quote private text.
pub(super) fn read<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, StoreError> {
    let Some(bytes) = read_existing(path)? else { return Ok(None) };
    parse(&bytes)
        .map(Some)
        .map_err(|unfit| StoreError::Read { path: path.to_owned(), source: Error::other(says(unfit)) })
}

/// The bytes of a file; `None` when it does not exist.
pub(super) fn read_existing(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        // A file below a file does not exist either.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(source) => Err(StoreError::Read { path: path.to_owned(), source }),
    }
}

/// Writes a value as RON.
pub(super) fn write<T: Serialize>(path: &Path, value: &T, readable: Readable) -> Result<(), StoreError> {
    let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::new());
    let text = text.map_err(|error| StoreError::Write { path: path.to_owned(), source: Error::other(error) })?;
    whole_file::write(path, format!("{text}\n").as_bytes(), readable)
}

/// The message about a file that cannot be parsed; it does not quote the file.
fn says(Unfit { line, column }: Unfit) -> String {
    format!("line {line}, column {column} is not as it was written; adjacent repair FILE mends it")
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unfit> {
    ron::de::from_bytes(bytes).map_err(|error| Unfit { line: error.span.start.line, column: error.span.start.col })
}

fn fits<T: DeserializeOwned>(text: &str) -> Result<(), Unfit> {
    parse::<T>(text.as_bytes()).map(|_| ())
}

fn fits_assessment(text: &str) -> Result<(), Unfit> {
    match Assessment::parse(text) {
        Ok(_) => Ok(()),
        Err(AssessError::Syntax { line, column, .. }) => Err(Unfit { line, column }),
        Err(_) => Err(Unfit { line: 1, column: 1 }),
    }
}

/// The check for this file; `None` for a file that is not one of those beside the sessions.
fn check_of(path: &Path) -> Option<SideFileCheck> {
    let name = path.file_name()?.to_string_lossy();
    if name.ends_with(".ron") && path.parent().and_then(Path::file_name).is_some_and(|folder| folder == ASSESSMENTS) {
        return Some(fits_assessment);
    }
    SORTS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, check)| *check)
}

/// Whether a file is one of those beside the sessions, such as names or settings.
pub fn is_side_file(path: &Path) -> bool {
    check_of(path).is_some()
}

/// The existing private files of a session, from the folder `private/`, which is next to `sessions/`.
pub fn beside_session(session: &Path) -> Vec<PathBuf> {
    let id = stem(session);
    let Some(private) = session.parent().and_then(Path::parent).map(|folder| folder.join("private")) else {
        return Vec::new();
    };
    let paths = SORTS.iter().filter(|(end, _)| end.starts_with('.')).map(|(end, _)| private.join(format!("{id}{end}")));
    paths.filter(|path| path.exists()).collect()
}

/// The line and column at which a file beside the sessions cannot be parsed; `None` when all of it can be parsed.
///
/// # Errors
/// When the system does not let it be read.
pub fn check_side_file(path: &Path) -> Result<Option<(usize, usize)>, StoreError> {
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    Ok(unfit(path, &bytes).map(|Unfit { line, column }| (line, column)))
}

fn unfit(path: &Path, bytes: &[u8]) -> Option<Unfit> {
    let check = check_of(path)?;
    match std::str::from_utf8(bytes) {
        Ok(text) => check(text).err(),
        Err(error) => {
            let above = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = above.split(|byte| *byte == b'\n').count();
            Some(Unfit { line, column: 1 })
        }
    }
}

/// Repairs a file beside the sessions: moves its unreadable lines to a file beside it that only this user can read. A
/// second call changes nothing.
pub(super) fn repair(path: &Path) -> Result<Repaired, StoreError> {
    let nothing = Repaired { done: Vec::new(), set_aside: None, left: Vec::new() };
    let bytes = fs::read(path).map_err(StoreError::read(path))?;
    let (Some(check), Some(unfit)) = (check_of(path), unfit(path, &bytes)) else { return Ok(nothing) };
    let salvaged = salvaged(&bytes, check);
    // The unusable bytes are on disk in another file before this file is changed.
    let set_aside = keep_private_torn(path, &salvaged.torn)?;
    let what = match &salvaged.usable {
        Some(usable) => {
            whole_file::write(path, usable.as_bytes(), Readable::ByOwnerOnly)?;
            format!("set aside {} and kept the rest", lines(salvaged.lost))
        }
        None => {
            whole_file::remove(path)?;
            "nothing in it could be read; set it aside".to_owned()
        }
    };
    Ok(Repaired { done: vec![Deed { line: unfit.line, what }], set_aside, ..nothing })
}

fn lines(count: usize) -> String {
    if count == 1 { "1 line".to_owned() } else { format!("{count} lines") }
}

/// Sets aside a file that cannot be read, before it is replaced.
pub(super) fn set_aside_unreadable<T: DeserializeOwned>(path: &Path) -> Result<(), StoreError> {
    match fs::read(path) {
        Ok(bytes) if parse::<T>(&bytes).is_err() => keep_private_torn(path, &bytes).map(|_| ()),
        _ => Ok(()),
    }
}
