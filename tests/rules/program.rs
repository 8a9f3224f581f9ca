//! The program as it is run from a shell, in a workspace.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) fn adjacent(workspace: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_adjacent"));
    command.args(arguments).args(["--dir", workspace.to_str().unwrap()]).stdin(Stdio::null());
    command.env("TZ", "UTC").env_remove("ADJACENT_DIR").current_dir(workspace).output().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A workspace with the worked example, and the path of its session.
pub(crate) fn with_example() -> (TempDir, String) {
    let workspace = TempDir::new().unwrap();
    let notes = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/harbourline.txt");
    let path = out(&adjacent(workspace.path(), &["transcribe", notes.to_str().unwrap()])).trim().to_owned();
    (workspace, path)
}
