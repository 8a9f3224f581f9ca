use std::path::Path;

use super::Call;
use super::call::Shape;
use super::call::no_session;
use super::failure::{Failure, Outcome};
use super::files;
use crate::app::{OpenSession, Recording};

/// Prints a session as one page of Markdown, or writes it to a file.
pub(super) fn run(call: &Call, named: &str, file: Option<&Path>) -> Outcome {
    file.map_or(Ok(()), no_session)?;
    call.hand_out(file, &page(call, named)?, Shape::Text)
}

/// The page, whether the session is over, was left in the middle or is being written by somebody else.
fn page(call: &Call, named: &str) -> Result<String, Failure> {
    let (session, known_names) = files::session(&call.workspace()?, named)?;
    let catalogue = call.catalogue()?;
    let recording = Recording::new(OpenSession { names: known_names, ..OpenSession::alone(session) }, &catalogue);
    Ok(recording.minutes(&catalogue))
}
