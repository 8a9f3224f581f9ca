use std::path::PathBuf;

use super::failure::Failure;
use crate::graph::Ledger;
use crate::record::{Names, Session};
use crate::shell::open_sessions;
use crate::store::{Loaded, Workspace};

/// The message when reading standard input fails.
pub(super) const NO_INPUT: &str = "standard input cannot be read";

/// Reads a session, with the names of its people. `named` is its id, the beginning of its id, any part of its title, or
/// the path of its file.
pub(super) fn session(workspace: &Workspace, named: &str) -> Result<(Session, Names), Failure> {
    let (loaded, known_names) = loaded(workspace, named)?;
    Ok((loaded.session, known_names))
}

/// The path of the file, if a session is named by a path; else `None`.
pub(super) fn session_file(named: &str) -> Option<PathBuf> {
    let path = PathBuf::from(named);
    (path.extension().is_some_and(|extension| extension == "ron") && path.is_file()).then_some(path)
}

/// Reads a session as [`session`] does, with the faults of its file.
pub(super) fn loaded(workspace: &Workspace, named: &str) -> Result<(Loaded, Names), Failure> {
    let path = match session_file(named) {
        Some(path) => path,
        None => workspace.session_path(&workspace.find(named)?),
    };
    let loaded = workspace.load_file(&path)?;
    let file = path.file_stem().unwrap_or_default().to_string_lossy();
    let known_names = workspace.names_beside(&file, loaded.session.header());
    Ok((loaded, known_names))
}

/// What a session builds on, as the console has it; nothing for a file that is none of the workspace.
pub(super) fn base(workspace: &Workspace, named: &str, session: &Session) -> Result<Ledger, Failure> {
    let own = workspace.session_path(&session.header().id);
    let canonical = |path: &PathBuf| path.canonicalize().ok();
    match session_file(named) {
        Some(file) if canonical(&file) != canonical(&own) => Ok(Ledger::new()),
        _ => Ok(open_sessions::base(workspace, session.header())?),
    }
}
