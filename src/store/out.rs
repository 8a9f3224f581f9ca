use std::fs;
use std::path::{self, Path};

use super::StoreError;
use super::whole_file::{self, Readable};

/// Writes a file that somebody asked for, wherever that is: the old one stays until the new one is there as a whole.
///
/// What is no file, such as a pipe or a terminal, is written to and never replaced; a link stays a link.
pub fn write_out(file: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let write = StoreError::write(file);
    match fs::metadata(file) {
        Ok(found) if !found.is_file() => fs::write(file, bytes).map_err(write),
        Ok(_) => whole_file::write(&fs::canonicalize(file).map_err(write)?, bytes, Readable::ByOthers),
        Err(_) => whole_file::write(&path::absolute(file).map_err(write)?, bytes, Readable::ByOthers),
    }
}
