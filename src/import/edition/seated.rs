use std::collections::HashMap;

use crate::graph::{Key, person_key};
use crate::import::ImportedPerson;
use crate::import::words::person::is_address;
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

/// Returns the name of a person as it is listed: without the address behind it, and made from the address
/// `ana.ruiz@example.org` where there is nothing else.
fn listed_name(given: &str) -> String {
    let before = given.split('<').next().unwrap_or_default().trim().trim_matches('"').trim();
    if !is_address(given) || (!before.is_empty() && !before.contains('@')) {
        return before.to_owned();
    }
    let address = given.rsplit([' ', '<']).next().unwrap_or_default().trim_end_matches('>');
    let parts: Vec<&str> = address.split('@').next().unwrap_or_default().split(['.', '_', '-']).collect();
    let is_name = |part: &&str| part.chars().count() > 1 && part.chars().all(char::is_alphabetic);
    if parts.len() > 1 && parts.iter().all(is_name) {
        parts.iter().map(|part| capital(part)).collect::<Vec<_>>().join(" ")
    } else {
        address.to_owned()
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters.flat_map(char::to_lowercase)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_listed_by_name_where_the_file_tells_it() {
        for (given, name) in [
            ("Ana Ruiz", "Ana Ruiz"),
            ("Ana Ruiz <ana@example.org>", "Ana Ruiz"),
            ("ana.ruiz@example.org", "Ana Ruiz"),
            ("<ANA_RUIZ@example.org>", "Ana Ruiz"),
            ("info@example.org", "info@example.org"),
            ("a.ruiz@example.org", "a.ruiz@example.org"),
        ] {
            assert_eq!(listed_name(given), name, "{given}");
        }
    }
}
