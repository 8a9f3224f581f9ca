//! What a cell of a column of owners names: units, people, or nobody. Each cell is judged for itself.

use std::collections::HashSet;

use super::cell_sort::says_nothing;
use super::columns::TableColumns;
use super::heading_words::names_units_or_people;
use super::laid_table::LaidTable;
use super::person_names::looks_like_a_person;
use super::unit_cells::is_clearly_a_unit;
use crate::graph::{Key, person_key};
use crate::import::mapping::ColumnRole;
use crate::import::words::person::{is_address, listed_name, owner_parts};

/// The units and the people that the tables of an import name, by which cells of owners are judged.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownOwners {
    units: HashSet<Key>,
    people: HashSet<Key>,
}

/// What a part of a cell of owners names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum CellOwner {
    Unit(String),
    /// A person, with the unit that stands behind the name in brackets.
    Person(String, Option<String>),
}

impl KnownOwners {
    /// Collects first the units of the columns that name nothing else, then the people of the columns of owners.
    pub(super) fn of<'a>(tables: impl Iterator<Item = (&'a LaidTable<'a>, &'a TableColumns)> + Clone) -> Self {
        let mut known = Self::default();
        for (table, columns) in tables.clone() {
            for column in columns.all(ColumnRole::Unit).filter(|column| !names_either(table, *column)) {
                known.units.extend(table.cells(column).filter_map(Key::of));
            }
        }
        for (table, columns) in tables {
            for role in [ColumnRole::Person, ColumnRole::Unit] {
                for column in columns.all(role).filter(|it| role == ColumnRole::Person || names_either(table, *it)) {
                    let owners = table.cells(column).flat_map(|cell| known.owners(cell, role)).collect::<Vec<_>>();
                    for owner in owners {
                        if let CellOwner::Person(name, _) = owner {
                            known.people.extend(person_key(&listed_name(&name)));
                        }
                    }
                }
            }
        }
        known
    }

    /// Whether a cell of a column of units is the name of somebody.
    pub(super) fn is_somebody(&self, cell: &str) -> bool {
        looks_like_a_person(cell.trim()) && person_key(cell).is_some_and(|key| self.people.contains(&key))
    }

    /// Returns what a cell names in a column of owners that is taken for one of people or of units: in doubt that.
    pub(super) fn owners(&self, cell: &str, role: ColumnRole) -> Vec<CellOwner> {
        owner_parts(cell).flat_map(people_of).filter_map(|part| self.owner(part, role)).collect()
    }

    /// Returns a sentence for each column in which units and people stand side by side.
    pub(super) fn of_columns(&self, table: &LaidTable<'_>, columns: &TableColumns) -> Vec<String> {
        let mut said = Vec::new();
        for role in [ColumnRole::Person, ColumnRole::Unit] {
            for column in columns.all(role).filter(|column| names_either(table, *column)) {
                let people =
                    |cell: &&str| self.owners(cell, role).iter().any(|owner| matches!(owner, CellOwner::Person(..)));
                let filled = table.cells(column).filter(|cell| !says_nothing(cell) && !is_number(cell));
                let (people, units): (Vec<&str>, Vec<&str>) = filled.partition(people);
                let count = match people.len() {
                    0 => continue,
                    1 => "1 cell looks like a person; it is taken as one and stands".to_owned(),
                    count => format!("{count} cells look like people; they are taken as people and stand"),
                };
                if !units.is_empty() {
                    let change = "to change it, choose what the column holds: units or people";
                    said.push(format!("{}: {count} on no map ({change})", table.heading(column)));
                }
            }
        }
        said
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

/// Whether the heading of a column says owner, and not whether of units or of people.
pub(super) fn names_either(table: &LaidTable<'_>, column: usize) -> bool {
    names_units_or_people(table.heading(column))
}

/// Whether a text is `ben.berg`.
fn is_login(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let is_word = |part: &&str| part.chars().count() > 1 && part.chars().all(char::is_lowercase);
    parts.len() == 2 && parts.iter().all(is_word) && !is_clearly_a_unit(text)
}

/// Whether a text is a telephone number, or holds no word.
fn is_number(text: &str) -> bool {
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
