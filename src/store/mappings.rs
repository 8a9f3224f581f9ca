//! The mappings of a workspace: what the parts of other tools' files mean, in `import/*.ron`.

use std::io;
use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::folder::make_folder;
use super::text_file::{read_text_file, ron_texts};
use super::titled_file::begin_titled;
use super::whole_file;
use super::{StoreError, Workspace};
use crate::import::ImportMapping;

/// The maximum size of a mapping file, in bytes; far more than the columns of any table need.
const LIMIT: usize = 4 << 20;

impl Workspace {
    /// The folder of the mappings of this workspace; it need not exist.
    pub fn mappings_folder(&self) -> PathBuf {
        self.folder().join("import")
    }

    /// The mappings of this workspace, sorted by the names of their files; and an error for each file that cannot be read
    /// or is no mapping, with the place of the mistake.
    pub fn mappings(&self) -> (Vec<(PathBuf, ImportMapping)>, Vec<StoreError>) {
        let (texts, mut wrong) = self.mapping_texts();
        let mut mappings = Vec::new();
        for (path, text) in texts {
            match parsed(&path, &text) {
                Ok(mapping) => mappings.push((path, mapping)),
                Err(error) => wrong.push(error),
            }
        }
        (mappings, wrong)
    }

    /// The mapping files of this workspace, sorted by name, each with its text; and an error for each file that cannot be
    /// read.
    pub fn mapping_texts(&self) -> (Vec<(PathBuf, String)>, Vec<StoreError>) {
        ron_texts(&self.mappings_folder(), read_mapping_file)
    }

    /// Saves a mapping in a file that is named after its title; replaces the one of the same title and format.
    pub fn keep_mapping(&self, mapping: &ImportMapping) -> Result<PathBuf, StoreError> {
        let folder = self.mappings_folder();
        make_folder(&folder)?;
        let (known, _) = self.mappings();
        let is_it = |known: &ImportMapping| known.title == mapping.title && known.format == mapping.format;
        if let Some((path, _)) = known.into_iter().find(|(_, known)| is_it(known)) {
            whole_file::write(&path, mapping.to_text().as_bytes(), Readable::ByOthers)?;
            return Ok(path);
        }
        begin_titled(&folder, &mapping.title, &mapping.to_text())
    }
}

/// Reads a mapping, in a workspace or elsewhere.
pub fn read_mapping(path: &Path) -> Result<ImportMapping, StoreError> {
    parsed(path, &read_mapping_file(path)?)
}

/// Reads the text of a mapping file, in a workspace or elsewhere.
pub fn read_mapping_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "a mapping is never longer than four megabytes")
}

fn parsed(path: &Path, text: &str) -> Result<ImportMapping, StoreError> {
    ImportMapping::parse(text).map_err(|error| {
        let start = error.span.start;
        let says = format!("line {}, column {}: {}", start.line, start.col, error.code);
        StoreError::Read { path: path.to_owned(), source: io::Error::other(says) }
    })
}

/// Whether a file is meant as a mapping: its folder is called `import`.
pub fn is_mapping_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "import")
}
