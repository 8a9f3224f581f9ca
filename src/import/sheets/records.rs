use serde_json::Value;

use crate::import::error::ImportError;
use crate::import::file::ImportedFile;
use crate::import::table_sheet::FileTables;

pub(super) fn of_list(_file: &ImportedFile, _value: &Value) -> Result<FileTables, ImportError> {
    Ok(FileTables::default())
}

pub(super) fn of_lines(_file: &ImportedFile) -> Result<Option<FileTables>, ImportError> {
    Ok(None)
}
