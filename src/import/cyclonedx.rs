//! `CycloneDX` in JSON: components, services, the data of models, and what depends on what.

mod bill;
mod cited;
mod considerations;

use serde_json::Value;

use self::bill::BillDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::WithinFile;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::text;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "cyclonedx", about: "a bill of materials in CycloneDX", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_some_and(is_bill) || is_xml(file)
}

fn is_bill(value: &Value) -> bool {
    text(value, "bomFormat") == Some("CycloneDX")
        || text(value, "$schema").is_some_and(|schema| schema.contains("cyclonedx.org/schema/bom"))
}

fn is_xml(file: &ImportedFile) -> bool {
    file.xml_root() == Some("bom") && file.text().contains("cyclonedx.org/schema/bom")
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = BillDraft::new(context);
    for (number, file) in files.iter().enumerate() {
        let Some(bill) = file.json() else {
            let says = "this is CycloneDX written as XML, which is not read";
            return Err(ImportError::at(file.place(WithinFile::Whole), says, "export it as JSON"));
        };
        draft.declare(number, file, bill)?;
    }
    for (number, file) in files.iter().enumerate() {
        draft.relate(number, file, file.json().unwrap_or(&Value::Null))?;
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
