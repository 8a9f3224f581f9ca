//! Private lines in notes: they are saved in the private file and nowhere else.

use std::io::{self, Write};

use crate::cli::call::Call;
use crate::import::notes::transcript::Transcript;
use crate::record::{Event, Names, OwnNote, Session, own_note};
use crate::store::{StoreError, Workspace};

/// The private lines of a file of notes, with their line numbers.
pub(super) struct Own(Vec<(usize, OwnNote)>);

impl Own {
    /// Takes the private lines out of the transcript; returns them.
    pub(super) fn taken_from(transcript: &mut Transcript) -> Self {
        let mut own = Vec::new();
        transcript.lines.retain(|line| match own_note(&line.text) {
            Some(note) => {
                own.push((line.number, OwnNote { at: line.at, text: note.to_owned() }));
                false
            }
            None => true,
        });
        Self(own)
    }

    /// The text of the notes without the private lines. Its digest is recorded in the session, so it must not depend on
    /// them.
    pub(super) fn without(&self, text: &str) -> String {
        let is_own = |number: usize| self.0.iter().any(|(own, _)| *own == number);
        (1..).zip(text.split_inclusive('\n')).filter(|(number, _)| !is_own(*number)).map(|(_, line)| line).collect()
    }

    /// Makes the session and the private file, or neither of them.
    pub(super) fn create(&self, workspace: &Workspace, session: &Session, names: &Names) -> Result<(), StoreError> {
        let id = &session.header().id;
        self.keep(workspace, id)?;
        // If the session cannot be made, the private notes are removed again.
        let events: Vec<Event> = session.recorded().cloned().collect();
        workspace.create_with_names(session.header(), &events, names).map(|_| ()).inspect_err(|_| {
            for _ in &self.0 {
                let _ = workspace.drop_own_note(id, 1);
            }
        })
    }

    /// Saves the private lines that are not saved beside the session yet.
    pub(super) fn keep(&self, workspace: &Workspace, id: &str) -> Result<(), StoreError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let known = workspace.own_notes(id)?;
        let new = self.0.iter().map(|(_, note)| note).filter(|note| known.iter().all(|known| known.text != note.text));
        let new: Vec<OwnNote> = new.cloned().collect();
        if new.is_empty() { Ok(()) } else { workspace.keep_own_notes(id, &new).map(|_| ()) }
    }

    /// Prints the number of private lines, without their texts.
    pub(super) fn tell(&self, call: &Call) -> io::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        writeln!(call.err(), "{} for yourself alone: adjacent notes lists them", self.0.len())
    }
}
