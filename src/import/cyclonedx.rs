use super::context::ReadContext;
use super::error::ImportError;
use super::file::ImportedFile;
use super::format::ImportFormat;
use super::imported::ImportedMap;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "cyclonedx", about: "a CycloneDX bill of materials", is_one, read };

const fn is_one(_file: &ImportedFile) -> bool {
    false
}

fn read(_files: &[&ImportedFile], _context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    Ok(ImportedMap::default())
}
