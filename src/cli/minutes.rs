use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context as _;

use super::DONE;
use super::failure::{Failure, Outcome};
use super::files;
use crate::app::{OpenSession, Recording};

/// Prints a session as one page of Markdown, or writes it to a file.
pub(super) fn run(dir: Option<&Path>, named: &str, file: Option<&Path>) -> Outcome {
    if file.is_some_and(|file| file.extension().is_some_and(|extension| extension == "ron")) {
        return Err(Failure::usage("minutes are Markdown, and .ron is what sessions end in; write them to a file.md"));
    }
    let page = page(dir, named)?;
    match file {
        None => io::stdout().lock().write_all(page.as_bytes())?,
        Some(file) => fs::write(file, page)
            .with_context(|| format!("{} cannot be written; name a file in a folder that exists", file.display()))?,
    }
    DONE
}

/// The page, whether the session is over, was left in the middle or is being written by somebody else.
fn page(dir: Option<&Path>, named: &str) -> Result<String, Failure> {
    let (session, known_names) = files::session(&files::workspace(dir)?, named)?;
    let catalogue = files::catalogue(dir)?;
    let recording = Recording::new(OpenSession { names: known_names, ..OpenSession::alone(session) }, &catalogue);
    Ok(recording.minutes(&catalogue))
}
