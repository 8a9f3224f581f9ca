//! Removes names from key presses that carry texts.

use super::everybody::Persons;
use super::rewriting::Rewriting;
use crate::record::Person;

/// Removes names from the texts of a key press.
pub struct KeyedActs<'a> {
    /// The people whose names are removed.
    pub persons: &'a Persons,
    /// Whether a label is known already; a known label stays unchanged.
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
