use std::path::{Path, PathBuf};

use super::StoreError;
use super::file_mode::Readable;
use super::slug::slug;
use super::whole_file;

/// The maximum number of files of a folder whose titles make the same name.
const NAMESAKES: u32 = 99;

/// Writes a text to a new RON file of a folder that is named after its title; never overwrites an existing one.
pub(super) fn begin_titled(folder: &Path, title: &str, text: &str) -> Result<PathBuf, StoreError> {
    let name = slug(title);
    let mut number = 1;
    loop {
        let more = if number == 1 { String::new() } else { format!("-{number}") };
        let path = folder.join(format!("{name}{more}.ron"));
        match whole_file::begin(&path, text.as_bytes(), Readable::ByOthers) {
            Err(StoreError::There { .. }) if number < NAMESAKES => number += 1,
            begun => return begun.map(|()| path),
        }
    }
}
