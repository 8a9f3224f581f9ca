use std::path::{Path, PathBuf};

use super::text_file::{read_text_file, ron_texts};
use super::{StoreError, Workspace};

/// The maximum size of a lexicon file, in bytes; far more than all words of a language need.
const LIMIT: usize = 4 << 20;

impl Workspace {
    /// The folder of the words that this workspace adds to the languages; it need not exist.
    pub fn lexicon_folder(&self) -> PathBuf {
        self.folder().join("lexicon")
    }

    /// The lexicon files of this workspace, sorted by name, each with its text; and an error for each file that could
    /// not be read.
    pub fn lexicons(&self) -> (Vec<(PathBuf, String)>, Vec<StoreError>) {
        ron_texts(&self.lexicon_folder(), read_lexicon_file)
    }
}

/// Reads a lexicon file, in a workspace or elsewhere.
pub fn read_lexicon_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "the words of a language are never longer than four megabytes")
}

/// Whether a file is meant as a lexicon: its folder is called `lexicon`.
pub fn is_lexicon_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "lexicon")
}
