//! The copies of a text that is to be removed for good, wherever the program itself may have put one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::read_session::stem;
use super::{SessionFile, StoreError, Workspace, cache, hidden, whole_file};
use crate::record::{Event, Fact};

/// What went with a text that was removed for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Whether bytes were removed that had been set aside from damage: nobody can say whose words they held.
    pub set_aside: bool,
    /// Whether minutes were removed that had been written before.
    pub minutes: bool,
    /// How many answers of a hidden round said the same.
    pub hidden: usize,
    /// How many other files of the session held it.
    pub copies: usize,
}

impl Workspace {
    /// Removes for good what was ordered to be removed in this session, with every copy in the workspace.
    ///
    /// Whoever calls this has appended the order ([`crate::record::Fact::StrikeOrdered`]).
    pub fn strike(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        // As long as the text stands in the file, whoever is interrupted here knows what to look for.
        let copies = self.strike_in_copies(file.path())?;
        Ok(Removed { copies, ..self.strike_alone(file)? })
    }

    /// The same, in this file and what lies beside it under its name.
    pub(super) fn strike_alone(&self, file: &mut SessionFile) -> Result<Removed, StoreError> {
        let unstruck = file.unstruck()?;
        let removed = remove_copies(file.path(), self.folder(), &unstruck)?;
        file.strike()?;
        // Somebody who had read the file before may have kept it only now.
        cache::forget(self.folder())?;
        // The minutes may quote it; they can be written again at any moment.
        let id = stem(file.path());
        match fs::remove_file(self.minutes_path(&id)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Write { path: self.minutes_path(&id), source: error })
            }
            _ => Ok(removed),
        }
    }
}

/// Removes what these events said from everything beside their session in this workspace: the bytes set aside from
/// damage, what is kept of the shared map, and the minutes, each as a whole; answers of a hidden round that say the same; and what a program that was
/// killed left of writing any of them.
///
/// What was exported or copied by hand is out of reach.
pub(super) fn remove_copies(session: &Path, workspace: &Path, struck: &[Event]) -> Result<Removed, StoreError> {
    let id = stem(session);
    whole_file::remove_leftovers(session)?;
    let set_aside = whole_file::remove(&session.with_extension("torn"))?;
    cache::forget(workspace)?;
    let minutes = whole_file::remove(&minutes_path(workspace, &id))?;
    let texts: Vec<&str> = struck.iter().flat_map(texts).filter(|text| !text.is_empty()).collect();
    let hidden = if texts.is_empty() { 0 } else { hidden::strike(&workspace.join("private"), &id, &texts)? };
    Ok(Removed { set_aside, minutes, hidden, copies: 0 })
}

/// Where the minutes of a session lie.
pub(super) fn minutes_path(workspace: &Path, id: &str) -> PathBuf {
    workspace.join("minutes").join(format!("{id}.md"))
}

/// What an event says in somebody's words.
fn texts(event: &Event) -> impl Iterator<Item = &str> {
    let shown = event.facts.iter().flat_map(|fact| match fact {
        Fact::Revealed { texts } => texts.as_slice(),
        _ => &[],
    });
    event.said.as_ref().into_iter().chain(shown).map(String::as_str)
}
