use serde_json::Value;

use crate::import::input::json_fields::{text, written};

/// The fields under which messages of the interface hold one item or a list of items.
const WRAPPED: [&str; 8] =
    ["registered_model", "registered_models", "model_version", "model_versions", "model", "models", "run", "runs"];

/// One item of the interface of `MLflow`.
#[derive(Clone, Copy, Debug)]
pub(super) enum MlflowMessage<'a> {
    /// A registered model.
    Registered(&'a Value),
    /// A version of a registered model.
    Version(&'a Value),
    /// A model that a run logged.
    Logged(&'a Value),
    /// The file that lies beside a model.
    ModelFile(&'a Value),
    /// A run.
    Run(&'a Value),
}

impl MlflowMessage<'_> {
    /// Returns the place of the message in the order in which messages are read.
    pub(super) const fn order(self) -> u8 {
        match self {
            Self::Registered(_) => 0,
            Self::Version(_) => 1,
            Self::Logged(_) => 2,
            Self::ModelFile(_) => 3,
            Self::Run(_) => 4,
        }
    }

    /// Returns what the message is about, as a place in a file.
    pub(super) fn item(self) -> String {
        let name = |value, fields: [&str; 2]| fields.iter().find_map(|field| written(value, field)).unwrap_or_default();
        match self {
            Self::Registered(value) => format!("model {}", name(value, ["name", "id"])),
            Self::Version(value) => {
                format!("version {} of {}", name(value, ["version", "id"]), name(value, ["name", "id"]))
            }
            Self::Logged(value) | Self::ModelFile(value) => {
                format!("model {}", name(info(value), ["model_id", "model_uuid"]))
            }
            Self::Run(value) => format!("run {}", name(info(value), ["run_id", "run_uuid"])),
        }
    }
}

/// Returns the part of a logged model or run that says what it is; some clients write it without a part of its own.
pub(super) fn info(value: &Value) -> &Value {
    value.get("info").filter(|info| info.is_object()).unwrap_or(value)
}

/// Returns the messages in a JSON value: one, a list, or the answer to a search.
pub(super) fn messages(value: &Value) -> Vec<MlflowMessage<'_>> {
    let mut found = Vec::new();
    for item in items(value) {
        let wrapped: Vec<&Value> = WRAPPED.iter().filter_map(|field| item.get(field)).flat_map(items).collect();
        let inner = wrapped.into_iter().filter_map(message);
        let before = found.len();
        found.extend(inner);
        if found.len() == before {
            found.extend(message(item));
        }
    }
    found
}

fn items(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

fn message(value: &Value) -> Option<MlflowMessage<'_>> {
    let has = |field: &str| value.get(field).is_some();
    let about = info(value);
    let of = |field: &str| text(about, field).is_some();
    let is_run = (of("run_id") || of("run_uuid")) && (of("lifecycle_stage") || of("artifact_uri")) && !of("model_id");
    let is_logged = of("model_id") && of("experiment_id");
    let is_version = text(value, "name").is_some()
        && written(value, "version").is_some()
        && (has("current_stage") || (has("creation_timestamp") && (has("run_id") || has("source"))));
    let is_registered = text(value, "name").is_some()
        && !has("version")
        && (has("latest_versions") || (has("creation_timestamp") && has("last_updated_timestamp")));
    match () {
        () if is_logged => Some(MlflowMessage::Logged(value)),
        () if is_run => Some(MlflowMessage::Run(value)),
        () if is_version => Some(MlflowMessage::Version(value)),
        () if is_registered => Some(MlflowMessage::Registered(value)),
        () => None,
    }
}
