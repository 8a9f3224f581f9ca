//! Removes text for good, from the session and from every copy that the program has made.

use std::fs;
use std::io;
use std::path::Path;

use super::read_session::stem;
use super::set_aside::torn;
use super::{SessionFile, StoreError, Workspace, cache, hidden, whole_file};
use crate::record::{Event, Fact};

/// The copies of a text that were removed together with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Whether the bytes that a repair had set aside were removed, because they may have held the text.
    pub set_aside: bool,
    /// Whether the minutes of the session were removed.
    pub minutes: bool,
    /// The number of answers with the same words that were removed from a round whose answers are hidden.
    pub hidden: usize,
    /// The number of other files of the session from which the text was removed.
    pub copies: usize,
}

impl Workspace {
    /// Carries out the orders to remove text in this session: removes it for good, with every copy in the workspace.
    ///
    /// The caller has appended the order ([`crate::record::Fact::StrikeOrdered`]).
    pub fn strike(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        // The text stays in the file until last, so that an interrupted removal still knows what to look for.
        let copies = self.strike_in_copies(file.path())?;
        Ok(Removed { copies, ..self.strike_alone(file)? })
    }

    /// Does the same as [`Workspace::strike`] in this file and the files beside it, not in other files of the session.
    pub(super) fn strike_alone(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        let unstruck = file.unstruck()?;
        let removed = self.remove_copies(file.path(), &unstruck)?;
        file.strike()?;
        // Another program may have read the file before the removal and written the cache after it.
        cache::forget(self.folder())?;
        // The minutes may quote the text; they can be written again at any time.
        let id = stem(file.path());
        match fs::remove_file(self.minutes_path(&id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Write { path: self.minutes_path(&id), source: error })
            }
            _ => Ok(removed),
        }
    }

    /// Removes the text of these events from all files beside their session in this workspace. The bytes set aside by a
    /// repair, the cache and the minutes are removed as a whole; of the hidden answers, those with the same words. The
    /// incomplete files that a killed program left for any of these are removed too.
    ///
    /// Exports and copies made by hand are not found.
    pub(super) fn remove_copies(&self, session: &Path, struck: &[Event]) -> Result<Removed, StoreError> {
        let id = stem(session);
        whole_file::remove_leftovers(session)?;
        let set_aside = whole_file::remove(&torn(session))?;
        cache::forget(self.folder())?;
        let minutes = whole_file::remove(&self.minutes_path(&id))?;
        let texts: Vec<&str> = struck.iter().flat_map(texts).filter(|text| !text.is_empty()).collect();
        let hidden = if texts.is_empty() { 0 } else { hidden::strike(&self.private(), &id, &texts)? };
        Ok(Removed { set_aside, minutes, hidden, copies: 0 })
    }
}

/// The texts of an event that were typed.
fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let shown = event.facts.iter().flat_map(|fact| match fact {
        Fact::Revealed { texts } => texts.as_slice(),
        _ => &[],
    });
    event.said.as_ref().into_iter().chain(shown).map(String::as_str)
}
