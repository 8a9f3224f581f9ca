//! Keyed acts without names.

use super::everybody::Persons;
use super::rewriting::Rewriting;
use crate::record::Person;

/// What becomes of the texts of a keyed act.
pub struct KeyedActs<'a> {
    /// Whose names stay out of them.
    pub persons: &'a Persons,
    /// What is known by this label stays what it is called.
    pub known: &'a dyn Fn(&str) -> bool,
}

impl Rewriting for KeyedActs<'_> {
    fn text(&self, text: String) -> String {
        if (self.known)(&text) { text } else { self.persons.without_names(&text) }
    }

    fn shown(&self, text: String) -> String {
        text
    }

    fn who(&self, who: String) -> String {
        who
    }

    fn person(&self, person: Person) -> Person {
        person
    }
}
