use std::path::{Path, PathBuf};

use super::folder::make_folder;
use super::text_file::{read_text_file, ron_texts};
use super::titled_file::begin_titled;
use super::{StoreError, Workspace};
use crate::exercise::AgendaFile;

/// The maximum size of an agenda file, in bytes; far more than sixty exercises need.
const LIMIT: usize = 1 << 20;

impl Workspace {
    /// The folder of the agendas of this workspace; it need not exist.
    pub fn agendas_folder(&self) -> PathBuf {
        self.folder().join("agendas")
    }

    /// The agenda files of this workspace, sorted by name, each with its text; and an error for each file that could not
    /// be read.
    pub fn agendas(&self) -> (Vec<(PathBuf, String)>, Vec<StoreError>) {
        ron_texts(&self.agendas_folder(), read_agenda_file)
    }

    /// Writes an agenda to a new file that is named after its title; never overwrites an existing one.
    pub fn keep_agenda(&self, agenda: &AgendaFile) -> Result<PathBuf, StoreError> {
        let folder = self.agendas_folder();
        make_folder(&folder)?;
        begin_titled(&folder, &agenda.title, &agenda.to_text())
    }
}

/// Reads an agenda file, in a workspace or elsewhere.
pub fn read_agenda_file(path: &Path) -> Result<String, StoreError> {
    read_text_file(path, LIMIT, "a plan is never longer than a megabyte")
}

/// Whether a file is meant as an agenda: its folder is called `agendas`.
pub fn is_agenda_file(path: &Path) -> bool {
    path.parent().and_then(Path::file_name).is_some_and(|folder| folder == "agendas")
}
