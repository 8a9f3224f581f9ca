//! Backstage catalogues: YAML of several documents, the JSON of entities that its backend gives, and the JSON of their
//! relations alone.

mod catalogue;
mod entity;
mod reference;
mod relation;

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value;

use self::catalogue::CatalogueDraft;
use self::entity::Entity;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::SourcePlace;
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text};
use crate::import::input::yaml;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "backstage", about: "a Backstage catalogue", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    match file.json() {
        Some(value) => items(value).iter().take(20).any(|item| is_entity(item) || relation::is_one(item)),
        None => {
            let is_version =
                |line: &str| line.strip_prefix("apiVersion:").is_some_and(|of| of.contains("backstage.io/"));
            file.text().lines().any(|line| is_version(line.trim_start_matches('\u{feff}')))
        }
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut values: Vec<(SourcePlace, Cow<'_, Value>)> = Vec::new();
    for file in files {
        match file.json() {
            Some(value) => values.extend(items(value).iter().map(|item| (place(file, item), Cow::Borrowed(item)))),
            None => values.extend(
                yaml::documents(file)?
                    .into_iter()
                    .map(|document| (file.line(document.line), Cow::Owned(document.value))),
            ),
        }
    }
    let mut catalogue = CatalogueDraft::new(context);
    let mut entities = Vec::new();
    for (place, value) in &values {
        match Entity::of(value, place) {
            Some(entity) => entities.push(entity),
            None if relation::is_one(value) => {}
            None => catalogue.no_entity(place),
        }
    }
    let names: Vec<&str> = files.iter().map(|file| file.name()).collect();
    for entity in &entities {
        catalogue.enter(entity, &names);
    }
    let mut related = HashSet::new();
    for (number, entity) in entities.iter().enumerate() {
        // Of several with one reference the first counts.
        if !related.insert(&entity.reference) {
            continue;
        }
        if number % 500 == 0 {
            context.proceeds(number, entities.len())?;
        }
        catalogue.relate(entity);
    }
    for (place, value) in values.iter().filter(|(_, value)| relation::is_one(value)) {
        catalogue.relation(value, place);
    }
    catalogue.finish()
}

/// Returns the items of a JSON file: a list, the list of a page, or one entity.
fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Object(object) => match object.get("items").or_else(|| object.get("entities")) {
            Some(Value::Array(items)) => items,
            _ => std::slice::from_ref(value),
        },
        _ => &[],
    }
}

fn is_entity(value: &Value) -> bool {
    text(value, "kind").is_some()
        && value.get("metadata").is_some_and(|metadata| text(metadata, "name").is_some())
        && (text(value, "apiVersion").is_some_and(|version| version.contains("backstage.io"))
            || !list(value, "relations").is_empty())
}

fn place(file: &ImportedFile, item: &Value) -> SourcePlace {
    let name = item.get("metadata").and_then(|metadata| text(metadata, "name"));
    match (text(item, "kind"), name, text(item, "source")) {
        (Some(kind), Some(name), _) => file.item(format!("{} {name}", kind.to_lowercase())),
        (_, _, Some(source)) => file.item(format!("relation of {source}")),
        _ => file.item("an item without a name"),
    }
}

#[cfg(test)]
mod tests;
