//! Tells what of the people in the sessions did not travel with them: their names, or the key that recognises them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::record::english::counted;
use crate::record::line;
use crate::record::{Fact, Names, Person};
use crate::store::person_key::{self, KeyFound};
use crate::store::read_session::{named, stem};
use crate::store::{StoreError, Workspace};

/// How many sessions hold people by a key whose names, or whose own key, are not in this workspace.
#[derive(Default)]
struct Strangers {
    /// The sessions in which somebody has a key and no name here.
    unnamed: usize,
    /// The sessions in which somebody's key was made with another key than that of this workspace.
    other_key: usize,
    /// The sessions in which anybody has a key.
    keyed: usize,
}

impl Workspace {
    /// What is not known here of the people in the sessions, although the sessions hold it by key; one sentence each.
    /// None of it changes the map.
    pub fn people_from_elsewhere(&self) -> Result<Vec<String>, StoreError> {
        let has_key = matches!(person_key::find(&self.private()), KeyFound::Key(_));
        let found = self.strangers()?;
        let mut said = Vec::new();
        if found.keyed > 0 && !has_key && found.unnamed == found.keyed {
            said.push(format!(
                "the key of {} (private/person.key) did not come along: the map is the same without it, but whoever is \
                 listed in a session that begins here is not recognised in those; copy the file once from where they \
                 were written, before the first session here",
                counted(found.keyed, "session", "sessions")
            ));
        }
        if found.other_key > 0 {
            said.push(format!(
                "{} written with another private/person.key than the one here: the same people count as others there; \
                 give all machines that write into this folder one key",
                counted(found.other_key, "session was", "sessions were")
            ));
        }
        if found.unnamed > 0 {
            said.push(format!(
                "the names of people in {} did not come along (private/): their units stand in place of the names, and \
                 the map is the same",
                counted(found.unnamed, "session", "sessions")
            ));
        }
        Ok(said)
    }

    fn strangers(&self) -> Result<Strangers, StoreError> {
        let mut found = Strangers::default();
        let mut seen = BTreeSet::new();
        for path in self.session_files()? {
            let Ok(bytes) = fs::read(&path) else { continue };
            let reading = line::read(&bytes);
            let header = named(&path, reading.heading.header.clone());
            let names = self.names_beside(&stem(&path), &header);
            let people = reading.events.iter().flat_map(|event| &event.facts).flat_map(people);
            // Of each seat, the latest description holds.
            let seats: BTreeMap<&str, &Person> = people.map(|person| (person.tag.as_str(), person)).collect();
            let keyed: Vec<&Person> = seats.into_values().filter(|person| person.key.is_some()).collect();
            if keyed.is_empty() || !seen.insert(header.id) {
                continue;
            }
            found.keyed += 1;
            found.unnamed += usize::from(keyed.iter().any(|person| is_unnamed(person, &names)));
            found.other_key += usize::from(keyed.iter().any(|person| has_other_key(person, &names)));
        }
        Ok(found)
    }
}

fn people(fact: &Fact) -> &[Person] {
    match fact {
        Fact::Opened { people, .. } => people,
        Fact::Joined(person) => std::slice::from_ref(person),
        _ => &[],
    }
}

fn is_unnamed(person: &Person, names: &Names) -> bool {
    person.name.is_none() && names.of(&person.tag).is_none()
}

/// Whether the name of this person gives another pseudonym here than the one in the session.
fn has_other_key(person: &Person, names: &Names) -> bool {
    let here = names.keys.get(&person.tag);
    here.is_some_and(|here| person.key.as_deref() != Some(here.as_str()))
}
