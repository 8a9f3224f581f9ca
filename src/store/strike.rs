//! Removes text for good, with every copy that the program itself has made.

use std::fs;
use std::io;
use std::path::Path;

use super::read_session::stem;
use super::{SessionFile, StoreError, Workspace, cache, hidden, whole_file};
use crate::record::{Event, Fact};

/// What was removed together with a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Whether bytes that had been set aside from damage were removed; nobody knows whose words they held.
    pub set_aside: bool,
    /// Whether minutes were removed.
    pub minutes: bool,
    /// How many answers of a hidden round with the same words were removed.
    pub hidden: usize,
    /// From how many other files of the session it was removed.
    pub copies: usize,
}

impl Workspace {
    /// Removes for good what was ordered to be removed in this session, with every copy in the workspace.
    ///
    /// The caller has appended the order ([`crate::record::Fact::StrikeOrdered`]).
    pub fn strike(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        // The text stays in the file until last, so that an interrupted removal still knows what to look for.
        let copies = self.strike_in_copies(file.path())?;
        Ok(Removed { copies, ..self.strike_alone(file)? })
    }

    /// The same, in this file and the files beside it.
    pub(super) fn strike_alone(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        let unstruck = file.unstruck()?;
        let removed = self.remove_copies(file.path(), &unstruck)?;
        file.strike()?;
        // Another program that read the file before may have written the cache only now.
        cache::forget(self.folder())?;
        // The minutes may quote it; they can be written again at any time.
        let id = stem(file.path());
        match fs::remove_file(self.minutes_path(&id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Write { path: self.minutes_path(&id), source: error })
            }
            _ => Ok(removed),
        }
    }

    /// Removes the text of these events from everything beside their session in this workspace. The bytes set aside from
    /// damage, the cache and the minutes are removed as a whole; of a hidden round, the answers with the same words; and
    /// what a killed program left of writing any of them.
    ///
    /// Exports and copies made by hand are out of reach.
    pub(super) fn remove_copies(&self, session: &Path, struck: &[Event]) -> Result<Removed, StoreError> {
        let id = stem(session);
        whole_file::remove_leftovers(session)?;
        let set_aside = whole_file::remove(&session.with_extension("torn"))?;
        cache::forget(self.folder())?;
        let minutes = whole_file::remove(&self.minutes_path(&id))?;
        let texts: Vec<&str> = struck.iter().flat_map(texts).filter(|text| !text.is_empty()).collect();
        let hidden = if texts.is_empty() { 0 } else { hidden::strike(&self.private(), &id, &texts)? };
        Ok(Removed { set_aside, minutes, hidden, copies: 0 })
    }
}

/// The texts of an event that somebody typed.
fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let shown = event.facts.iter().flat_map(|fact| match fact {
        Fact::Revealed { texts } => texts.as_slice(),
        _ => &[],
    });
    event.said.as_ref().into_iter().chain(shown).map(String::as_str)
}
