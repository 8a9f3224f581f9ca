//! `MLflow`: the messages of its REST interface about registered models, their versions, logged models and runs, alone or in
//! lists, and the `MLmodel` file of a model.

mod message;
mod registry;

use serde_json::Value;

use self::message::{MlflowMessage, messages};
use self::registry::Registry;
use super::context::ReadContext;
use super::error::ImportError;
use super::format::ImportFormat;
use super::imported::ImportedMap;
use super::place::SourcePlace;
use crate::import::input::file::ImportedFile;
use crate::import::input::yaml;

/// The entry of the format in the list of formats.
pub(super) const FORMAT: ImportFormat =
    ImportFormat { name: "mlflow", about: "models and runs of MLflow", is_one, read };

fn is_one(file: &ImportedFile) -> bool {
    match file.json() {
        Some(value) => !messages(value).is_empty(),
        None => is_model_file(file.text()),
    }
}

/// Whether a text is the `MLmodel` file of a model.
fn is_model_file(text: &str) -> bool {
    let has = |field: &str| text.lines().any(|line| line.starts_with(field));
    has("flavors:") && (has("mlflow_version:") || has("model_uuid:") || has("model_id:"))
}

fn read(files: &[&ImportedFile], context: &ReadContext<'_>) -> Result<ImportedMap, ImportError> {
    let mut model_files: Vec<(SourcePlace, Value)> = Vec::new();
    for file in files.iter().filter(|file| file.json().is_none()) {
        let documents = yaml::documents(file)?.into_iter();
        model_files.extend(documents.map(|document| (file.line(document.line), document.value)));
    }
    let mut all: Vec<(SourcePlace, MlflowMessage<'_>)> = Vec::new();
    for file in files {
        let read = file.json().map(messages).unwrap_or_default();
        all.extend(read.into_iter().map(|message| (file.item(message.item()), message)));
    }
    all.extend(model_files.iter().map(|(place, value)| (place.clone(), MlflowMessage::ModelFile(value))));
    // What a message refers to is known before it: a version names its model, a run the models that came of it.
    all.sort_by_key(|(_, message)| message.order());
    let mut registry = Registry::new(context);
    for (number, (place, message)) in all.iter().enumerate() {
        if number % 500 == 0 {
            context.proceeds(number, all.len())?;
        }
        registry.add(*message, place);
    }
    registry.finish()
}

#[cfg(test)]
mod tests;
