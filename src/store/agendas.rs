use std::path::{Path, PathBuf};

use super::file_mode::Readable;
use super::folder::make_folder;
use super::slug::slug;
use super::text_file::{read_text_file, ron_texts};
use super::whole_file;
use super::{StoreError, Workspace};
use crate::exercise::AgendaFile;

/// The maximum size of an agenda file, in bytes; far more than sixty exercises need.
const LIMIT: usize = 1 << 20;

/// The maximum number of agendas whose titles make the same file name.
const NAMESAKES: u32 = 99;

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
        let (name, text) = (slug(&agenda.title), agenda.to_text());
        let mut number = 1;
        loop {
            let more = if number == 1 { String::new() } else { format!("-{number}") };
            let path = folder.join(format!("{name}{more}.ron"));
            match whole_file::begin(&path, text.as_bytes(), Readable::ByOthers) {
                Err(StoreError::There { .. }) if number < NAMESAKES => number += 1,
                begun => return begun.map(|()| path),
            }
        }
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
