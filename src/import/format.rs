use super::context::ReadContext;
use super::error::ImportError;
use super::imported::ImportedMap;
use crate::import::input::file::ImportedFile;

/// A function that reads the files of a format. It is called once with all files of one import that are of the format,
/// because some formats spread a map over several files.
pub(super) type ReadFormat = fn(&[&ImportedFile], &ReadContext<'_>) -> Result<ImportedMap, ImportError>;

/// A format of other tools' files.
#[derive(Debug)]
pub struct ImportFormat {
    /// The name of the format, as sessions, mappings and JSON hold it: `kumu-json`.
    pub name: &'static str,
    /// What a file of the format is, for people: `a Kumu project`.
    pub about: &'static str,
    /// Whether a file is of this format. It is told by what the file holds, never by its name.
    pub is_one: fn(&ImportedFile) -> bool,
    /// Reads the files.
    pub read: ReadFormat,
}
