//! Lists the private notes of the facilitator at their own terminal, or removes one.

use std::io::Write;

use clap::Args;

use super::call::Call;
use super::command::CliCommand;
use super::failure::{CommandResult, DONE, Failure};
use crate::record::spoken::clock;
use crate::record::text::plain;

/// List the notes for yourself beside a session, from lines that begin with me:, or remove one.
#[derive(Debug, Args)]
pub(super) struct NotesArgs {
    /// Its id, the beginning of it, or any part of its title.
    session: String,
    /// Remove the note with this number.
    #[arg(long, value_name = "NUMBER")]
    delete: Option<usize>,
}

impl CliCommand for NotesArgs {
    const NAME: &'static str = "notes";
    const EXAMPLES: &[&str] = &["notes \"Spring review\""];

    fn run(self, call: &Call) -> CommandResult {
        let workspace = call.workspace()?;
        let id = workspace.find(&self.session)?;
        let mut out = call.out();
        if let Some(number) = self.delete {
            if !workspace.drop_own_note(&id, number)? {
                return Err(Failure::usage(format!(
                    "no note has the number {number}; adjacent notes SESSION lists them"
                )));
            }
            writeln!(out, "Removed.")?;
            return DONE;
        }
        let notes = workspace.own_notes(&id)?;
        for (number, note) in (1..).zip(&notes) {
            writeln!(out, "{number:>4}  {:>6}  {}", clock(note.at.elapsed()), plain(&note.text))?;
        }
        if notes.is_empty() {
            writeln!(
                out,
                "There is no note for yourself beside it. In a session, a line that begins with me: is one."
            )?;
        }
        DONE
    }
}
