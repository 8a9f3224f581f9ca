use crate::import::error::ImportError;
use crate::import::file::ImportedFile;
use crate::import::table_sheet::FileTables;

pub(super) fn read(_file: &ImportedFile, _bytes: &[u8]) -> Result<FileTables, ImportError> {
    Ok(FileTables::default())
}
