//! The files beside the sessions of a workspace: names, hidden answers, private notes, minutes, settings.

use std::path::PathBuf;

use super::file_mode::Readable;
use super::folder::make_folder;
use super::folder::ron_files;
use super::person_key::KeyFound;
use super::whole_file;
use super::{StoreError, StoredSettings, Workspace, hidden, own_notes, person_key, private, side_file};
use crate::record::text::plain;
use crate::record::{Header, Hidden, Names, NamesPolicy, OwnNote};

impl Workspace {
    /// The hidden answers, which a round has collected and not shown yet; `None` when no round is running.
    pub fn hidden(&self, id: &str) -> Result<Option<Hidden>, StoreError> {
        hidden::read(&self.private(), id)
    }

    /// The hidden answers; a file that cannot be read is noted as unread, stays where it is, and yields `None`.
    pub fn readable_hidden(&self, id: &str) -> Option<Hidden> {
        let path = hidden::path(&self.private(), id);
        self.hidden(id).unwrap_or_else(|error| self.unread().note_none(&path, &error))
    }

    /// Saves the answers of a round in the order given, so that only this user can read them. A file that cannot be
    /// read is never overwritten.
    pub fn keep_hidden(&self, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
        hidden::write(&self.private(), id, hidden)
    }

    /// Removes the answers of a round, after they were shown or dropped.
    pub fn drop_hidden(&self, id: &str) -> Result<(), StoreError> {
        hidden::remove(&self.private(), id)
    }

    /// The names of the people of a session, by tag. A file that cannot be read is noted as unread and yields no names.
    pub fn names(&self, id: &str) -> Names {
        let mut names = private::read_names(&self.private(), id, self.unread());
        if !names.names.is_empty()
            && let KeyFound::Key(key) = person_key::find(&self.private())
        {
            key.note(&mut names);
        }
        names
    }

    pub(super) fn has_names(&self, id: &str) -> bool {
        private::names_path(&self.private(), id).exists()
    }

    /// The names of the people of a session whose file may have been renamed since the names were saved. If no names
    /// are saved under the name of the file, those under the id of the session are returned.
    pub fn names_beside(&self, file: &str, session: &Header) -> Names {
        self.names(if self.has_names(file) { file } else { &session.id })
    }

    /// Saves the names of the people of a session, so that only this user can read them; where the conventions of the
    /// workspace forget names, saves nothing.
    pub fn keep_names(&self, id: &str, names: &Names) -> Result<(), StoreError> {
        if self.forgets_names() {
            return Ok(());
        }
        self.take_over_saved_names(id, names)
    }

    /// Saves names that stand in another file of the workspace already.
    pub(super) fn take_over_saved_names(&self, id: &str, names: &Names) -> Result<(), StoreError> {
        private::write_names(&self.private(), id, names)
    }

    /// The private notes beside a session, which are for the facilitator alone.
    pub fn own_notes(&self, id: &str) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::read(&self.private(), id)
    }

    /// Adds private notes, so that only this user can read them; returns all notes of the session.
    pub fn keep_own_notes(&self, id: &str, notes: &[OwnNote]) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::add(&self.private(), id, notes)
    }

    /// Whether the conventions of the workspace forget the names of people.
    pub(super) fn forgets_names(&self) -> bool {
        self.conventions().names == NamesPolicy::Forgotten
    }

    /// Removes a private note by its number, from 1; returns whether it existed.
    pub fn drop_own_note(&self, id: &str, number: usize) -> Result<bool, StoreError> {
        own_notes::remove(&self.private(), id, number)
    }

    /// Writes the minutes of a session, and replaces those written before; returns their path.
    pub fn keep_minutes(&self, id: &str, page: &str) -> Result<PathBuf, StoreError> {
        make_folder(&self.folder().join("minutes"))?;
        let path = self.minutes_path(id);
        whole_file::write(&path, plain(page).as_bytes(), Readable::ByOthers)?;
        Ok(path)
    }

    pub(super) fn minutes_path(&self, id: &str) -> PathBuf {
        self.folder().join("minutes").join(format!("{id}.md"))
    }

    /// The settings saved by an earlier run; the defaults when there is no file. A file that cannot be read is noted as
    /// unread and yields the defaults too.
    pub fn settings(&self) -> StoredSettings {
        let path = self.folder().join("settings.ron");
        side_file::read(&path).unwrap_or_else(|error| self.unread().note_none(&path, &error)).unwrap_or_default()
    }

    /// The files beside the sessions: settings, names, hidden answers, private notes, assessments.
    pub fn side_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folders = [self.folder().to_owned(), self.private(), self.private().join("assessments")];
        let mut files = Vec::new();
        for folder in folders {
            files.extend(ron_files(&folder)?.into_iter().filter(|path| side_file::is_side_file(path)));
        }
        Ok(files)
    }

    /// Saves settings for later runs.
    pub fn keep_settings(&self, settings: &StoredSettings) -> Result<(), StoreError> {
        make_folder(self.folder())?;
        let path = self.folder().join("settings.ron");
        side_file::write(&path, settings, Readable::ByOthers)
    }
}
