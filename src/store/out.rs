use std::fs::{self, File};
use std::path::{self, Path};

use super::file_mode::Readable;
use super::folder::sync_folder_of;
use super::whole_file;
use super::{SessionFile, StoreError};
use crate::record::{Event, Header};

/// Reads a file inside or outside the workspace.
pub fn read_in(file: &Path) -> Result<Vec<u8>, StoreError> {
    fs::read(file).map_err(StoreError::read(file))
}

/// Writes a file inside or outside the workspace. An existing file stays as it is until the new one is complete.
///
/// Writes into a pipe or a terminal instead of replacing it; for a link, replaces its target and not the link.
pub fn write_out(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let place = match fs::metadata(file) {
        Ok(found) if !found.is_file() => return fs::write(file, bytes).map_err(StoreError::output(file)),
        Ok(_) => fs::canonicalize(file),
        Err(_) => path::absolute(file),
    };
    let place = place.map_err(StoreError::output(file))?;
    whole_file::write(&place, bytes, Readable::ByOthers).map_err(StoreError::of_output)
}

/// Writes a session to a new file, with new seals. Never overwrites a file.
pub fn write_copy(file: &Path, header: &Header, events: &[Event]) -> Result<(), StoreError> {
    let new = File::options().read(true).write(true).create_new(true).open(file).map_err(StoreError::write(file))?;
    if let Err(error) = SessionFile::begin(new, file, header, events) {
        // An incomplete copy is removed, because it is of no use.
        let _ = fs::remove_file(file);
        return Err(error);
    }
    sync_folder_of(&path::absolute(file).map_err(StoreError::write(file))?)
}
