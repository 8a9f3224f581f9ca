//! The units and the people that the columns of tables name.

use super::columns::TableColumns;
use super::heading_words::names_units_or_people;
use super::laid_table::LaidTable;
use crate::graph::{Key, person_key};
use crate::import::mapping::ColumnRole;
use crate::import::words::nothing::says_nothing;
use crate::import::words::owner_parts::{CellOwner, KnownOwners, is_number};
use crate::import::words::person::listed_name;

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
}

/// Whether the heading of a column says owner, and not whether of units or of people.
pub(super) fn names_either(table: &LaidTable<'_>, column: usize) -> bool {
    names_units_or_people(table.heading(column))
}
