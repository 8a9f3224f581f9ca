use std::collections::BTreeSet;

use super::map_draft::MapDraft;
use crate::graph::{Key, person_key};
use crate::import::error::ImportError;
use crate::import::imported::{ImportRemark, ImportedArrow, ImportedMap, ImportedThing, RemarkSort, RemarkTopic};
use crate::import::words::owner_names::is_like_a_person;
use crate::import::words::person::listed_name;
use crate::record::Kind;

impl MapDraft<'_> {
    /// Returns the whole map without what the mapping leaves out; an error if it became too large.
    pub(in crate::import) fn finish(mut self) -> Result<ImportedMap, ImportError> {
        self.settle_owner_fields();
        if let Some(error) = self.too_large {
            return Err(error);
        }
        self.ask();
        if let Some(last) = self.map.remarks.last_mut().filter(|_| self.unsaid > 0) {
            let says = format!("{} more remarks follow, which are not shown", self.unsaid);
            let place = last.place.clone();
            *last = ImportRemark { place, sort: RemarkSort::Noted, says, topic: RemarkTopic::Other };
        }
        let (mut map, mapping) = (self.map, self.context.mapping);
        if let Some(kind) = mapping.kinds.get("") {
            // This is the kind of what the files state without a word for its sort.
            let wordless = map.things.iter_mut().filter(|thing| thing.sort.is_none() && !thing.is_only_named());
            wordless.for_each(|thing| thing.kind = *kind);
        }
        no_person_is_a_unit(&mut map);
        Ok(without(map, &mapping.left_out))
    }
}

/// Takes units off a map that are only named as one, by the name of somebody whom the files name as a person.
fn no_person_is_a_unit(map: &mut ImportedMap) {
    let people: BTreeSet<Key> = map.people.iter().filter_map(|person| person_key(&listed_name(&person.name))).collect();
    let is_somebody = |name: &str| is_like_a_person(name) && person_key(name).is_some_and(|key| people.contains(&key));
    let is_it = |thing: &ImportedThing| thing.is_only_named() && thing.kind == Kind::Party && is_somebody(&thing.label);
    let keys: Vec<String> = map.things.iter().filter(|thing| is_it(thing)).map(|thing| thing.key.clone()).collect();
    for person in &mut map.people {
        person.unit = person.unit.take().filter(|unit| !is_somebody(unit));
    }
    if !keys.is_empty() {
        *map = without(std::mem::take(map), &keys);
    }
}

/// Returns a map without the things and arrows with these keys, and without the arrows at those things.
fn without(mut map: ImportedMap, left_out: &[String]) -> ImportedMap {
    if left_out.is_empty() {
        return map;
    }
    let left_out: BTreeSet<&str> = left_out.iter().map(String::as_str).collect();
    let mut stays = 0;
    let places: Vec<Option<usize>> = map
        .things
        .iter()
        .map(|thing| {
            let place = (!left_out.contains(thing.key.as_str())).then_some(stays);
            stays += usize::from(place.is_some());
            place
        })
        .collect();
    map.things.retain(|thing| !left_out.contains(thing.key.as_str()));
    map.arrows = map
        .arrows
        .into_iter()
        .filter(|arrow| !left_out.contains(arrow.key.as_str()))
        .filter_map(|arrow| {
            let place = |thing: usize| places.get(thing).copied().flatten();
            Some(ImportedArrow { from: place(arrow.from)?, to: place(arrow.to)?, ..arrow })
        })
        .collect();
    map
}
