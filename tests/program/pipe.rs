//! Commands in another time zone, and the session files that commands leave.

use std::path::{Path, PathBuf};

use crate::program::{Said, fed, program};

/// Runs the program in a workspace on a machine in this time zone, with this on its standard input.
pub(crate) fn run_in(zone: &str, workspace: &Path, arguments: &[&str], input: &str) -> Said {
    fed(program(workspace).args(arguments).env("TZ", zone), input)
}

/// The session files of a workspace.
pub(crate) fn session_files(workspace: &Path) -> Vec<PathBuf> {
    let Ok(folder) = std::fs::read_dir(workspace.join("sessions")) else { return Vec::new() };
    let mut files: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "ron"));
    files.sort();
    files
}
