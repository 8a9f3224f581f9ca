//! A workspace with the worked example.

use tempfile::TempDir;

use crate::program::{harbourline, run};

/// The worked example as notes.
pub(crate) const EXAMPLE: &str = include_str!("../fixtures/harbourline.txt");

/// A workspace with the worked example, and the path of its session.
pub(crate) fn with_example() -> (TempDir, String) {
    let workspace = TempDir::new().unwrap();
    let path = run(workspace.path(), &["transcribe", harbourline().to_str().unwrap()]).out.trim().to_owned();
    (workspace, path)
}
