//! SD-JSON, in which tools for system dynamics hand maps and models to each other: variables, and relationships with
//! their signs and reasons.

mod relationships;

use serde_json::Value;

use self::relationships::SdJsonDraft;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text};

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "sd-json", about: "a system-dynamics map in SD-JSON", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    file.json().is_some_and(|value| is_map(model(value)))
}

/// Returns the map itself; answers of a tool have it under a field.
fn model(value: &Value) -> &Value {
    let inner = value.get("output").filter(|output| output.is_object()).unwrap_or(value);
    inner.get("model").filter(|model| model.is_object()).unwrap_or(inner)
}

fn is_map(value: &Value) -> bool {
    let relationships = list(value, "relationships");
    let is_relationship = |item: &Value| text(item, "from").is_some() && text(item, "to").is_some();
    let is_sort = |item: &Value| text(item, "type").is_some_and(|sort| ["stock", "flow", "variable"].contains(&sort));
    let is_variable = |item: &Value| item.is_string() || text(item, "name").is_some();
    let variables = list(value, "variables");
    let has_variables = !variables.is_empty() && variables.iter().all(is_variable);
    let is_chain = |item: &Value| text(item, "initial_variable").is_some();
    match () {
        () if relationships.iter().any(is_relationship) => value.get("elements").is_none(),
        () if value.get("relationships").is_some_and(Value::is_array) => has_variables,
        () if has_variables => variables.iter().all(is_sort),
        () => list(value, "causal_chains").iter().any(is_chain),
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut draft = SdJsonDraft::new(context);
    for file in files {
        if let Some(value) = file.json() {
            draft.add(value, model(value), file)?;
        }
    }
    draft.finish()
}

#[cfg(test)]
mod tests;
