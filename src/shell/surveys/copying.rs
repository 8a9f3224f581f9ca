//! Copies of the form that everybody has.

use std::path::{Path, PathBuf};

use crate::exercise::{FormMark, SurveyForm};
use crate::shell::random::chance;
use crate::store::{StoreError, begin_form};

/// Makes a copy of a form that everybody has, beside it, with a random mark of its own. Returns its path.
pub fn copy_beside(path: &Path, form: &mut SurveyForm) -> Result<PathBuf, StoreError> {
    let chance =
        chance().map_err(|error| StoreError::Write { path: path.to_owned(), source: std::io::Error::other(error) })?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let copy = path.with_file_name(format!("{stem}-{chance}.txt"));
    form.mark = FormMark::Copy(chance);
    begin_form(&copy, &form.to_text())?;
    Ok(copy)
}
