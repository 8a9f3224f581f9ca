use std::collections::BTreeMap;

use serde_json::Value;

use super::owned::{DbtOwner, owners_of};
use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort, ThingOwner};
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{fields, list, text, texts, written};
use crate::import::mapping::SameNames;
use crate::import::place::{SourcePlace, WithinFile};
use crate::record::english::counted;
use crate::record::{Kind, Relation, Sign};

/// The fields of a manifest that hold what a project is made of.
const PARTS: [&str; 7] = ["nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries", "functions"];
/// How many names a remark lists.
const LISTED: usize = 5;

/// A manifest that becomes a map.
pub(super) struct ManifestDraft<'a> {
    draft: MapDraft<'a>,
    /// The units that groups of the project stand for, by the id and by the name of the group.
    groups: BTreeMap<String, usize>,
    /// How many items of a sort are left out, with the file.
    left_out: BTreeMap<String, (usize, SourcePlace)>,
}

impl<'a> ManifestDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { draft: MapDraft::new(context, SameNames::Several), groups: BTreeMap::new(), left_out: BTreeMap::new() }
    }

    /// Adds what a manifest states.
    pub(super) fn add(&mut self, file: &ImportedFile, value: &Value) -> Result<(), ImportError> {
        let project = value.get("metadata").and_then(|metadata| text(metadata, "project_name")).unwrap_or_default();
        self.draft.title(project);
        self.groups.clear();
        for (id, group) in fields(value, "groups") {
            self.group(id, group, &file.item(id));
        }
        let items: Vec<(&String, &Value)> = PARTS.iter().flat_map(|part| fields(value, part)).collect();
        for (number, (id, item)) in items.iter().enumerate() {
            if number % 500 == 0 {
                self.draft.proceeds(number, items.len().saturating_mul(2))?;
            }
            self.item(id, item, project, file);
        }
        for (number, (id, item)) in items.iter().enumerate() {
            if number % 500 == 0 {
                self.draft.proceeds(items.len().saturating_add(number), items.len().saturating_mul(2))?;
            }
            self.needs(id, parents(value, id, item), file, value);
        }
        self.count_what_is_left_out(value, file);
        Ok(())
    }

    /// A group is a unit: it answers for what is in it.
    fn group(&mut self, id: &str, group: &Value, place: &SourcePlace) {
        let Some(name) = text(group, "name") else { return };
        let DbtOwner { unit, people } = owners_of(group.get("owner").unwrap_or(&Value::Null));
        let as_name = |text: &str| text.to_lowercase().replace([' ', '-'], "_");
        let label = unit.as_ref().filter(|unit| as_name(unit) == as_name(name)).map_or(name, String::as_str).to_owned();
        let thing = self.draft.named(&label, place);
        self.draft.sort(thing, "group", Some(Kind::Party));
        self.draft.about(thing, text(group, "description").unwrap_or_default());
        if let Some(unit) = unit.filter(|unit| *unit != label) {
            self.draft.other_name(thing, &unit);
        }
        let label = self.draft.label_of(thing);
        for person in people {
            self.draft.person(&person, Some(&label));
        }
        self.groups.insert(id.to_owned(), thing);
        self.groups.insert(name.to_owned(), thing);
    }

    fn item(&mut self, id: &str, item: &Value, project: &str, file: &ImportedFile) {
        let sort = sort_of(id, item);
        let Some((word, kind)) = kind_of(&sort, item) else {
            let place = file.place(WithinFile::Whole);
            self.left_out.entry(sort).or_insert_with(|| (0, place)).0 += 1;
            return;
        };
        let place = file.item(id);
        let known = self.draft.known(id).is_some();
        let package = text(item, "package_name").filter(|package| *package != project);
        let thing = self.draft.thing_of(id, place.clone(), &label(&sort, item), Some(package.unwrap_or(&sort)));
        if known {
            return;
        }
        self.draft.sort(thing, &word, Some(kind));
        self.draft.about(thing, text(item, "description").unwrap_or_default());
        for tag in texts(item, "tags") {
            self.draft.tag(thing, tag);
        }
        if let Some(maturity) = text(item, "maturity") {
            self.draft.tag(thing, &format!("maturity {maturity}"));
        }
        self.owners(thing, item, &place);
    }

    fn owners(&mut self, thing: usize, item: &Value, place: &SourcePlace) {
        let config = item.get("config").unwrap_or(&Value::Null);
        let group =
            text(item, "group").or_else(|| text(config, "group")).and_then(|group| self.groups.get(group)).copied();
        if let Some(unit) = group {
            let key = self.draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
            self.draft.arrow(&key, place, (unit, thing), Relation::Owns, Sign::Unknown);
        }
        let meta = [item.get("meta"), config.get("meta")].into_iter().flatten().find_map(|meta| meta.get("owner"));
        for owner in item.get("owner").into_iter().chain(meta) {
            let DbtOwner { unit, people } = owners_of(owner);
            for person in people {
                self.draft.person(&person, unit.as_deref());
            }
            if let Some(unit) = unit {
                self.draft.owner(thing, &ThingOwner::Unit(unit), place);
            }
        }
    }

    /// Adds an arrow for everything that an item is built from.
    fn needs(&mut self, id: &str, parents: Vec<&str>, file: &ImportedFile, value: &Value) {
        let Some(thing) = self.draft.known(id) else { return };
        let place = file.item(id);
        for parent in parents {
            match self.draft.known(parent) {
                Some(parent) => {
                    self.draft.arrow(id, &place, (thing, parent), Relation::Needs, Sign::Unknown);
                }
                None if is_left_out(parent) => {}
                None => {
                    let is_disabled = value.get("disabled").is_some_and(|disabled| disabled.get(parent).is_some());
                    let why = if is_disabled { "which is disabled" } else { "which is not in the manifest" };
                    let says = format!("{} needs {parent}, {why}", self.draft.label_of(thing));
                    self.draft.remark(place.clone(), RemarkSort::LeftOut, says);
                }
            }
        }
    }

    fn count_what_is_left_out(&mut self, value: &Value, file: &ImportedFile) {
        let place = file.place(WithinFile::Whole);
        for (field, sort) in [("macros", "macro"), ("unit_tests", "unit test")] {
            let number = fields(value, field).count();
            if number > 0 {
                self.left_out.entry(sort.to_owned()).or_insert_with(|| (0, place.clone())).0 += number;
            }
        }
        let disabled: Vec<&str> = fields(value, "disabled").map(|(id, item)| disabled_name(id, item)).collect();
        if !disabled.is_empty() {
            let names = disabled.get(..LISTED.min(disabled.len())).unwrap_or_default().join(", ");
            let more = if disabled.len() > LISTED { " and others" } else { "" };
            let number = counted(disabled.len(), "disabled item is", "disabled items are");
            let item = file.item("disabled");
            self.draft.remark(item, RemarkSort::LeftOut, format!("{number} left out: {names}{more}"));
        }
    }

    /// Returns the whole map, and says what is left out.
    pub(super) fn finish(mut self) -> Result<ImportedMap, ImportError> {
        for (sort, (number, place)) in std::mem::take(&mut self.left_out) {
            let many = match sort.as_str() {
                "analysis" => "analyses are".to_owned(),
                sort => format!("{sort}s are"),
            };
            let says = format!("{} left out", counted(number, &format!("{sort} is"), &many));
            self.draft.remark(place, RemarkSort::LeftOut, says);
        }
        self.draft.finish()
    }
}

/// Returns what sort of item of a project this is: `model`, `source`, `exposure`.
fn sort_of(id: &str, item: &Value) -> String {
    let of_id = id.split('.').next().unwrap_or_default();
    text(item, "resource_type").unwrap_or(of_id).replace('_', " ")
}

/// Returns the word for the sort of an item and its kind here; `None` for what is no part of the map.
fn kind_of(sort: &str, item: &Value) -> Option<(String, Kind)> {
    Some(match sort {
        "exposure" => {
            let of = text(item, "type").unwrap_or("exposure").to_lowercase();
            let kind = match of.as_str() {
                "ml" | "application" => Kind::Initiative,
                _ => Kind::Process,
            };
            (format!("exposure: {of}"), kind)
        }
        "metric" => (sort.to_owned(), Kind::Factor),
        "source" | "model" | "seed" | "snapshot" | "semantic model" | "saved query" | "function" => {
            (sort.to_owned(), Kind::Resource)
        }
        _ => return None,
    })
}

/// Whether an id is one of an item that is no part of the map.
fn is_left_out(id: &str) -> bool {
    let sort = id.split('.').next().unwrap_or_default();
    matches!(sort, "test" | "unit_test" | "macro" | "operation" | "analysis" | "rpc" | "sql_operation" | "doc" | "sql")
}

/// Returns the readable name of an item: a source is called after the system that it is of, a version of a model says
/// which it is.
fn label(sort: &str, item: &Value) -> String {
    let name = text(item, "name").unwrap_or_default();
    match (sort, text(item, "source_name"), written(item, "version")) {
        ("source", Some(system), _) => format!("{system}.{name}"),
        ("model", _, Some(version)) => format!("{name} v{version}"),
        _ => text(item, "label").unwrap_or(name).to_owned(),
    }
}

/// Returns the ids of what an item is built from: dbt's own list of them, else what the item says.
fn parents<'a>(manifest: &'a Value, id: &str, item: &'a Value) -> Vec<&'a str> {
    match manifest.get("parent_map").and_then(|map| map.get(id)) {
        Some(Value::Array(parents)) => parents.iter().filter_map(Value::as_str).collect(),
        _ => list(item.get("depends_on").unwrap_or(&Value::Null), "nodes").iter().filter_map(Value::as_str).collect(),
    }
}

fn disabled_name<'a>(id: &'a str, item: &'a Value) -> &'a str {
    let first = item.as_array().and_then(|items| items.first()).unwrap_or(item);
    text(first, "name").unwrap_or(id)
}
