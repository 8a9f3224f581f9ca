use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::DONE;
use super::failure::{Failure, Outcome};
use crate::exercise::Catalogue;
use crate::record::text::plain;
use crate::record::{Names, Session};
use crate::shell::{workshop, zone};
use crate::store::{Loaded, Workspace, read_session_file, write_out};

/// The workspace that was named, else that of this platform.
pub(super) fn workspace(dir: Option<&Path>) -> Result<Workspace, Failure> {
    let folder = match dir {
        Some(dir) => dir.to_owned(),
        None => Workspace::default_folder().ok_or_else(|| {
            Failure::usage("this platform names no folder for data; name one with --dir or ADJACENT_DIR")
        })?,
    };
    Ok(Workspace::open(&folder)?.in_zone(zone::here()))
}

/// The exercises of the program with those of the workspace; one that cannot be used is told on standard error.
pub(super) fn catalogue(dir: Option<&Path>) -> Result<Catalogue, Failure> {
    let (catalogue, left_out) = workshop::catalogue(&workspace(dir)?);
    for reason in left_out {
        writeln!(io::stderr(), "{}", plain(&reason))?;
    }
    Ok(catalogue)
}

/// A session by its id, the beginning of it, any part of its title, or a file; with the names kept beside it.
pub(super) fn session(workspace: &Workspace, named: &str) -> Result<(Session, Names), Failure> {
    let (loaded, known_names) = loaded(workspace, named)?;
    Ok((loaded.session, known_names))
}

/// The same, with what is wrong with its file.
pub(super) fn loaded(workspace: &Workspace, named: &str) -> Result<(Loaded, Names), Failure> {
    let path = PathBuf::from(named);
    if path.extension().is_some_and(|extension| extension == "ron") && path.is_file() {
        let loaded = read_session_file(&path)?;
        let known_names = workspace.names(&loaded.session.header().id).unwrap_or_default();
        return Ok((loaded, known_names));
    }
    let id = workspace.find(named)?;
    Ok((workspace.load(&id)?, workspace.names(&id)?))
}

/// Prints a text, or writes it to the file that was asked for (`-` is standard output); never over a session.
pub(super) fn hand_out(file: Option<&Path>, text: &str) -> Outcome {
    match file.filter(|file| *file != Path::new("-")) {
        None => io::stdout().lock().write_all(text.as_bytes())?,
        Some(file) => {
            no_session(file)?;
            write_out(file, text.as_bytes())?;
        }
    }
    DONE
}

/// Refuses a name that a session could have.
pub(super) fn no_session(file: &Path) -> Result<(), Failure> {
    if file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron")) {
        return Err(Failure::usage(".ron is what sessions end in; write to a file of another name"));
    }
    Ok(())
}
