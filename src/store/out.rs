use std::fs;
use std::path::{self, Path};

use super::StoreError;
use super::whole_file::{self, Readable};

/// Reads a file that somebody named, wherever that is.
pub fn read_in(file: &Path) -> Result<Vec<u8>, StoreError> {
    fs::read(file).map_err(StoreError::read(file))
}

/// Writes a file that somebody asked for, wherever that is: the old one stays until the new one is there as a whole.
///
/// What is no file, such as a pipe or a terminal, is written to and never replaced; a link stays a link.
pub fn write_out(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let place = match fs::metadata(file) {
        Ok(found) if !found.is_file() => return fs::write(file, bytes).map_err(StoreError::output(file)),
        Ok(_) => fs::canonicalize(file),
        Err(_) => path::absolute(file),
    };
    let place = place.map_err(StoreError::output(file))?;
    whole_file::write(&place, bytes, Readable::ByOthers).map_err(StoreError::of_output)
}
