//! dbt's `manifest.json`: what is built from what, and what it is built for.

mod manifest;
mod owned;

use serde_json::Value;

use self::manifest::ManifestDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::WithinFile;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::text;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "dbt", about: "the manifest of a dbt project", is_one, read };

/// Where dbt's files say which of them they are: `https://schemas.getdbt.com/dbt/manifest/v12.json`.
const SCHEMA: &str = "schemas.getdbt.com/dbt/";

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_some_and(|value| schema(value).is_some() || is_semantic(value))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = ManifestDraft::new(context);
    for file in files {
        let Some(value) = file.json() else { continue };
        let artifact = schema(value).unwrap_or("semantic model");
        if !artifact.starts_with("manifest/") {
            let artifact = artifact.split('/').next().unwrap_or(artifact).replace('-', " ");
            let says = format!("this is the {artifact} of a dbt project, which states no map");
            return Err(ImportError::at(file.place(WithinFile::Whole), says, "give its target/manifest.json"));
        }
        draft.add(file, value)?;
    }
    draft.finish()
}

/// Returns which of dbt's files this is: `manifest/v12.json`.
fn schema(value: &Value) -> Option<&str> {
    let schema = text(value.get("metadata")?, "dbt_schema_version")?;
    schema.split_once(SCHEMA).map(|(_, artifact)| artifact)
}

/// Whether a file is dbt's exchange of a semantic model, which holds no dependencies.
fn is_semantic(value: &Value) -> bool {
    value.get("semantic_model").is_some_and(Value::is_array) && value.get("dialects").is_some()
}

#[cfg(test)]
mod tests;
