//! What a cell or a field of owners names: units, people, or nobody. Each is judged for itself.

use std::collections::HashSet;

use super::nothing::says_nothing;
use super::person::{is_address, owner_parts};
use super::person_names::looks_like_a_person;
use super::unit_names::is_clearly_a_unit;
use crate::graph::{Key, person_key};
use crate::import::mapping::ColumnRole;

/// The units and the people that an import names, by which cells and fields of owners are judged.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct KnownOwners {
    pub(in crate::import) units: HashSet<Key>,
    pub(in crate::import) people: HashSet<Key>,
}

/// What a part of a cell of owners names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) enum CellOwner {
    Unit(String),
    /// A person, with the unit that stands behind the name in brackets.
    Person(String, Option<String>),
}

impl KnownOwners {
    /// Whether a cell of a column of units is the name of somebody.
    pub(in crate::import) fn is_somebody(&self, cell: &str) -> bool {
        looks_like_a_person(cell.trim()) && person_key(cell).is_some_and(|key| self.people.contains(&key))
    }

    /// Returns what a cell names in a column of owners that is taken for one of people or of units: in doubt that.
    pub(in crate::import) fn owners(&self, cell: &str, role: ColumnRole) -> Vec<CellOwner> {
        owner_parts(cell).flat_map(people_of).filter_map(|part| self.owner(part, role)).collect()
    }

    fn owner(&self, part: &str, role: ColumnRole) -> Option<CellOwner> {
        if says_nothing(part) || is_number(part) {
            return None;
        }
        if is_address(part) {
            return Some(CellOwner::Person(part.to_owned(), None));
        }
        if let Some((name, behind)) = in_brackets(part)
            && !self.is_unit(name)
        {
            let unit = Some(behind).filter(|unit| !unit.contains('/') && self.is_unit(unit)).map(str::to_owned);
            return Some(CellOwner::Person(turned(name), unit));
        }
        let is_person = match role {
            ColumnRole::Person => !self.is_unit(part),
            _ => !self.is_unit(part) && (looks_like_a_person(part) || is_login(part)),
        };
        Some(if is_person { CellOwner::Person(turned(part), None) } else { CellOwner::Unit(part.to_owned()) })
    }

    /// Whether a text is clearly the name of a unit.
    fn is_unit(&self, text: &str) -> bool {
        is_clearly_a_unit(text)
            || (!looks_like_a_person(text) && Key::of(text).is_some_and(|key| self.units.contains(&key)))
    }
}

/// Whether a text is `ben.berg`.
fn is_login(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let is_word = |part: &&str| part.chars().count() > 1 && part.chars().all(char::is_lowercase);
    parts.len() == 2 && parts.iter().all(is_word) && !is_clearly_a_unit(text)
}

/// Whether a text is a telephone number, or holds no word.
pub(in crate::import) fn is_number(text: &str) -> bool {
    let count = |is: fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let (letters, digits) = (count(char::is_alphabetic), count(|c| c.is_ascii_digit()));
    letters == 0 || (digits >= 6 && letters <= 6 && !text.contains('@'))
}

/// Returns the name and what stands behind it in brackets.
fn in_brackets(text: &str) -> Option<(&str, &str)> {
    let (name, behind) = text.strip_suffix(')')?.split_once('(')?;
    Some((name.trim(), behind.trim())).filter(|(name, _)| !name.is_empty())
}

/// Returns the names in a part of a cell. A comma parts names, but not the two of `Berg, Ben`, nor those of units.
fn people_of(part: &str) -> Vec<&str> {
    let joined = [" & ", " and ", " und ", " en ", " et "];
    let commas: Vec<&str> = part.split(',').collect();
    let cut: Vec<&str> = commas
        .iter()
        .flat_map(|part| {
            joined.iter().find_map(|word| part.split_once(word)).map_or_else(|| vec![*part], |(a, b)| vec![a, b])
        })
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let is_one = |part: &&str| !is_clearly_a_unit(part) && !part.contains('(') || is_address(part);
    let is_turned =
        commas.len() == 2 && cut.len() == 2 && cut.iter().any(|part| !part.contains(' ') && !is_address(part));
    if cut.len() > 1 && !is_turned && cut.iter().all(is_one) { cut } else { vec![part] }
}

/// Returns `Berg, Ben` as `Ben Berg`.
fn turned(name: &str) -> String {
    match name.split_once(',') {
        Some((last, first)) if !first.contains(',') => format!("{} {}", first.trim(), last.trim()),
        _ => name.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_cell_of_owners_is_judged_for_itself() {
        let known = KnownOwners::default();
        let of = |cell| known.owners(cell, ColumnRole::Person);
        let person = |name: &str| vec![CellOwner::Person(name.to_owned(), None)];
        for (cell, name) in [
            ("Anna", "Anna"),
            ("Dr. Anna Muster", "Dr. Anna Muster"),
            ("Berg, Ben", "Ben Berg"),
            ("A. Muster", "A. Muster"),
            ("ben.berg", "ben.berg"),
            ("Chidi Okafor (she/her)", "Chidi Okafor"),
            ("ana@example.org", "ana@example.org"),
        ] {
            assert_eq!(of(cell), person(name), "{cell}");
        }
        assert_eq!(of("Chidi Okafor (IT)"), [CellOwner::Person("Chidi Okafor".to_owned(), Some("IT".to_owned()))]);
        for unit in ["Legal", "Claims department", "IT", "Rechtsabteilung", "Data Science Team", "R&D", "DHS"] {
            assert_eq!(of(unit), [CellOwner::Unit(unit.to_owned())], "{unit}");
        }
        assert_eq!(of("Ottoline Vance, Pim de Groot").len(), 2);
        assert_eq!(of("Anna Muster and Ben Berg; Chidi").len(), 3);
        assert_eq!(of("+41 79 555 01 02"), []);
        assert_eq!(of("Tel. 079 555 01 02"), []);
        assert_eq!(known.owners("Nordics", ColumnRole::Unit), [CellOwner::Unit("Nordics".to_owned())]);
        assert_eq!(known.owners("Anna Muster", ColumnRole::Unit), person("Anna Muster"));
    }
}
