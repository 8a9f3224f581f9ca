//! The sources as the checks read them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A file of the library.
pub(crate) struct Source {
    /// Where it is, below `src`.
    pub(crate) path: PathBuf,
    /// The room it stands in.
    pub(crate) room: String,
    /// Its text as it is.
    pub(crate) text: String,
    /// Its code, without line comments and what strings hold.
    pub(crate) code: String,
}

impl Source {
    /// Whether the file holds tests alone.
    pub(crate) fn is_test(&self) -> bool {
        self.path.ends_with("tests.rs") || self.path.components().any(|part| part.as_os_str() == "tests")
    }

    /// Its path with slashes, the same on every system.
    pub(crate) fn name(&self) -> String {
        self.path.to_string_lossy().replace('\\', "/")
    }
}

/// The folder of the sources.
pub(crate) fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file of the library but its root and the binary.
pub(crate) fn sources() -> &'static [Source] {
    static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
        let mut found = Vec::new();
        collect(&src(), &mut found);
        found
    });
    assert!(!SOURCES.is_empty());
    &SOURCES
}

fn collect(folder: &Path, found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let inside = path.strip_prefix(src()).unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
            let room = first.trim_end_matches(".rs").to_owned();
            if room == "main" || room == "lib" {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let code = strip(&text);
            found.push(Source { path: inside.to_owned(), room, text, code });
        }
    }
}

/// The code without line comments and string contents.
pub(crate) fn strip(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let mut quoted = false;
        let mut previous = ' ';
        for (at, c) in line.char_indices() {
            if !quoted && line[at..].starts_with("//") {
                break;
            }
            if c == '"' && previous != '\\' && previous != '\'' {
                quoted = !quoted;
            }
            if !quoted {
                code.push(c);
            }
            previous = c;
        }
        code.push('\n');
    }
    code
}
