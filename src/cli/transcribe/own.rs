//! What notes say for whoever took them alone: it goes to the private file and into nothing that is made of them.

use std::io::{self, Write};

use crate::cli::call::Call;
use crate::import::transcript::Transcript;
use crate::record::{Names, OwnNote, Session, own_note};
use crate::store::{StoreError, Workspace};

/// The lines for oneself of a file of notes, with their numbers there.
pub(super) struct Own(Vec<(usize, OwnNote)>);

impl Own {
    /// Takes them out of what is to become a session.
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

    /// The notes without them: what notes are known by is in the session, and must not tell of them.
    pub(super) fn without(&self, text: &str) -> String {
        let is_own = |number: usize| self.0.iter().any(|(own, _)| *own == number);
        (1..).zip(text.split_inclusive('\n')).filter(|(number, _)| !is_own(*number)).map(|(_, line)| line).collect()
    }

    /// Makes the session with what lies beside it, or nothing.
    pub(super) fn create(&self, workspace: &Workspace, session: &Session, names: &Names) -> Result<(), StoreError> {
        let id = &session.header().id;
        self.keep(workspace, id)?;
        // Where the session cannot be made, nothing stays beside it.
        workspace.create_with_names(session.header(), session.events(), names).map(|_| ()).inspect_err(|_| {
            for _ in &self.0 {
                let _ = workspace.drop_own_note(id, 1);
            }
        })
    }

    /// Keeps those that are not there yet beside a session.
    pub(super) fn keep(&self, workspace: &Workspace, id: &str) -> Result<(), StoreError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let known = workspace.own_notes(id)?;
        let new = self.0.iter().map(|(_, note)| note).filter(|note| known.iter().all(|known| known.text != note.text));
        let new: Vec<OwnNote> = new.cloned().collect();
        if new.is_empty() { Ok(()) } else { workspace.keep_own_notes(id, &new).map(|_| ()) }
    }

    /// Says how many there are, and never what they say.
    pub(super) fn tell(&self, call: &Call) -> io::Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        writeln!(call.err(), "{} for yourself alone: adjacent notes lists them", self.0.len())
    }
}
