//! Who is here, and how the room may call them.

use super::Session;
use crate::record::{Person, SeatTag};

impl Session {
    pub(super) fn seat(&mut self, person: &Person) {
        match self.tags.iter().position(|tag| *tag == person.tag) {
            Some(place) => {
                if let Some(known) = self.described.get_mut(place) {
                    known.clone_from(person);
                }
            }
            None => {
                self.tags.push(person.tag.clone());
                self.described.push(person.clone());
            }
        }
        match self.people.iter_mut().find(|known| known.tag == person.tag) {
            Some(known) => known.clone_from(person),
            None => {
                self.gone.retain(|known| known.tag != person.tag);
                self.people.push(person.clone());
            }
        }
    }

    /// The seat is free; whose it was stays known, because their lines stay.
    pub(super) fn leave(&mut self, tag: &str) {
        let left = self.people.iter().position(|person| person.tag == tag);
        self.gone.extend(left.map(|place| self.people.remove(place)));
    }

    /// Who is here, in seat order.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// Everybody who had a seat, each as last described; those who left early too.
    pub fn everybody(&self) -> &[Person] {
        &self.described
    }

    /// Every tag that was ever somebody's here, in the order of their coming; whoever comes later takes none of them.
    pub fn tags(&self) -> &[SeatTag] {
        &self.tags
    }

    /// The number of the seat with this tag, from 1. It stays the same, whoever leaves.
    pub fn seat_number(&self, tag: &str) -> Option<usize> {
        self.tags.iter().position(|known| known == tag).map(|at| at + 1)
    }

    /// Who sits on the seat with this number; nobody once they have left.
    pub fn in_seat(&self, number: usize) -> Option<&Person> {
        self.person(self.tags.get(number.checked_sub(1)?)?)
    }

    /// The person with this tag, if listed.
    pub fn person(&self, tag: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.tag == tag)
    }

    /// How a seat is called where the room can see it: by the name its owner asked for, else by its unit.
    ///
    /// Nothing for whoever is not listed, unless it is a unit: a name that nobody asked for is not repeated.
    pub fn in_public(&self, who: &str) -> Option<&str> {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        if let Some(person) = self.people.iter().chain(&self.gone).find(|person| same(&person.tag)) {
            return person.name.as_deref().or(person.party.as_deref());
        }
        let asked = self.people.iter().filter_map(|person| person.name.as_deref()).find(|name| same(name));
        asked.or_else(|| self.people.iter().filter_map(|person| person.party.as_deref()).find(|party| same(party)))
    }

    /// Whether this is somebody, or a unit of somebody, who is here. Where nobody is listed, everybody is.
    pub fn is_here(&self, who: &str) -> bool {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        let is = |person: &Person| {
            let name = person.name.as_deref().and_then(|name| name.split(',').next()).map(str::trim);
            same(&person.tag) || person.party.as_deref().is_some_and(same) || name.is_some_and(same)
        };
        self.people.is_empty() || self.people.iter().any(is)
    }
}
