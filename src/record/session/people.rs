//! Who is here, and how the room may call them.

use super::Session;
use crate::record::ListedName;
use crate::record::{Person, SeatTag};

impl Session {
    /// Who is here, in seat order.
    pub fn people(&self) -> &[Person] {
        &self.seats.people
    }

    /// Everybody who had a seat, each as last described; those who left early too.
    pub fn everybody(&self) -> &[Person] {
        &self.seats.described
    }

    /// Every tag that was ever used here, in the order in which people came. A tag is never given twice.
    pub fn tags(&self) -> &[SeatTag] {
        &self.seats.tags
    }

    /// The number of the seat with this tag, from 1. It does not change when others leave.
    pub fn seat_number(&self, tag: &str) -> Option<usize> {
        self.seats.tags.iter().position(|known| known == tag).map(|at| at + 1)
    }

    /// Who sits on the seat with this number; nobody once they have left.
    pub fn in_seat(&self, number: usize) -> Option<&Person> {
        self.person(self.seats.tags.get(number.checked_sub(1)?)?)
    }

    /// The person with this tag, if listed.
    pub fn person(&self, tag: &str) -> Option<&Person> {
        self.seats.people.iter().find(|person| person.tag == tag)
    }

    /// How a seat is called where the room can see it: by the name its owner asked for, else by its unit.
    ///
    /// None for somebody who is not listed, unless it is a unit: a name without consent is not shown.
    pub fn in_public(&self, who: &str) -> Option<&str> {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        if let Some(person) = self.seats.people.iter().chain(&self.seats.gone).find(|person| same(&person.tag)) {
            return person.name.as_deref().or(person.party.as_deref());
        }
        let asked = self.seats.people.iter().filter_map(|person| person.name.as_deref()).find(|name| same(name));
        asked
            .or_else(|| self.seats.people.iter().filter_map(|person| person.party.as_deref()).find(|party| same(party)))
    }

    /// Whether this is somebody, or a unit of somebody, who is here. Where nobody is listed, everybody is.
    pub fn is_here(&self, who: &str) -> bool {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        let is = |person: &Person| {
            let name = person.name.as_deref().map(|name| ListedName::new(name).called());
            same(&person.tag) || person.party.as_deref().is_some_and(same) || name.is_some_and(same)
        };
        self.seats.people.is_empty() || self.seats.people.iter().any(is)
    }
}
