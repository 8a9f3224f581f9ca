use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::entity::Entity;
use super::reference::EntityRef;
use super::relation::{CatalogueRelation, relation_of};
use crate::import::context::ReadContext;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::{ImportedMap, RemarkSort};
use crate::import::input::json_fields::{text, texts};
use crate::import::input::limits;
use crate::import::mapping::SameNames;
use crate::import::place::SourcePlace;
use crate::import::words::own_words::take_state;
use crate::record::english::counted;
use crate::record::{Kind, Relation, Sign, Status};

/// The fields of an entity that refer to others: the field, the kind meant where the reference names none, and the type
/// of the relation.
const FIELDS: &[(&str, &str, &str)] = &[
    ("owner", "group", "ownedBy"),
    ("system", "system", "partOf"),
    ("domain", "domain", "partOf"),
    ("subcomponentOf", "component", "partOf"),
    ("subdomainOf", "domain", "partOf"),
    ("parent", "group", "childOf"),
    ("children", "group", "parentOf"),
    ("members", "user", "hasMember"),
    ("memberOf", "group", "memberOf"),
    ("providesApis", "api", "providesApi"),
    ("consumesApis", "api", "consumesApi"),
    ("dependsOn", "", "dependsOn"),
    ("dependencyOf", "", "dependencyOf"),
];

/// What catalogues write where they have to name an owner or a lifecycle and know none.
const NOBODY: &[&str] = &["unknown", "none", "unowned", "n/a", "tbd"];

/// A catalogue that becomes a map.
pub(super) struct CatalogueDraft<'a> {
    draft: MapDraft<'a>,
    /// How people are called who are entities, and the units that they are of.
    people: HashMap<EntityRef, String>,
    units: HashMap<EntityRef, EntityRef>,
    /// How many entities of a sort are left out.
    left_out: BTreeMap<String, (usize, SourcePlace)>,
    /// Owners who are people: each with what it owns. Their units may come later.
    owners: Vec<(EntityRef, usize, SourcePlace)>,
    /// What each thing is in.
    inside: HashMap<usize, Vec<usize>>,
}

impl<'a> CatalogueDraft<'a> {
    pub(super) fn new(context: &ReadContext<'a>) -> Self {
        Self {
            draft: MapDraft::new(context, SameNames::Several),
            people: HashMap::new(),
            units: HashMap::new(),
            left_out: BTreeMap::new(),
            owners: Vec::new(),
            inside: HashMap::new(),
        }
    }

    /// Says that what stands at a place is no entity.
    pub(super) fn no_entity(&mut self, place: &SourcePlace) {
        self.draft.remark(place.clone(), RemarkSort::LeftOut, "this is no entity: it has no kind or no name");
    }

    /// Adds an entity; `files` are the names of all files that are read.
    pub(super) fn enter(&mut self, entity: &Entity<'_>, files: &[&str]) {
        match entity.reference.kind.as_str() {
            "user" => {
                self.people.insert(entity.reference.clone(), entity.label().to_owned());
            }
            "location" => self.location(entity, files),
            "template" => self.leave_out("template", entity.place),
            _ => self.thing(entity),
        }
    }

    fn thing(&mut self, entity: &Entity<'_>) {
        let id = entity.reference.to_string();
        let which = which(&entity.reference);
        let known = self.draft.known(&id).is_some();
        let thing = self.draft.thing_of(&id, entity.place.clone(), entity.label(), Some(which));
        if known {
            return;
        }
        let (sort, kind) = entity.sort();
        self.draft.sort(thing, &sort, Some(kind));
        self.draft.about(thing, entity.description());
        for tag in entity.tags() {
            self.draft.tag(thing, tag);
        }
        let noted =
            entity.noted("status").and_then(|name| Status::ALL.into_iter().find(|status| status.name() == name));
        match (noted, text(entity.spec, "lifecycle")) {
            (Some(_), _) => self.draft.edit(thing, |thing| thing.status = noted),
            (None, Some(lifecycle)) => self.lifecycle(thing, lifecycle, entity.place),
            (None, None) => {}
        }
        if let Some(state) = entity.noted("state") {
            self.draft.edit(thing, |thing| {
                take_state(thing, state);
            });
        }
    }

    fn lifecycle(&mut self, thing: usize, lifecycle: &str, place: &SourcePlace) {
        if NOBODY.contains(&lifecycle.to_lowercase().as_str()) {
            return;
        }
        self.draft.status(thing, lifecycle, place);
    }

    /// Says which targets of a location are not among the files; nothing is fetched.
    fn location(&mut self, entity: &Entity<'_>, files: &[&str]) {
        for target in [texts(entity.spec, "target"), texts(entity.spec, "targets")].concat() {
            let name = target.rsplit(['/', '\\']).next().unwrap_or(target);
            if target.contains("://") || !files.contains(&name) {
                let says = format!("{target} is named here and not fetched; give it as a file too");
                self.draft.remark(entity.place.clone(), RemarkSort::LeftOut, says);
            }
        }
    }

    fn leave_out(&mut self, sort: &str, place: &SourcePlace) {
        self.left_out.entry(sort.to_owned()).or_insert_with(|| (0, place.clone())).0 += 1;
    }

    /// Adds what an entity states about itself and others, and what the backend found.
    pub(super) fn relate(&mut self, entity: &Entity<'_>) {
        if matches!(entity.reference.kind.as_str(), "location" | "template") {
            return;
        }
        let namespace = entity.reference.namespace.as_str();
        for (field, kind, relation) in FIELDS {
            for written in texts(entity.spec, field) {
                let Some(mut other) = EntityRef::parse(written, kind, namespace) else { continue };
                if other.kind.is_empty() {
                    other = self.bare(&other, (field, written), entity);
                }
                self.arrow(relation, &entity.reference, &other, entity.place);
            }
        }
        for relation in entity.relations {
            let target = relation.get("targetRef").or_else(|| relation.get("target")).unwrap_or(&Value::Null);
            if let (Some(sort), Some(target)) = (text(relation, "type"), EntityRef::read(target, "", "default")) {
                self.arrow(sort, &entity.reference, &target, entity.place);
            }
        }
    }

    /// Adds one relation of the backend's list.
    pub(super) fn relation(&mut self, value: &Value, place: &SourcePlace) {
        let end = |field| value.get(field).and_then(|end| EntityRef::read(end, "", "default"));
        if let (Some(source), Some(target), Some(sort)) = (end("source"), end("target"), text(value, "type")) {
            self.arrow(sort, &source, &target, place);
        }
    }

    /// Returns what a reference without a kind means: the one entity of that name, else a thing of no kind. It is asked
    /// about, because Backstage itself refuses it.
    fn bare(&mut self, other: &EntityRef, (field, written): (&str, &str), entity: &Entity<'_>) -> EntityRef {
        let kinds = ["component", "resource", "api", "system"];
        let of = |kind: &&str| EntityRef { kind: (**kind).to_owned(), ..other.clone() };
        let known: Vec<EntityRef> =
            kinds.iter().map(of).filter(|known| self.draft.known(&known.to_string()).is_some()).collect();
        let label = entity.label();
        let says = format!("{label} has {field} {written}, which does not say whether it is a component or a resource");
        self.draft.remark_like(entity.place, RemarkSort::Asked, "component or resource", says);
        match known.as_slice() {
            [one] => one.clone(),
            _ => other.clone(),
        }
    }

    /// Adds the arrow of a relation. The end that states it in a catalogue file has the key of the arrow, whichever end
    /// told us.
    fn arrow(&mut self, sort: &str, first: &EntityRef, second: &EntityRef, place: &SourcePlace) {
        let Some(relation) = relation_of(sort) else {
            let says = format!("{first} has the relation {sort} to {second}, which is not known here");
            return self.draft.remark(place.clone(), RemarkSort::LeftOut, says);
        };
        let (from, to, relation, states) = match relation {
            CatalogueRelation::Forth(relation) => (first, second, relation, first),
            CatalogueRelation::Told(relation) => (first, second, relation, second),
            CatalogueRelation::Back(relation) => (second, first, relation, second),
            CatalogueRelation::Owed(relation) => (second, first, relation, first),
            CatalogueRelation::Member => return self.member(first, second, place),
            CatalogueRelation::HasMember => return self.member(second, first, place),
        };
        if relation == Relation::Owns && NOBODY.contains(&from.name.as_str()) {
            return;
        }
        if relation == Relation::Owns && from.kind == "user" {
            let thing = self.end(to, place);
            return self.owners.push((from.clone(), thing, place.clone()));
        }
        if from.kind == "user" || to.kind == "user" {
            return;
        }
        let ends = (self.end(from, place), self.end(to, place));
        if relation == Relation::In && ends.0 != ends.1 {
            if self.is_in(ends.1, ends.0) {
                let (inner, outer) = (self.draft.label_of(ends.0), self.draft.label_of(ends.1));
                let says = format!("{outer} is in {inner} already, so {inner} is not in {outer}");
                return self.draft.remark(place.clone(), RemarkSort::LeftOut, says);
            }
            self.inside.entry(ends.0).or_default().push(ends.1);
        }
        self.draft.arrow(&states.to_string(), place, ends, relation, Sign::Unknown);
    }

    /// Whether a thing is in another, or in what is in it. It looks at no more things than parts may be nested.
    fn is_in(&self, thing: usize, outer: usize) -> bool {
        let (mut open, mut seen) = (vec![thing], HashSet::from([thing]));
        while let Some(next) = open.pop() {
            for parent in self.inside.get(&next).into_iter().flatten() {
                if *parent == outer {
                    return true;
                }
                if seen.len() < limits::DEPTH && seen.insert(*parent) {
                    open.push(*parent);
                }
            }
        }
        false
    }

    fn member(&mut self, person: &EntityRef, unit: &EntityRef, place: &SourcePlace) {
        if unit.kind == "group" {
            self.end(unit, place);
            self.people.entry(person.clone()).or_insert_with(|| person.name.clone());
            self.units.entry(person.clone()).or_insert_with(|| unit.clone());
        }
    }

    /// Returns the thing of an entity; one that no file holds is a thing with the name by which it is referred to.
    fn end(&mut self, reference: &EntityRef, place: &SourcePlace) -> usize {
        let id = reference.to_string();
        if let Some(known) = self.draft.known(&id) {
            return known;
        }
        let thing = self.draft.thing_of(&id, place.clone(), &reference.name, Some(which(reference)));
        let kind = match reference.kind.as_str() {
            "group" => Kind::Party,
            "component" | "api" | "resource" | "system" => Kind::Resource,
            _ => Kind::Unknown,
        };
        self.draft.sort(thing, &reference.kind, Some(kind));
        let says = format!("{id} is only referred to, and stands in no file that was given");
        self.draft.remark_like(place, RemarkSort::Noted, "only referred to", says);
        thing
    }

    /// Returns the whole map. What a person owns is owned by the person's unit where a file names it.
    pub(super) fn finish(mut self) -> Result<ImportedMap, ImportError> {
        for (person, thing, place) in std::mem::take(&mut self.owners) {
            let Some(unit) = self.units.get(&person).cloned() else {
                self.people.entry(person.clone()).or_insert_with(|| person.name.clone());
                continue;
            };
            let from = self.end(&unit, &place);
            let key = self.draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
            self.draft.arrow(&key, &place, (from, thing), Relation::Owns, Sign::Unknown);
            let says = format!(
                "{} is owned by a person of {}; the unit stands for the person",
                self.draft.label_of(thing),
                self.draft.label_of(from)
            );
            self.draft.remark(place, RemarkSort::Noted, says);
        }
        let mut people: Vec<(EntityRef, String)> = std::mem::take(&mut self.people).into_iter().collect();
        people.sort_by_key(|(reference, _)| reference.to_string());
        for (reference, name) in people {
            let unit = self.units.get(&reference).and_then(|unit| self.draft.known(&unit.to_string()));
            let unit = unit.map(|unit| self.draft.label_of(unit));
            self.draft.person(&name, unit.as_deref());
        }
        for (sort, (number, place)) in std::mem::take(&mut self.left_out) {
            let says = format!("{} left out", counted(number, &format!("{sort} is"), &format!("{sort}s are")));
            self.draft.remark(place, RemarkSort::LeftOut, says);
        }
        self.draft.finish()
    }
}

/// Returns what tells an entity from another of its name: its namespace, else its kind.
fn which(reference: &EntityRef) -> &str {
    if reference.namespace == "default" { &reference.kind } else { &reference.namespace }
}
