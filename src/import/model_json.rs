//! Insight Maker: its `ModelJSON`, and the XML that it wrote before.

mod elements;
mod from_json;
mod from_xml;
mod insight;

use self::insight::InsightDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use crate::import::input::file::ImportedFile;
use crate::import::input::xml::xml;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "model-json", about: "a model of Insight Maker", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_some_and(from_json::is_model) || from_xml::is_model(file)
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = InsightDraft::new(context);
    for file in files {
        let model = match file.json() {
            Some(value) => from_json::model(value, file),
            None => from_xml::model(&xml(file, context)?, file),
        };
        draft.add(&model, file)?;
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
