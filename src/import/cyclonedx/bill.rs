use serde_json::Value;

use super::cited::{Cited, CitedThings};
use super::considerations::notes;
use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort, ThingOwner};
use crate::import::input::file::ImportedFile;
use crate::import::input::json_fields::{list, text, texts};
use crate::import::input::limits;
use crate::import::mapping::SameNames;
use crate::import::place::{SourcePlace, WithinFile};
use crate::record::{Kind, Relation, Sign};

/// Bills that become a map.
pub(super) struct BillDraft<'a> {
    draft: MapDraft<'a>,
    cited: CitedThings,
}

impl<'a> BillDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self { draft: MapDraft::new(context, SameNames::Several), cited: CitedThings::default() }
    }

    /// Adds the components and services of a bill, which has a number among those that are read.
    pub(super) fn declare(&mut self, number: usize, file: &ImportedFile, bill: &Value) -> Result<(), ImportError> {
        self.cited.bill(number, bill);
        if let Some(title) =
            bill.get("metadata").and_then(|metadata| metadata.get("component")).and_then(|it| text(it, "name"))
        {
            self.draft.title(title);
        }
        for (at, (item, is_service)) in items(bill).into_iter().enumerate() {
            if at % 500 == 0 {
                self.draft.proceeds(at, limits::THINGS)?;
            }
            self.item(number, item, is_service, file);
        }
        Ok(())
    }

    fn item(&mut self, bill: usize, item: &Value, is_service: bool, file: &ImportedFile) {
        let Some(name) = text(item, "name") else {
            let says = "an item without a name is left out";
            return self.draft.remark(file.place(WithinFile::Whole), RemarkSort::LeftOut, says);
        };
        let (sort, id) = (sort_of(item, is_service), id_of(item, is_service));
        let place = file.item(format!("{sort} {name}"));
        let version = text(item, "version").unwrap_or_default();
        let which = if version.is_empty() { sort } else { version };
        let (thing, is_new) = match self.draft.known(&id) {
            Some(known) => (known, false),
            None => (self.draft.thing_of(&id, place.clone(), name, Some(which)), true),
        };
        if let Some(reference) = text(item, "bom-ref").filter(|reference| !self.cited.thing(bill, reference, thing)) {
            let says = format!("the reference {reference} stands for two items; the first counts");
            self.draft.remark(place.clone(), RemarkSort::LeftOut, says);
        }
        if !is_new {
            return;
        }
        let kind = if sort == "machine-learning-model" { Kind::Initiative } else { Kind::Resource };
        self.draft.sort(thing, sort, Some(kind));
        self.draft.about(thing, text(item, "description").unwrap_or_default());
        if !version.is_empty() {
            self.draft.tag(thing, &format!("version {version}"));
        }
        for tag in texts(item, "tags") {
            self.draft.tag(thing, tag);
        }
        for note in item.get("modelCard").map(notes).unwrap_or_default() {
            self.draft.about(thing, &note);
        }
        let data = if is_service { &[] } else { list(item, "data") };
        for data in data {
            self.data(thing, data, &place);
        }
        for field in ["supplier", "manufacturer", "provider"] {
            if let Some(name) = item.get(field).and_then(|of| text(of, "name")) {
                self.supplier(thing, name, &place);
            }
        }
    }

    /// Adds what a data component says about its data: how sensitive it is, and who answers for it.
    fn data(&mut self, thing: usize, data: &Value, place: &SourcePlace) {
        self.draft.about(thing, text(data, "name").unwrap_or_default());
        self.draft.about(thing, text(data, "description").unwrap_or_default());
        for field in ["classification", "sensitiveData"] {
            for tag in texts(data, field) {
                self.draft.tag(thing, tag);
            }
        }
        let governance = data.get("governance").unwrap_or(&Value::Null);
        let parties = ["owners", "stewards", "custodians"].iter().map(|field| list(governance, field));
        for party in parties.filter(|parties| !parties.is_empty()).take(1).flatten() {
            let unit = party.get("organization").and_then(|unit| text(unit, "name"));
            let contact = party.get("contact").unwrap_or(&Value::Null);
            if let Some(unit) = unit {
                self.draft.owner(thing, &ThingOwner::Unit(unit.to_owned()), place);
            }
            if let Some(person) = text(contact, "name").or_else(|| text(contact, "email")) {
                self.draft.person(person, unit);
            }
        }
    }

    fn supplier(&mut self, thing: usize, name: &str, place: &SourcePlace) {
        let supplier = self.draft.named(name, place);
        self.draft.sort(supplier, "supplier", Some(Kind::Party));
        let key = self.draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
        self.draft.arrow(&key, place, (supplier, thing), Relation::Feeds, Sign::Unknown);
    }

    /// Adds what depends on what in a bill, the data of its models, and the data of its services.
    pub(super) fn relate(&mut self, number: usize, file: &ImportedFile, bill: &Value) -> Result<(), ImportError> {
        for (at, (item, is_service)) in items(bill).into_iter().enumerate() {
            if at % 500 == 0 {
                self.draft.proceeds(at, limits::THINGS)?;
            }
            let thing = match text(item, "bom-ref") {
                Some(reference) => self.exactly(number, reference),
                None => self.draft.known(&id_of(item, is_service)),
            };
            let Some(thing) = thing else { continue };
            let place = file.item(format!(
                "{} {}",
                if is_service { "service" } else { "component" },
                self.draft.label_of(thing)
            ));
            if is_service {
                for data in list(item, "data") {
                    self.flow(number, thing, data, &place);
                }
            }
            let parameters = item.get("modelCard").and_then(|card| card.get("modelParameters")).unwrap_or(&Value::Null);
            for dataset in list(parameters, "datasets") {
                self.dataset(number, thing, dataset, &place);
            }
        }
        for dependency in list(bill, "dependencies") {
            let Some(reference) = text(dependency, "ref") else { continue };
            let place = file.item(format!("dependencies of {reference}"));
            for (field, relation) in [("dependsOn", Relation::Needs), ("provides", Relation::Feeds)] {
                for other in texts(dependency, field) {
                    self.depends(number, (reference, other), relation, &place);
                }
            }
        }
        Ok(())
    }

    fn exactly(&self, bill: usize, reference: &str) -> Option<usize> {
        match self.cited.find(bill, reference) {
            Cited::Thing(thing) => Some(thing),
            _ => None,
        }
    }

    fn depends(&mut self, bill: usize, (from, to): (&str, &str), relation: Relation, place: &SourcePlace) {
        let (Some(start), Some(end)) = (self.cited_thing(bill, from, place), self.cited_thing(bill, to, place)) else {
            return;
        };
        let key = self.draft.at(start).map(|thing| thing.key.clone()).unwrap_or_default();
        self.draft.arrow(&key, place, (start, end), relation, Sign::Unknown);
    }

    /// Returns the thing that a reference stands for; says so where there is none, and asks where it is not sure.
    fn cited_thing(&mut self, bill: usize, reference: &str, place: &SourcePlace) -> Option<usize> {
        match self.cited.find(bill, reference) {
            Cited::Thing(thing) => Some(thing),
            Cited::Perhaps(thing) => {
                let label = self.draft.label_of(thing);
                let says = format!("{reference} names a bill that was not given; it is read as {label} of this one");
                self.draft.remark(place.clone(), RemarkSort::Asked, says);
                Some(thing)
            }
            Cited::Nothing => {
                let says = format!("the bill refers to {reference}, and has no such item");
                self.draft.remark_like(place, RemarkSort::LeftOut, "no item", says);
                None
            }
        }
    }

    /// Adds data that a model was made from: an item of the bill, or one that stands in the model card alone.
    fn dataset(&mut self, bill: usize, model: usize, dataset: &Value, place: &SourcePlace) {
        let data = match text(dataset, "ref") {
            Some(reference) => self.cited_thing(bill, reference, place),
            None => self.own_data(dataset, place),
        };
        if let Some(data) = data {
            let key = self.draft.at(model).map(|thing| thing.key.clone()).unwrap_or_default();
            self.draft.arrow(&key, place, (data, model), Relation::Feeds, Sign::Unknown);
        }
    }

    /// Returns the thing of data that is no component.
    fn own_data(&mut self, data: &Value, place: &SourcePlace) -> Option<usize> {
        let name = text(data, "name")?;
        let id = format!("data {name}");
        if let Some(known) = self.draft.known(&id) {
            return Some(known);
        }
        let thing = self.draft.thing_of(&id, place.clone(), name, Some("data"));
        self.draft.sort(thing, text(data, "type").unwrap_or("data"), Some(Kind::Resource));
        self.data(thing, data, place);
        Some(thing)
    }

    /// Adds data that goes into a service or comes out of it. Data that has a name is a thing between its source, the
    /// service and where it goes.
    fn flow(&mut self, bill: usize, service: usize, data: &Value, place: &SourcePlace) {
        let flow = text(data, "flow").unwrap_or("unknown").to_lowercase();
        let own = self.own_data(data, place);
        if own.is_none() {
            let classification = text(data, "classification").unwrap_or("data");
            self.draft.tag(service, &format!("{flow} {classification}"));
        }
        let key = self.draft.at(service).map(|thing| thing.key.clone()).unwrap_or_default();
        let feeds = |draft: &mut MapDraft<'_>, from, to| {
            if from != to {
                draft.arrow(&key, place, (from, to), Relation::Feeds, Sign::Unknown);
            }
        };
        let (comes_in, goes_out) = match flow.as_str() {
            "inbound" => (true, false),
            "outbound" => (false, true),
            "bi-directional" => (true, true),
            _ => {
                if let Some(own) = own {
                    let says =
                        format!("the data {} has no direction; it is read as going in", self.draft.label_of(own));
                    self.draft.remark(place.clone(), RemarkSort::Asked, says);
                }
                (true, false)
            }
        };
        if let Some(own) = own {
            if comes_in {
                feeds(&mut self.draft, own, service);
            }
            if goes_out {
                feeds(&mut self.draft, service, own);
            }
        }
        for source in texts(data, "source") {
            if let Some(source) = self.cited_thing(bill, source, place) {
                feeds(&mut self.draft, source, own.unwrap_or(service));
            }
        }
        for destination in texts(data, "destination") {
            if let Some(destination) = self.cited_thing(bill, destination, place) {
                feeds(&mut self.draft, own.unwrap_or(service), destination);
            }
        }
    }

    /// Returns the whole map.
    pub(super) fn finish(self) -> Result<ImportedMap, ImportError> {
        self.draft.finish()
    }
}

/// Returns the word for the sort of an item.
fn sort_of(item: &Value, is_service: bool) -> &str {
    if is_service { "service" } else { text(item, "type").unwrap_or("component") }
}

/// Returns what an item is known by. References are new in every bill that some tools write; sort, name and version are
/// not.
fn id_of(item: &Value, is_service: bool) -> String {
    let parts = [Some(sort_of(item, is_service)), text(item, "group"), text(item, "name"), text(item, "version")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns every component and service of a bill, those inside others too, each with whether it is a service.
fn items(bill: &Value) -> Vec<(&Value, bool)> {
    let main = bill.get("metadata").and_then(|metadata| metadata.get("component"));
    let mut open: Vec<(&Value, bool)> = list(bill, "services").iter().rev().map(|item| (item, true)).collect();
    open.extend(list(bill, "components").iter().rev().map(|item| (item, false)));
    open.extend(main.map(|item| (item, false)));
    let mut found = Vec::new();
    while let Some((item, is_service)) = open.pop() {
        found.push((item, is_service));
        let inner = if is_service { "services" } else { "components" };
        open.extend(list(item, inner).iter().rev().map(|item| (item, is_service)));
    }
    found
}
