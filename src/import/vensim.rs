//! Vensim's `.mdl`: what is drawn in the sketches and what the equations name. Control settings and macros are left out.

mod definition;
mod entry;
mod mdl;
mod sketch;

use self::mdl::MdlDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use crate::import::input::file::ImportedFile;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "vensim", about: "a model of Vensim", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    let text = file.text();
    if file.json().is_some() || file.xml_root().is_some() {
        return false;
    }
    text.contains(sketch::MARK)
        || (text.trim_start().starts_with("{UTF-8}") && text.contains('|'))
        || entry::has_equations(text)
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = MdlDraft::new(context);
    for file in files {
        draft.add(file)?;
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
