use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Event, Exposure, Session};

use super::{Graph, Key, Thing};

/// Finds the unit of a listed party by any of its names.
#[derive(Debug)]
pub struct SpeakerUnits<'a> {
    graph: &'a Graph,
    names: ResolvedNames,
}

/// The current key of each thing, for each other key that it was typed with.
#[derive(Debug)]
pub struct ResolvedNames(BTreeMap<Key, Key>);

impl ResolvedNames {
    /// Collects the other names of every thing of a graph.
    pub fn of(graph: &Graph) -> Self {
        let other = |thing: &Thing| {
            let resolved = thing.key.clone();
            let keys: Vec<Key> = thing.aliases.iter().filter_map(|alias| Key::of(alias)).collect();
            keys.into_iter().map(move |key| (key, resolved.clone()))
        };
        Self(graph.things().flat_map(other).collect())
    }

    /// Returns the key of the thing with this label.
    pub fn key(&self, label: &str) -> Option<Key> {
        let key = Key::of(label)?;
        Some(self.0.get(&key).cloned().unwrap_or(key))
    }
}

impl<'a> SpeakerUnits<'a> {
    /// Prepares the search in a graph.
    pub fn of(graph: &'a Graph) -> Self {
        Self { graph, names: ResolvedNames::of(graph) }
    }

    /// Returns the current key of the thing with this label.
    pub fn key(&self, label: &str) -> Option<Key> {
        self.names.key(label)
    }

    /// Returns the unit of a party, by the label under which it was listed.
    pub fn of_party(&self, party: &str) -> Option<Key> {
        let key = self.names.key(party)?;
        let unit = self.graph.thing(&key).and_then(|thing| thing.unit.clone());
        Some(unit.unwrap_or(key))
    }

    /// Returns the unit of the speaker of a line; `None` if the line was not said in the open, or the unit is not
    /// known.
    pub fn of_speaker(&self, session: &Session, event: &Event) -> Option<Key> {
        let heard = event.is_line() && event.exposure == Exposure::Room;
        let person = session.person(event.speaker.as_deref().filter(|_| heard)?)?;
        self.of_party(person.party.as_deref()?)
    }

    /// Returns the units of the people in the session.
    pub fn here(&self, session: &Session) -> BTreeSet<Key> {
        let parties = session.people().iter().filter_map(|person| person.party.as_deref());
        parties.filter_map(|party| self.of_party(party)).collect()
    }
}
