use std::path::PathBuf;

use clap::Args;

use super::call::{AnswerForm, Call, no_session};
use super::command::CliCommand;
use super::failure::{CommandResult, Failure};
use super::files;
use crate::app::{OpenSession, Recording};

/// Print the minutes of a session as one page of Markdown, at any moment of it.
#[derive(Debug, Args)]
pub(super) struct MinutesArgs {
    /// Its id, the beginning of it, any part of its title, or a file.
    session: String,
    /// Write them to this file instead.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl CliCommand for MinutesArgs {
    const NAME: &'static str = "minutes";

    fn run(self, call: &Call) -> CommandResult {
        let file = self.output.as_deref();
        file.map_or(Ok(()), no_session)?;
        call.hand_out(file, &page(call, &self.session)?, AnswerForm::Text)
    }
}

/// The minutes of a session, which may be over, interrupted, or being written by another program.
fn page(call: &Call, named: &str) -> Result<String, Failure> {
    let (session, known_names) = files::session(&call.workspace()?, named)?;
    let catalogue = call.catalogue()?;
    let recording = Recording::new(OpenSession { names: known_names, ..OpenSession::alone(session) }, &catalogue);
    Ok(recording.minutes(&catalogue))
}
