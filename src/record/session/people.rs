//! The people of a session, and the names under which the room may see them.

use super::Session;
use crate::record::ListedName;
use crate::record::{Person, SeatTag};

impl Session {
    /// Returns the people present, in seat order.
    pub fn people(&self) -> &[Person] {
        &self.seats.people
    }

    /// Returns everybody who ever had a seat, including those who left, each with the latest description.
    pub fn everybody(&self) -> &[Person] {
        &self.seats.described
    }

    /// Returns every tag that was ever used in the session, in the order in which people came. No tag is given twice.
    pub fn tags(&self) -> &[SeatTag] {
        &self.seats.tags
    }

    /// Returns the number of the seat with this tag, from 1. The number does not change when others leave.
    pub fn seat_number(&self, tag: &str) -> Option<usize> {
        self.seats.tags.iter().position(|known| known == tag).map(|at| at + 1)
    }

    /// Returns the person on the seat with this number; `None` once that person has left.
    pub fn in_seat(&self, number: usize) -> Option<&Person> {
        self.person(self.seats.tags.get(number.checked_sub(1)?)?)
    }

    /// Returns the person with this tag; `None` when nobody present has it.
    pub fn person(&self, tag: &str) -> Option<&Person> {
        self.seats.people.iter().find(|person| person.tag == tag)
    }

    /// Returns the name under which the room sees a person: the name on record if its owner asked for it, otherwise the
    /// unit.
    ///
    /// `None` for a person who is not listed, because a name without consent is not shown. A unit is returned as it is.
    pub fn in_public(&self, who: &str) -> Option<&str> {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        if let Some(person) = self.seats.people.iter().chain(&self.seats.gone).find(|person| same(&person.tag)) {
            return person.name.as_deref().or(person.party.as_deref());
        }
        let asked = self.seats.people.iter().filter_map(|person| person.name.as_deref()).find(|name| same(name));
        asked
            .or_else(|| self.seats.people.iter().filter_map(|person| person.party.as_deref()).find(|party| same(party)))
    }

    /// Whether `who` is the tag or the unit of a person present. When nobody is listed, everybody counts as present.
    pub fn is_here(&self, who: &str) -> bool {
        let same = |text: &str| text.to_lowercase() == who.to_lowercase();
        let is = |person: &Person| {
            let name = person.name.as_deref().map(|name| ListedName::new(name).called());
            same(&person.tag) || person.party.as_deref().is_some_and(same) || name.is_some_and(same)
        };
        self.seats.people.is_empty() || self.seats.people.iter().any(is)
    }
}
