//! The units that the rows of a table name: organisations, and the units within them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::columns::TableColumns;
use super::heading_words::breadth_of;
use super::laid_table::LaidTable;
use super::owner_cells::names_either;
use crate::graph::Key;
use crate::import::imported::ThingOwner;
use crate::import::input::table_sheet::SheetRow;
use crate::import::mapping::ColumnRole;
use crate::import::words::nothing::says_nothing;
use crate::import::words::owner_parts::{CellOwner, KnownOwners};
use crate::import::words::person::owners;

/// The columns of a table that name units.
#[derive(Debug)]
pub(super) struct UnitColumns {
    /// The columns, those of organisations before those of the units within them.
    columns: Vec<usize>,
    /// Whether each column names units within those of the column before it.
    nested: bool,
    /// The columns that may name people as well, each with its role.
    either: BTreeMap<usize, ColumnRole>,
    known: Rc<KnownOwners>,
    /// The names that units of several organisations have.
    shared: HashSet<Key>,
}

/// The units that a row names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct RowUnits {
    /// Who answers for the thing of the row: the narrowest units.
    pub(super) owners: Vec<ThingOwner>,
    /// The people whom the row names as owners, each with the unit that stands behind the name.
    pub(super) people: Vec<(String, Option<String>)>,
    /// Which unit is within which.
    pub(super) within: Vec<(String, String)>,
    /// The widest and the narrowest name, by which things of one name are told apart.
    pub(super) widest: Option<String>,
    pub(super) narrowest: Option<String>,
}

impl UnitColumns {
    pub(super) fn of(table: &LaidTable<'_>, columns: &TableColumns, known: Rc<KnownOwners>) -> Self {
        let breadth = |place: usize| table.columns.get(place).map_or(0, |column| breadth_of(&column.heading));
        let of_role = |role: ColumnRole| {
            let named = columns.all(role).filter(|place| names_either(table, *place));
            named.map(move |place| (place, role))
        };
        let either: BTreeMap<usize, ColumnRole> =
            of_role(ColumnRole::Person).chain(of_role(ColumnRole::Unit)).collect();
        let mut places: Vec<usize> = columns.all(ColumnRole::Unit).collect();
        places.sort_by_key(|place| std::cmp::Reverse(breadth(*place)));
        let differ = |pair: &[usize]| matches!(pair, [wide, narrow] if breadth(*wide) > breadth(*narrow) && breadth(*narrow) > 0);
        let nested = places.len() > 1 && places.windows(2).all(differ);
        let mut units = Self { columns: places, nested, either, known, shared: HashSet::new() };
        if nested {
            let mut parents: HashMap<Key, Key> = HashMap::new();
            for row in &table.rows {
                units.note_shared(row, &mut parents);
            }
        }
        units
    }

    /// Whether the owners in a column are among those of the rows.
    pub(super) fn have_owners_of(&self, column: usize) -> bool {
        self.either.contains_key(&column)
    }

    /// Returns the units that a row names.
    pub(super) fn of_row(&self, row: &SheetRow) -> RowUnits {
        let mut units = RowUnits::default();
        for (column, cell) in self.levels(row) {
            let parent = units.narrowest.clone().filter(|_| self.nested);
            let named = self.named(&mut units, column, cell);
            let labelled: Vec<ThingOwner> =
                named.into_iter().map(|owner| self.label(owner, parent.as_deref())).collect();
            let first = labelled.iter().find_map(unit_name);
            for name in labelled.iter().filter_map(unit_name) {
                units.within.extend(parent.clone().map(|parent| (name.to_owned(), parent)));
            }
            units.widest = units.widest.or_else(|| first.map(str::to_owned));
            units.narrowest = first.map(str::to_owned).or(units.narrowest);
            if self.nested && first.is_some() {
                units.owners.clear();
            }
            units.owners.extend(labelled);
        }
        for (column, role) in self.either.iter().filter(|(_, role)| **role == ColumnRole::Person) {
            let named = self.parted(&mut units, *role, row.cell(*column));
            if units.narrowest.is_none() && !named.is_empty() {
                units.narrowest = named.iter().find_map(unit_name).map(str::to_owned);
                units.widest.clone_from(&units.narrowest);
                units.owners.extend(named);
            }
        }
        units
    }

    /// Returns the units that a cell names; its people are added to those of the row.
    fn named(&self, units: &mut RowUnits, column: usize, cell: &str) -> Vec<ThingOwner> {
        if self.known.is_somebody(cell) {
            units.people.push((cell.to_owned(), None));
            return Vec::new();
        }
        match self.either.get(&column) {
            Some(role) => self.parted(units, *role, cell),
            None => owners(cell, ThingOwner::Unit),
        }
    }

    /// Returns the units that a cell of a column that may name people as well names; its people are added to those of the
    /// row.
    fn parted(&self, units: &mut RowUnits, role: ColumnRole, cell: &str) -> Vec<ThingOwner> {
        let mut named = Vec::new();
        for owner in self.known.owners(cell, role) {
            match owner {
                CellOwner::Unit(name) => named.push(ThingOwner::Unit(name)),
                CellOwner::Person(name, unit) => units.people.push((name, unit)),
            }
        }
        named
    }

    /// Returns the cells with the units of a row, without those that name the unit before again.
    fn levels<'r>(&self, row: &'r SheetRow) -> Vec<(usize, &'r str)> {
        let mut levels: Vec<(usize, &str)> = Vec::with_capacity(self.columns.len());
        for place in &self.columns {
            let cell = row.cell(*place).trim();
            let is_again = levels.last().is_some_and(|(_, before)| Key::of(before) == Key::of(cell));
            if !says_nothing(cell) && Key::of(cell).is_some() && !is_again {
                levels.push((*place, cell));
            }
        }
        levels
    }

    fn note_shared(&mut self, row: &SheetRow, parents: &mut HashMap<Key, Key>) {
        for pair in self.levels(row).windows(2) {
            let [(_, wide), (_, narrow)] = pair else { continue };
            let (Some(wide), Some(narrow)) = (Key::of(wide), Key::of(narrow)) else { continue };
            let parent = parents.entry(narrow.clone()).or_insert_with(|| wide.clone());
            if *parent != wide {
                self.shared.insert(narrow);
            }
        }
    }

    fn label(&self, owner: ThingOwner, parent: Option<&str>) -> ThingOwner {
        match (owner, parent) {
            (ThingOwner::Unit(name), Some(parent)) if Key::of(&name).is_some_and(|key| self.shared.contains(&key)) => {
                ThingOwner::Unit(format!("{name} ({parent})"))
            }
            (owner, _) => owner,
        }
    }
}

fn unit_name(owner: &ThingOwner) -> Option<&str> {
    match owner {
        ThingOwner::Unit(name) => Some(name),
        ThingOwner::Person(_) => None,
    }
}
