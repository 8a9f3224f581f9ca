use std::collections::HashMap;

use crate::graph::{Key, person_key};
use crate::import::ImportedPerson;
use crate::import::words::person::listed_name;
use crate::record::persons::NeutralTags;
use crate::record::{Names, Person, SeatTag, Session};

/// The people of the files and of the session that earlier editions of the files left.
#[derive(Debug, Default)]
pub(super) struct Seated {
    /// The people who get a seat, or whose unit changes.
    pub(super) people: Vec<Person>,
    /// The names of everybody, by seat.
    pub(super) names: Names,
    /// Everybody, each with the name.
    pub(super) everybody: Vec<(Person, String)>,
}

impl Seated {
    /// Gives a seat to everybody who has none: a neutral tag that begins with the unit.
    pub(super) fn of(earlier: Option<(&Session, &Names)>, people: &[ImportedPerson]) -> Self {
        let (mut seats, names) = match earlier {
            Some((session, names)) => (session.everybody().to_vec(), names.clone()),
            None => (Vec::new(), Names::default()),
        };
        let mut tags = NeutralTags::beside(seats.iter().map(|person| &person.tag).chain(names.names.keys()));
        let known = names.names.iter().filter_map(|(tag, name)| Some((person_key(name)?, tag.clone())));
        let mut known: HashMap<Key, SeatTag> = known.collect();
        let mut places: HashMap<SeatTag, usize> =
            seats.iter().enumerate().map(|(place, person)| (person.tag.clone(), place)).collect();
        let mut all = Self { names, ..Self::default() };
        for person in people {
            let name = listed_name(&person.name);
            let Some(key) = person_key(&name) else { continue };
            let tag = known.entry(key).or_insert_with(|| tags.next(person.unit.as_deref())).clone();
            all.names.names.entry(tag.clone()).or_insert(name);
            let place = *places.entry(tag.clone()).or_insert(seats.len());
            if place == seats.len() {
                seats.push(Person { tag, party: person.unit.clone(), ..Person::default() });
                all.people.extend(seats.last().cloned());
            } else if let Some(seat) = seats.get_mut(place)
                && person.unit.is_some()
                && seat.party != person.unit
            {
                seat.party.clone_from(&person.unit);
                all.people.push(seat.clone());
            }
        }
        let with_name = seats.into_iter().filter_map(|person| {
            let name = all.names.of(&person.tag).or(person.name.as_deref())?.to_owned();
            Some((person, name))
        });
        Self { everybody: with_name.collect(), ..all }
    }
}
