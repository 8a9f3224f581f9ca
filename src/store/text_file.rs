//! Files of words that people write: exercises and lexicons, each whole or not at all.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::StoreError;
use super::bounded::read_at_most;
use super::folder::ron_files;

/// Reads a text file of at most `limit` bytes; `too_long` says what is wrong with a longer one.
pub(super) fn read_text_file(path: &Path, limit: usize, too_long: &str) -> Result<String, StoreError> {
    let wrong = |what: &str| StoreError::Read { path: path.to_owned(), source: io::Error::other(what) };
    let bytes = File::open(path).and_then(|file| read_at_most(file, limit)).map_err(StoreError::read(path))?;
    let bytes = bytes.ok_or_else(|| wrong(too_long))?;
    String::from_utf8(bytes).map_err(|_| wrong("it is not text in UTF-8"))
}

/// Returns the RON files of a folder, sorted by name, each with its text; and an error for each file that could not be
/// read.
pub(super) fn ron_texts(
    folder: &Path,
    read: impl Fn(&Path) -> Result<String, StoreError>,
) -> (Vec<(PathBuf, String)>, Vec<StoreError>) {
    let (mut files, mut unread) = (Vec::new(), Vec::new());
    match ron_files(folder) {
        Err(error) => unread.push(error),
        Ok(paths) => {
            for path in paths {
                match read(&path) {
                    Ok(text) => files.push((path, text)),
                    Err(error) => unread.push(error),
                }
            }
        }
    }
    (files, unread)
}
