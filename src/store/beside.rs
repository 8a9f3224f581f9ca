//! What lies beside the sessions of a workspace: who is who, hidden answers, notes for oneself, minutes, settings.

use std::io;
use std::path::PathBuf;

use super::file_mode::Readable;
use super::folder::make_folder;
use super::folder::ron_files;
use super::person_key::KeyFound;
use super::whole_file;
use super::{StoreError, StoredSettings, Workspace, hidden, own_notes, person_key, private, side_file, strike};
use crate::record::text::plain;
use crate::record::{Header, Hidden, Names, OwnNote};

impl Workspace {
    /// What a round of a session has collected and nobody has seen yet; nothing when no round is on.
    pub fn hidden(&self, id: &str) -> Result<Option<Hidden>, StoreError> {
        hidden::read(&self.private(), id)
    }

    /// The same; what cannot be read is noted, and left where it is.
    pub fn readable_hidden(&self, id: &str) -> Option<Hidden> {
        let path = hidden::path(&self.private(), id);
        self.hidden(id).unwrap_or_else(|error| self.unread().note_none(&path, &error))
    }

    /// Keeps what a round has collected, in the order given, where only this user can read it. Never written over
    /// what cannot be read.
    pub fn keep_hidden(&self, id: &str, hidden: &Hidden) -> Result<(), StoreError> {
        hidden::write(&self.private(), id, hidden)
    }

    /// Removes what a round has collected: it was shown, or given up.
    pub fn drop_hidden(&self, id: &str) -> Result<(), StoreError> {
        hidden::remove(&self.private(), id)
    }

    /// Which name belongs to which tag of a session; nobody where that cannot be read, which is noted.
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

    /// The same for a session file that may have been given another name since its names were kept: as long as nothing
    /// was kept under the name of the file, those under the id of its session are meant.
    pub fn names_beside(&self, file: &str, session: &Header) -> Names {
        self.names(if self.has_names(file) { file } else { &session.id })
    }

    /// Keeps which name belongs to which tag of a session, where only this user can read it.
    pub fn keep_names(&self, id: &str, names: &Names) -> Result<(), StoreError> {
        private::write_names(&self.private(), id, names)
    }

    /// The notes of whoever holds the keyboard beside a session, for themselves alone.
    pub fn own_notes(&self, id: &str) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::read(&self.private(), id)
    }

    /// Keeps notes for oneself, where only this user can read them; says all there are.
    pub fn keep_own_notes(&self, id: &str, notes: &[OwnNote]) -> Result<Vec<OwnNote>, StoreError> {
        own_notes::add(&self.private(), id, notes)
    }

    /// Removes a note for oneself by its number, from 1; says whether there was one.
    pub fn drop_own_note(&self, id: &str, number: usize) -> Result<bool, StoreError> {
        own_notes::remove(&self.private(), id, number)
    }

    /// Writes the minutes of a session beside the sessions, over those written before; says where.
    pub fn keep_minutes(&self, id: &str, page: &str) -> Result<PathBuf, StoreError> {
        make_folder(&self.folder().join("minutes"))?;
        let path = strike::minutes_path(self.folder(), id);
        whole_file::write(&path, plain(page).as_bytes(), Readable::ByOthers)?;
        Ok(path)
    }

    pub(super) fn minutes_path(&self, id: &str) -> PathBuf {
        self.folder().join("minutes").join(format!("{id}.md"))
    }

    /// What is remembered between runs; the usual settings when there are none that can be read, which is noted.
    pub fn settings(&self) -> StoredSettings {
        let path = self.folder().join("settings.ron");
        side_file::read(&path).unwrap_or_else(|error| self.unread().note_none(&path, &error)).unwrap_or_default()
    }

    /// The files beside the sessions: settings, who is who, hidden answers, assessments.
    pub fn side_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folders = [self.folder().to_owned(), self.private(), self.private().join("assessments")];
        let mut files = Vec::new();
        for folder in folders {
            files.extend(ron_files(&folder)?.into_iter().filter(|path| side_file::is_side_file(path)));
        }
        Ok(files)
    }

    /// Remembers settings between runs.
    pub fn keep_settings(&self, settings: &StoredSettings) -> Result<(), StoreError> {
        make_folder(self.folder())?;
        let path = self.folder().join("settings.ron");
        let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::new());
        let text = text.map_err(|error| StoreError::Write { path: path.clone(), source: io::Error::other(error) })?;
        whole_file::write(&path, format!("{text}\n").as_bytes(), Readable::ByOthers)
    }
}
