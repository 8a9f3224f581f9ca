//! XMILE, as Stella and others write it: stocks, flows and variables, what is drawn between them, modules and arrays.

mod document;
mod scope;
mod variables;

use self::document::XmileDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::xml;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "xmile", about: "a model in XMILE, as Stella writes", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.xml_root() == Some("xmile")
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = XmileDraft::new(context);
    for file in files {
        draft.add(file, &xml(file, context)?)?;
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
