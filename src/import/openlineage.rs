//! `OpenLineage`: events about jobs, what they read and what they write, as one list or a line each.

mod lineage;

use std::borrow::Cow;

use serde_json::Value;

use self::lineage::Lineage;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::{SourcePlace, WithinFile};
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::text;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat = ImportFormat { name: "openlineage", about: "OpenLineage events", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    match file.json() {
        Some(value) => items(value).iter().take(5).any(is_event),
        None => first_line(file.text()).is_some_and(|value| is_event(&value)),
    }
}

fn first_line(text: &str) -> Option<Value> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    if line.starts_with('{') { serde_json::from_str(line).ok() } else { None }
}

/// Whether a value is an event about a run, a job or a dataset.
fn is_event(value: &Value) -> bool {
    let about =
        value.get("job").or_else(|| value.get("dataset")).is_some_and(|about| text(about, "namespace").is_some());
    about
        && (text(value, "eventTime").is_some()
            || text(value, "schemaURL").is_some_and(|url| url.contains("OpenLineage")))
}

/// Returns the events of a JSON value: a list, the page of a service, or one event.
fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        Value::Object(object) => match object.get("events") {
            Some(Value::Array(items)) => items,
            _ => std::slice::from_ref(value),
        },
        _ => &[],
    }
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut lineage = Lineage::new(context);
    for file in files {
        let events = events(file)?;
        // Other names of a dataset are known before the events that use them.
        for (place, event) in &events {
            lineage.learn_names(event, place);
        }
        for (number, (place, event)) in events.iter().enumerate() {
            if number % 500 == 0 {
                context.proceeds(number, events.len())?;
            }
            lineage.add(event, place);
        }
    }
    lineage.finish()
}

/// Returns the events of a file, each with its place.
fn events(file: &ImportedFile) -> Result<Vec<(SourcePlace, Cow<'_, Value>)>, ImportError> {
    if let Some(value) = file.json() {
        let numbered = items(value).iter().enumerate();
        return Ok(numbered
            .map(|(at, event)| (file.item(format!("event {}", at + 1)), Cow::Borrowed(event)))
            .collect());
    }
    let lines = file.text().lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| match serde_json::from_str(line) {
            Ok(event) => Ok((file.line(at + 1), Cow::Owned(event))),
            Err(error) => {
                let place = file.place(WithinFile::Character { line: at + 1, column: error.column() });
                let says = error.to_string();
                let says = says.split(" at line ").next().unwrap_or_default();
                Err(ImportError::at(place, format!("this line is no event: {says}"), "export the file again, whole"))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests;
