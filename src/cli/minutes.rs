use std::path::Path;

use super::failure::{Failure, Outcome};
use super::files;
use crate::app::{OpenSession, Recording};

/// Prints a session as one page of Markdown, or writes it to a file.
pub(super) fn run(dir: Option<&Path>, named: &str, file: Option<&Path>) -> Outcome {
    file.map_or(Ok(()), files::no_session)?;
    files::hand_out(file, &page(dir, named)?)
}

/// The page, whether the session is over, was left in the middle or is being written by somebody else.
fn page(dir: Option<&Path>, named: &str) -> Result<String, Failure> {
    let (session, known_names) = files::session(&files::workspace(dir)?, named)?;
    let catalogue = files::catalogue(dir)?;
    let recording = Recording::new(OpenSession { names: known_names, ..OpenSession::alone(session) }, &catalogue);
    Ok(recording.minutes(&catalogue))
}
