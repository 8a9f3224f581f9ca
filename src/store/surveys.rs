//! Surveys before a session: what whoever asks has to remember of them, in `private/surveys/*.ron`, and the forms, which
//! are text files anywhere.

use std::fs;
use std::path::{Path, PathBuf};

use super::bounded::read_bounded;
use super::file_mode::Readable;
use super::folder::{make_folder, ron_files};
use super::private::make_private_within;
use super::slug::slug;
use super::{StoreError, Workspace, side_file, whole_file};
use crate::exercise::SurveyRecord;
use crate::import::ImportedFile;

/// The folder inside the private folder.
const FOLDER: &str = "surveys";

/// The maximum size of a form, in bytes; far more than anybody answers.
const LIMIT: usize = 1 << 20;

/// The maximum number of files of a folder that are looked at for forms.
const MOST_FILES: usize = 5_000;

/// The endings of the names of files that may be forms.
const ENDINGS: [&str; 3] = ["txt", "md", "text"];

impl Workspace {
    /// Returns the id of a new survey, which consists of its title and four digits.
    pub fn new_survey_id(&self, title: &str, digits: u16) -> String {
        format!("{}-{digits:04x}", slug(title))
    }

    /// Saves what has to be remembered of a survey; only this user can read it.
    pub fn keep_survey(&self, survey: &SurveyRecord) -> Result<(), StoreError> {
        let folder = make_private_within(&self.private(), FOLDER)?;
        side_file::write(&folder.join(format!("{}.ron", survey.id)), survey, Readable::ByOwnerOnly)
    }

    /// The surveys of this workspace, the latest first. A file that cannot be read is noted in [`Workspace::unread`].
    pub fn surveys(&self) -> Result<Vec<SurveyRecord>, StoreError> {
        let mut surveys: Vec<SurveyRecord> = Vec::new();
        for path in ron_files(&self.private().join(FOLDER))? {
            match side_file::read(&path) {
                Ok(found) => surveys.extend(found),
                Err(error) => self.unread().note_error(&path, &error),
            }
        }
        surveys.sort_by(|a, b| (b.day, &b.id).cmp(&(a.day, &a.id)));
        Ok(surveys)
    }
}

/// Writes an empty form to a new file; never overwrites one. Makes its folder.
pub fn begin_form(path: &Path, text: &str) -> Result<(), StoreError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder)?;
    }
    whole_file::begin(path, text.as_bytes(), Readable::ByOwnerOnly)
}

/// Replaces a form as a whole: on disk is either the old one or the new one.
pub fn keep_form(path: &Path, text: &str) -> Result<(), StoreError> {
    whole_file::write(path, text.as_bytes(), Readable::ByOwnerOnly)
}

/// Reads the text of a file that may be a form, in whatever encoding it is.
pub fn read_form(path: &Path) -> Result<String, StoreError> {
    let bytes = read_bounded(path, LIMIT)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lossy = String::from_utf8_lossy(&bytes).into_owned();
    Ok(ImportedFile::new(&name, bytes).map_or(lossy, |file| file.text().to_owned()))
}

/// Returns the files of a folder that may be forms, sorted by name, without hidden files.
pub fn form_files(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let entries = fs::read_dir(folder).map_err(StoreError::read(folder))?;
    let may_be = |path: &PathBuf| {
        let ends = path.extension().is_some_and(|end| ENDINGS.iter().any(|known| end.eq_ignore_ascii_case(known)));
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        ends && !is_hidden && path.is_file()
    };
    let paths = entries.take(MOST_FILES).filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths.filter(may_be).collect();
    files.sort();
    Ok(files)
}
