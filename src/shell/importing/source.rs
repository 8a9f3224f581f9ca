use std::path::{Path, PathBuf};

use super::failure::ImportFailure;
use crate::import::{IMPORT_LIMIT, ImportedFile};
use crate::store::read_bounded;

/// The number of hexadecimal digits of a digest.
const DIGITS: usize = 32;

/// Files to import, in memory: they are read from disk once, and then with one mapping after the other.
#[derive(Debug)]
pub struct ImportSource {
    /// The files.
    pub files: Vec<ImportedFile>,
    /// The digest of what is in them, whatever their names and their order.
    pub digest: String,
}

impl ImportSource {
    /// Reads files from disk. The size of each is looked at first: together they are never more than
    /// [`IMPORT_LIMIT`] bytes.
    pub fn load(paths: &[PathBuf]) -> Result<Self, ImportFailure> {
        let mut left = IMPORT_LIMIT;
        let mut named = Vec::new();
        for path in paths {
            let bytes = read_bounded(path, left)?;
            left = left.saturating_sub(bytes.len());
            named.push((name_of(path), bytes));
        }
        Self::of(named)
    }

    /// Takes files that were read already, each with its name without the folder.
    pub fn of(named: Vec<(String, Vec<u8>)>) -> Result<Self, ImportFailure> {
        let mut digests: Vec<blake3::Hash> = named.iter().map(|(_, bytes)| blake3::hash(bytes)).collect();
        digests.sort_unstable_by_key(|digest| *digest.as_bytes());
        let mut all = blake3::Hasher::new();
        for digest in digests {
            all.update(digest.as_bytes());
        }
        let digest = all.finalize().to_hex().chars().take(DIGITS).collect();
        let files = named.into_iter().map(|(name, bytes)| ImportedFile::new(&name, bytes));
        Ok(Self { files: files.collect::<Result<_, _>>()?, digest })
    }

    /// Returns the names of the files, without their folders.
    pub fn names(&self) -> Vec<&str> {
        self.files.iter().map(ImportedFile::name).collect()
    }

    /// Returns the name of the first file without its ending, as a title for what is in it.
    pub(in crate::shell) fn title(&self) -> &str {
        let name = self.files.first().map_or("Import", ImportedFile::name);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        if stem.is_empty() { name } else { stem }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
