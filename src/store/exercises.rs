use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::folder::make_folder;
use super::text_file::{read_text_file, ron_texts};
use super::whole_file;
use super::{StoreError, Workspace};
use crate::exercise::is_exercise;

/// The maximum size of an exercise file, in bytes; far more than a hundred steps need.
const LIMIT: usize = 1 << 20;

/// The number of bytes at the beginning of a file that are read to see whether it is an exercise.
const BEGINNING: u64 = 4096;

impl Workspace {
    /// The folder of the exercises of this workspace; it need not exist.
    pub fn exercises_folder(&self) -> PathBuf {
        self.folder().join("exercises")
    }

    /// The exercise files of this workspace, sorted by name, each with its text; and an error for each file that could
    /// not be read.
    pub fn exercises(&self) -> (Vec<(String, String)>, Vec<StoreError>) {
        let (files, unread) = ron_texts(&self.exercises_folder(), read_exercise_file);
        let name = |path: PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        (files.into_iter().map(|(path, text)| (name(path), text)).collect(), unread)
    }

    /// Makes an exercise file; never overwrites an existing one.
    pub fn begin_exercise(&self, id: &str, text: &str) -> Result<PathBuf, StoreError> {
        let folder = self.exercises_folder();
        make_folder(&folder)?;
        let path = folder.join(format!("{id}.ron"));
        whole_file::begin(&path, text.as_bytes(), Readable::ByOthers)?;
        Ok(path)
    }
}

/// Reads an exercise file, in a workspace or elsewhere.
pub fn read_exercise_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "an exercise is never longer than a megabyte")
}

/// Whether a file is meant as an exercise: its folder is called `exercises`, or it begins as an exercise does.
pub fn is_exercise_file(path: &Path) -> Result<bool, StoreError> {
    if path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "exercises") {
        return Ok(true);
    }
    let mut beginning = Vec::new();
    let file = File::open(path).map_err(StoreError::read(path))?;
    file.take(BEGINNING).read_to_end(&mut beginning).map_err(StoreError::read(path))?;
    Ok(is_exercise(&String::from_utf8_lossy(&beginning)))
}
