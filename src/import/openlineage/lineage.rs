use std::collections::HashMap;

use serde_json::Value;

use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::json_fields::{list, text, written};
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::import::words::owner_names::owners_named;
use crate::record::{Kind, Relation, Sign};

/// A job or a dataset: which of the two, its namespace and its name.
type LineageId = (&'static str, String, String);

/// The lineage of all events together. Events about one job in all its runs add up: a last event may list nothing.
pub(super) struct Lineage<'a> {
    draft: MapDraft<'a>,
    /// The dataset that another name of it stands for.
    names: HashMap<LineageId, LineageId>,
}

impl<'a> Lineage<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { draft: MapDraft::new(context, SameNames::Several), names: HashMap::new() }
    }

    /// Learns the other names of the datasets of an event, and adds those datasets.
    pub(super) fn learn_names(&mut self, event: &Value, place: &SourcePlace) {
        let one = event.get("dataset").into_iter();
        for dataset in list(event, "inputs").iter().chain(list(event, "outputs")).chain(one) {
            let Some(id) = id("dataset", dataset) else { continue };
            let links = facet(dataset, "symlinks").map(|facet| list(facet, "identifiers")).unwrap_or_default();
            for link in links {
                let Some(other) = self::id("dataset", link).filter(|other| *other != id) else { continue };
                if self.names.contains_key(&id) || self.names.contains_key(&other) {
                    continue;
                }
                self.names.insert(other.clone(), id.clone());
                let thing = self.thing(&id, place);
                self.draft.other_name(thing, &other.2);
            }
        }
    }

    /// Adds what an event states.
    pub(super) fn add(&mut self, event: &Value, place: &SourcePlace) {
        if let Some(dataset) = event.get("dataset") {
            self.described("dataset", dataset, place);
        }
        let Some(job) = event.get("job").and_then(|job| self.described("job", job, place)) else {
            if event.get("dataset").is_none() {
                self.draft.remark(place.clone(), RemarkSort::LeftOut, "this names no job and no dataset");
            }
            return;
        };
        let key = self.draft.at(job).map(|job| job.key.clone()).unwrap_or_default();
        for input in list(event, "inputs") {
            if let Some(data) = self.described("dataset", input, place) {
                self.draft.arrow(&key, place, (data, job), Relation::Feeds, Sign::Unknown);
            }
        }
        for output in list(event, "outputs") {
            if let Some(data) = self.described("dataset", output, place) {
                self.draft.arrow(&key, place, (job, data), Relation::Feeds, Sign::Unknown);
            }
        }
        let parent = event.get("run").and_then(|run| facet(run, "parent")).and_then(|parent| parent.get("job"));
        if let Some(parent) = parent.and_then(|parent| self.described("job", parent, place)) {
            self.draft.arrow(&key, place, (job, parent), Relation::In, Sign::Unknown);
        }
    }

    /// Returns the thing of a job or dataset with what its facets say.
    fn described(&mut self, sort: &'static str, value: &Value, place: &SourcePlace) -> Option<usize> {
        let Some(id) = id(sort, value) else {
            self.draft.remark(place.clone(), RemarkSort::LeftOut, format!("a {sort} without a name is left out"));
            return None;
        };
        let thing = self.thing(&id, place);
        let about = facet(value, "documentation").and_then(|facet| text(facet, "description"));
        self.draft.about(thing, about.unwrap_or_default());
        for tag in facet(value, "tags").map(|facet| list(facet, "tags")).unwrap_or_default() {
            let (key, said) = (text(tag, "key").unwrap_or_default(), written(tag, "value").unwrap_or_default());
            let is_flag = said.is_empty() || said == "true";
            self.draft.tag(thing, &if is_flag { key.to_owned() } else { format!("{key}: {said}") });
        }
        for owner in facet(value, "ownership").map(|facet| list(facet, "owners")).unwrap_or_default() {
            for owner in owners_named(text(owner, "name").unwrap_or_default()) {
                self.draft.owner(thing, &owner, place);
            }
        }
        Some(thing)
    }

    fn thing(&mut self, id: &LineageId, place: &SourcePlace) -> usize {
        let id = self.names.get(id).unwrap_or(id);
        let (sort, namespace, name) = id;
        let key = format!("{sort} {namespace} {name}");
        if let Some(known) = self.draft.known(&key) {
            return known;
        }
        let thing = self.draft.thing_of(&key, place.clone(), name, Some(namespace));
        let kind = if *sort == "job" { Kind::Process } else { Kind::Resource };
        self.draft.sort(thing, sort, Some(kind));
        thing
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.draft.finish()
    }
}

fn id(sort: &'static str, value: &Value) -> Option<LineageId> {
    let namespace = text(value, "namespace").unwrap_or_default();
    text(value, "name").map(|name| (sort, namespace.to_owned(), name.to_owned()))
}

fn facet<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    value.get("facets").and_then(|facets| facets.get(name))
}
