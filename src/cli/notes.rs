//! Notes for whoever holds the keyboard alone: listed at their own terminal, removed, and nowhere else.

use std::io::Write;

use clap::Args;

use super::Call;
use super::DONE;
use super::failure::{Failure, Outcome};
use crate::record::spoken::clock;
use crate::record::text::plain;

#[derive(Debug, Args)]
pub(super) struct Asked {
    /// Its id, the beginning of it, or any part of its title.
    session: String,
    /// Remove the note with this number.
    #[arg(long, value_name = "NUMBER")]
    delete: Option<usize>,
}

/// Lists the notes beside a session, or removes one of them.
pub(super) fn run(call: &Call, asked: &Asked) -> Outcome {
    let workspace = call.workspace()?;
    let id = workspace.find(&asked.session)?;
    let mut out = call.out();
    if let Some(number) = asked.delete {
        if !workspace.drop_own_note(&id, number)? {
            return Err(Failure::usage(format!("no note has the number {number}; adjacent notes SESSION lists them")));
        }
        writeln!(out, "Removed.")?;
        return DONE;
    }
    let notes = workspace.own_notes(&id)?;
    for (number, note) in (1..).zip(&notes) {
        writeln!(out, "{number:>4}  {:>6}  {}", clock(note.at), plain(&note.text))?;
    }
    if notes.is_empty() {
        writeln!(out, "There is no note for yourself beside it. In a session, a line that begins with me: is one.")?;
    }
    DONE
}
