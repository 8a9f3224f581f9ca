use super::map_draft::MapDraft;
use super::texts::{TEXT_LIMIT, add_text, one_line};
use crate::graph::Key;
use crate::import::imported::{ImportedPerson, ThingOwner};
use crate::import::mapping::{GroupsAre, StatusMeaning};
use crate::import::place::SourcePlace;
use crate::import::questions::{UnclearDays, UnknownStatus};
use crate::import::words::status_words::status_of;
use crate::record::text::LABEL_LIMIT;
use crate::record::{Kind, Relation, Sign};

/// The maximum number of words that mark a thing, and of its other names; further ones are left out.
pub(super) const TAGS: usize = 50;

impl MapDraft<'_> {
    /// Sets the status of a thing by the file's own word; returns whether the word is understood. A word that is not is
    /// asked about once, unless the mapping says what it means.
    pub(in crate::import) fn status(&mut self, thing: usize, word: &str, place: &SourcePlace) -> bool {
        let word = one_line(word, LABEL_LIMIT);
        let key = word.to_lowercase();
        let (usual, meaning) = (status_of(&word), self.context.mapping.statuses.get(&key).copied());
        if let Some(status) = meaning.map_or(usual, StatusMeaning::status) {
            self.edit(thing, |thing| thing.status = Some(status));
        }
        if usual.is_none() {
            let asked = || UnknownStatus { word, things: 0, place: place.clone() };
            self.map.questions.statuses.entry(key).or_insert_with(asked).things += 1;
        }
        usual.is_some() || meaning.is_some()
    }

    /// Whether a word for a status is understood.
    pub(in crate::import) fn is_status(&self, word: &str) -> bool {
        let word = one_line(word, LABEL_LIMIT);
        status_of(&word).is_some() || self.context.mapping.statuses.contains_key(&word.to_lowercase())
    }

    /// Notes a day of which either number may be the month.
    pub(in crate::import) fn unclear_day(&mut self, cell: &str, place: &SourcePlace) {
        let first = || UnclearDays { sample: one_line(cell, LABEL_LIMIT), cells: 0, place: place.clone() };
        self.map.questions.days.get_or_insert_with(first).cells += 1;
    }

    /// Sets the text about a thing; a further one is added to it.
    pub(in crate::import) fn about(&mut self, thing: usize, text: &str) {
        let text = one_line(text, TEXT_LIMIT);
        self.edit(thing, |thing| add_text(&mut thing.about, &text));
    }

    /// Marks a thing with a word; of more than 50, the first count.
    pub(in crate::import) fn tag(&mut self, thing: usize, word: &str) {
        let word = one_line(word, LABEL_LIMIT);
        self.edit(thing, |thing| {
            if !word.is_empty() && thing.tags.len() < TAGS && !thing.tags.contains(&word) {
                thing.tags.push(word);
            }
        });
    }

    /// Says that a thing has another name too.
    pub(in crate::import) fn other_name(&mut self, thing: usize, name: &str) {
        let name = one_line(name, LABEL_LIMIT);
        self.edit(thing, |thing| {
            let names = &mut thing.other_names;
            if Key::of(&name).is_some() && name != thing.label && names.len() < TAGS && !names.contains(&name) {
                names.push(name);
            }
        });
    }

    /// Says who answers for a thing. A unit is a thing with an arrow; a person stands on no map.
    pub(in crate::import) fn owner(&mut self, thing: usize, owner: &ThingOwner, place: &SourcePlace) {
        match owner {
            ThingOwner::Person(name) => self.person(name, None),
            ThingOwner::Unit(name) => {
                let unit = self.named(name, place);
                self.edit(unit, |unit| unit.kind_if_unknown(Kind::Party));
                let key = self.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
                self.arrow(&key, place, (unit, thing), Relation::Owns, Sign::Unknown);
            }
        }
    }

    /// Notes a person whom the file names, with the unit if it names one.
    pub(in crate::import) fn person(&mut self, name: &str, unit: Option<&str>) {
        let name = one_line(name, LABEL_LIMIT);
        let unit = unit.map(|unit| one_line(unit, LABEL_LIMIT)).filter(|unit| !unit.is_empty());
        let known = self.people.get(&name.to_lowercase()).and_then(|place| self.map.people.get_mut(*place));
        match known {
            _ if name.is_empty() => {}
            Some(known) => known.unit = known.unit.take().or(unit),
            None => {
                self.people.insert(name.to_lowercase(), self.map.people.len());
                self.map.people.push(ImportedPerson { name, unit });
            }
        }
    }

    /// Says that a thing stands in a group of the file: a cluster, a subgraph, a folder.
    pub(in crate::import) fn group(&mut self, thing: usize, group: &str, place: &SourcePlace) {
        match self.context.mapping.groups {
            _ if group.trim().is_empty() => {}
            GroupsAre::Tags => self.tag(thing, group),
            GroupsAre::Units => self.owner(thing, &ThingOwner::Unit(group.to_owned()), place),
        }
    }
}
