use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::message::{MlflowMessage, info};
use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::json_fields::{list, text, written};
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::import::words::owner_names::owners_named;
use crate::record::english::counted;
use crate::record::{Kind, Relation, Sign, Status};

/// Names of tags that say who answers for a model.
const OF_OWNERS: [&str; 8] = ["owner", "owners", "owned_by", "team", "unit", "department", "squad", "group"];

/// A registry that becomes a map.
pub(super) struct Registry<'a> {
    draft: MapDraft<'a>,
    /// The thing that a logged model is, by its id.
    models: HashMap<String, usize>,
    /// The things that came of a run, by its id.
    of_run: HashMap<String, Vec<usize>>,
    /// The status of each version of a model; `None` for a version without a stage.
    stages: BTreeMap<usize, Vec<Option<Status>>>,
    /// How many runs are left out because they name no data, or are deleted, with the first of them.
    without_data: Option<(usize, SourcePlace)>,
    deleted: Option<(usize, SourcePlace)>,
}

impl<'a> Registry<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self {
            draft: MapDraft::new(context, SameNames::Several),
            models: HashMap::new(),
            of_run: HashMap::new(),
            stages: BTreeMap::new(),
            without_data: None,
            deleted: None,
        }
    }

    /// Adds what a message states.
    pub(super) fn add(&mut self, message: MlflowMessage<'_>, place: &SourcePlace) {
        match message {
            MlflowMessage::Registered(value) => self.registered(value, place),
            MlflowMessage::Version(value) => self.version(value, place),
            MlflowMessage::Logged(value) => self.logged(value, place),
            MlflowMessage::ModelFile(value) => self.model_file(value, place),
            MlflowMessage::Run(value) => self.run(value, place),
        }
    }

    fn registered(&mut self, value: &Value, place: &SourcePlace) {
        let Some(name) = text(value, "name") else { return };
        let thing = self.model(name, place);
        self.describe(thing, value, place);
        for alias in list(value, "aliases") {
            if let (Some(alias), Some(version)) = (text(alias, "alias"), written(alias, "version")) {
                self.draft.tag(thing, &format!("{alias}: version {version}"));
            }
        }
        for version in list(value, "latest_versions") {
            self.version(version, place);
        }
    }

    /// Returns the thing of a registered model.
    fn model(&mut self, name: &str, place: &SourcePlace) -> usize {
        let id = format!("model {name}");
        self.draft.known(&id).unwrap_or_else(|| {
            let thing = self.draft.thing_of(&id, place.clone(), name, Some("registered model"));
            self.draft.sort(thing, "registered model", Some(Kind::Initiative));
            thing
        })
    }

    fn version(&mut self, value: &Value, place: &SourcePlace) {
        let (Some(name), Some(version)) = (text(value, "name"), written(value, "version")) else { return };
        let thing = self.model(name, place);
        self.describe(thing, value, place);
        self.draft.tag(thing, &format!("version {version}"));
        let has_aliases =
            self.draft.at(thing).is_some_and(|thing| thing.tags.iter().any(|tag| tag.contains(": version ")));
        if !has_aliases {
            for alias in list(value, "aliases").iter().filter_map(Value::as_str) {
                self.draft.tag(thing, &format!("{alias}: version {version}"));
            }
        }
        let status = self.stage(thing, text(value, "current_stage"), place);
        self.stages.entry(thing).or_default().push(status);
        let source = text(value, "source").and_then(|source| source.strip_prefix("models:/"));
        for id in source.into_iter().chain(text(value, "model_id")).filter_map(|id| id.split('/').next()) {
            self.models.insert(id.to_owned(), thing);
        }
        self.came_of(text(value, "run_id"), thing);
    }

    /// Returns the status that a stage stands for. The text `None` is no stage.
    fn stage(&mut self, thing: usize, stage: Option<&str>, place: &SourcePlace) -> Option<Status> {
        match stage?.to_lowercase().as_str() {
            "production" => Some(Status::Live),
            "staging" => Some(Status::Pilot),
            "archived" => Some(Status::Stopped),
            "none" => None,
            other => {
                let says = format!("{} has the stage {other}, which is no status here", self.draft.label_of(thing));
                self.draft.remark(place.clone(), RemarkSort::Asked, says);
                None
            }
        }
    }

    fn logged(&mut self, value: &Value, place: &SourcePlace) {
        let about = info(value);
        let Some(id) = text(about, "model_id") else { return };
        let registered = tag(about, "mlflow.modelVersions").and_then(|tag| serde_json::from_str::<Value>(&tag).ok());
        let registered = registered.as_ref().and_then(Value::as_array).and_then(|versions| versions.first());
        let registered = registered.and_then(|version| text(version, "name")).map(|name| self.model(name, place));
        let name = text(about, "name").unwrap_or(id);
        let thing =
            registered.or_else(|| self.models.get(id).copied()).unwrap_or_else(|| self.own_model(id, name, place));
        self.models.insert(id.to_owned(), thing);
        if name != id && !self.draft.label_of(thing).eq_ignore_ascii_case(name) {
            self.draft.other_name(thing, name);
        }
        self.describe(thing, about, place);
        self.came_of(text(about, "source_run_id"), thing);
        let data = value.get("data").unwrap_or(value);
        self.measured(thing, list(data, "metrics"), place);
    }

    fn own_model(&mut self, id: &str, name: &str, place: &SourcePlace) -> usize {
        let thing = self.draft.thing_of(&format!("logged model {id}"), place.clone(), name, Some(id));
        self.draft.sort(thing, "logged model", Some(Kind::Initiative));
        thing
    }

    /// Adds what the file beside a model states: what it is called, and the run that it came of.
    fn model_file(&mut self, value: &Value, place: &SourcePlace) {
        let Some(id) = ["model_id", "model_uuid"].iter().find_map(|field| text(value, field)) else {
            return self.draft.remark(place.clone(), RemarkSort::LeftOut, "this model file names no model");
        };
        let path = text(value, "artifact_path").filter(|path| !path.contains(['/', '\\']));
        let name = text(value, "name").or(path).unwrap_or(id);
        let thing = self.models.get(id).copied().unwrap_or_else(|| self.own_model(id, name, place));
        self.models.insert(id.to_owned(), thing);
        self.came_of(text(value, "run_id"), thing);
    }

    /// Adds the data on which a model is measured.
    fn measured(&mut self, thing: usize, metrics: &[Value], place: &SourcePlace) {
        for metric in metrics {
            if let Some(name) = text(metric, "dataset_name") {
                let arrow = self.feeds(name, thing, place);
                let says = text(metric, "key").map(|key| format!("measured on it: {key}")).unwrap_or_default();
                self.draft.note(arrow, &says);
            }
        }
    }

    fn run(&mut self, value: &Value, place: &SourcePlace) {
        let about = info(value);
        let Some(id) = ["run_id", "run_uuid"].iter().find_map(|field| text(about, field)) else { return };
        if text(about, "lifecycle_stage") == Some("deleted") {
            self.deleted.get_or_insert_with(|| (0, place.clone())).0 += 1;
            return;
        }
        let inputs = value.get("inputs").unwrap_or(&Value::Null);
        let outputs = value.get("outputs").unwrap_or(&Value::Null);
        let mut things = self.of_run.get(id).cloned().unwrap_or_default();
        for named in list(outputs, "model_outputs").iter().chain(list(inputs, "model_inputs")) {
            things.extend(text(named, "model_id").and_then(|id| self.models.get(id)).copied());
        }
        things.sort_unstable();
        things.dedup();
        let data = list(inputs, "dataset_inputs");
        if data.is_empty() {
            if things.is_empty() {
                self.without_data.get_or_insert_with(|| (0, place.clone())).0 += 1;
            }
            return;
        }
        if things.is_empty() {
            things.push(self.own_run(id, value, place));
        }
        for input in data {
            let Some(name) = input.get("dataset").and_then(|dataset| text(dataset, "name")) else { continue };
            for thing in &things {
                let arrow = self.feeds(name, *thing, place);
                self.draft.note(arrow, &tag(input, "mlflow.data.context").unwrap_or_default());
            }
        }
        self.person(about);
    }

    /// Adds a run of which no model is known: the work that the data goes into.
    fn own_run(&mut self, id: &str, value: &Value, place: &SourcePlace) -> usize {
        let name = text(info(value), "run_name").map(str::to_owned);
        let name = name.or_else(|| tag(value.get("data").unwrap_or(value), "mlflow.runName"));
        let label = name.unwrap_or_else(|| format!("run {id}"));
        let thing = self.draft.thing_of(&format!("run {id}"), place.clone(), &label, Some("run"));
        self.draft.sort(thing, "run", Some(Kind::Process));
        thing
    }

    fn feeds(&mut self, dataset: &str, thing: usize, place: &SourcePlace) -> Option<usize> {
        let id = format!("dataset {dataset}");
        let data = self.draft.known(&id).unwrap_or_else(|| {
            let data = self.draft.thing_of(&id, place.clone(), dataset, Some("dataset"));
            self.draft.sort(data, "dataset", Some(Kind::Resource));
            data
        });
        let key = self.draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
        self.draft.arrow(&key, place, (data, thing), Relation::Feeds, Sign::Unknown)
    }

    fn came_of(&mut self, run: Option<&str>, thing: usize) {
        if let Some(run) = run {
            self.of_run.entry(run.to_owned()).or_default().push(thing);
        }
    }

    /// Adds the text about a model, its owners and its tags. The own tags of `MLflow` are left out.
    fn describe(&mut self, thing: usize, value: &Value, place: &SourcePlace) {
        self.draft.about(thing, text(value, "description").unwrap_or_default());
        for (key, said) in tags(value) {
            if key.starts_with("mlflow.") || said.is_empty() {
                continue;
            }
            if OF_OWNERS.contains(&key.to_lowercase().as_str()) {
                for owner in owners_named(&said) {
                    self.draft.owner(thing, &owner, place);
                }
            } else {
                self.draft.tag(thing, &format!("{key}: {said}"));
            }
        }
        self.person(value);
    }

    fn person(&mut self, value: &Value) {
        let user = text(value, "user_id").map(str::to_owned).or_else(|| tag(value, "mlflow.user"));
        self.draft.person(&user.unwrap_or_default(), None);
    }

    /// Returns the whole map. A model is live if a version is, else a pilot if a version is, and stopped if all are.
    pub(super) fn finish(mut self) -> Result<ImportedMap, ImportError> {
        for (thing, stages) in std::mem::take(&mut self.stages) {
            let has = |status| stages.contains(&Some(status));
            let status = match () {
                () if has(Status::Live) => Some(Status::Live),
                () if has(Status::Pilot) => Some(Status::Pilot),
                () if stages.iter().all(|stage| *stage == Some(Status::Stopped)) => Some(Status::Stopped),
                () => None,
            };
            self.draft.edit(thing, |thing| thing.status = status);
        }
        if let Some((number, place)) = self.without_data.take() {
            let says =
                format!("{} left out", counted(number, "run that names no data is", "runs that name no data are"));
            self.draft.remark(place, RemarkSort::LeftOut, says);
        }
        if let Some((number, place)) = self.deleted.take() {
            let says = format!("{} left out", counted(number, "deleted run is", "deleted runs are"));
            self.draft.remark(place, RemarkSort::LeftOut, says);
        }
        self.draft.finish()
    }
}

/// Returns the tags of an item: a list of names and values, or an object.
fn tags(value: &Value) -> Vec<(String, String)> {
    match value.get("tags") {
        Some(Value::Array(tags)) => {
            let read = |tag: &Value| Some((text(tag, "key")?.to_owned(), written(tag, "value").unwrap_or_default()));
            tags.iter().filter_map(read).collect()
        }
        Some(tags @ Value::Object(fields)) => {
            fields.keys().filter_map(|key| Some((key.clone(), written(tags, key)?))).collect()
        }
        _ => Vec::new(),
    }
}

fn tag(value: &Value, name: &str) -> Option<String> {
    tags(value).into_iter().find(|(key, _)| key == name).map(|(_, said)| said)
}
