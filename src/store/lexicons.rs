use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::folder::ron_files;
use super::{StoreError, Workspace};

/// The maximum size of a lexicon file, in bytes; far more than all words of a language need.
const LIMIT: u64 = 4 << 20;

impl Workspace {
    /// The folder of the words that this workspace adds to the languages; it need not exist.
    pub fn lexicon_folder(&self) -> PathBuf {
        self.folder().join("lexicon")
    }

    /// The lexicon files of this workspace, sorted by name, each with its text; and an error for each file that could
    /// not be read.
    pub fn lexicons(&self) -> (Vec<(PathBuf, String)>, Vec<StoreError>) {
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        match ron_files(&self.lexicon_folder()) {
            Err(error) => unread.push(error),
            Ok(paths) => {
                for path in paths {
                    match read_lexicon_file(&path) {
                        Ok(text) => files.push((path, text)),
                        Err(error) => unread.push(error),
                    }
                }
            }
        }
        (files, unread)
    }
}

/// Reads a lexicon file, in a workspace or elsewhere.
pub fn read_lexicon_file(path: &Path) -> Result<String, StoreError> {
    let file = File::open(path).map_err(StoreError::read(path))?;
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(StoreError::read(path))?;
    let long = u64::try_from(bytes.len()).is_ok_and(|length| length > LIMIT);
    let wrong = |what| StoreError::Read { path: path.to_owned(), source: io::Error::other(what) };
    if long {
        return Err(wrong("the words of a language are never longer than four megabytes"));
    }
    String::from_utf8(bytes).map_err(|_| wrong("it is not text in UTF-8"))
}

/// Whether a file is meant as a lexicon: its folder is called `lexicon`.
pub fn is_lexicon_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "lexicon")
}
