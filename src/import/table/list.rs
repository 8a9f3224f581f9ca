//! A table whose rows are things: a list of changes, of systems, of units.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::cell_remarks::CellRemarks;
use super::columns::TableColumns;
use super::dates::order_of;
use super::heading_words::{says_subject, words_of};
use super::laid_table::LaidTable;
use super::lone_names::LoneNames;
use super::row_keys::{RowKeys, by_name, is_id};
use super::units::{RowUnits, UnitColumns};
use crate::graph::Key;
use crate::import::drafting::draft::MapDraft;
use crate::import::error::ImportError;
use crate::import::imported::RemarkSort;
use crate::import::input::file::ImportedFile;
use crate::import::input::table_sheet::SheetRow;
use crate::import::mapping::{ColumnRole, ImportMapping};
use crate::import::place::SourcePlace;
use crate::import::words::kind_words::kind_of;
use crate::import::words::nothing::says_nothing;
use crate::import::words::owner_parts::KnownOwners;
use crate::record::{DateOrder, Kind};

/// The columns by which a list says more than the names of its things.
const OF_INVENTORIES: [ColumnRole; 10] = [
    ColumnRole::Status,
    ColumnRole::Started,
    ColumnRole::Unit,
    ColumnRole::Person,
    ColumnRole::Vendor,
    ColumnRole::Needs,
    ColumnRole::FedBy,
    ColumnRole::Feeds,
    ColumnRole::Affects,
    ColumnRole::Aims,
];

/// The columns that say one thing about a row, so that two rows of one name that differ there are two things.
const OF_ONE_THING: [ColumnRole; 5] =
    [ColumnRole::Sort, ColumnRole::Status, ColumnRole::Started, ColumnRole::About, ColumnRole::Person];

/// A list that is being read, with what its columns hold.
pub(super) struct ListTable<'a> {
    pub(super) file: &'a ImportedFile,
    pub(super) table: &'a LaidTable<'a>,
    pub(super) columns: &'a TableColumns,
    /// The kind of a thing of which no cell says the sort.
    kind: Kind,
    pub(super) owners: Rc<KnownOwners>,
    pub(super) units: UnitColumns,
    pub(super) lone_names: LoneNames,
    name: usize,
    orders: HashMap<usize, DateOrder>,
    /// The columns of days of which neither the cells nor the register tell what comes first.
    untold: HashSet<usize>,
}

/// A row of a list and the thing that it states.
pub(super) struct ListRow<'a> {
    pub(super) row: &'a SheetRow,
    /// The key of the row.
    pub(super) key: String,
    /// The thing.
    pub(super) thing: usize,
    pub(super) units: RowUnits,
}

/// What is known about the rows that were read, of all lists of one import.
#[derive(Debug, Default)]
pub(super) struct KnownRows {
    keys: RowKeys,
    /// The rows without ids by name and unit: their thing and what they say about it.
    without_ids: HashMap<String, (usize, Option<u64>)>,
    /// The widest unit of the first row of each name.
    first_units: HashMap<Key, Option<String>>,
}

impl<'a> ListTable<'a> {
    /// Returns the list that a table is; `None` for a table without a column of names.
    pub(super) fn of(
        file: &'a ImportedFile,
        table: &'a LaidTable<'a>,
        columns: &'a TableColumns,
        mapping: &ImportMapping,
        known: Rc<KnownOwners>,
    ) -> Option<Self> {
        let name = columns.first(ColumnRole::Name)?;
        let heading = table.heading(name);
        let of_register = columns.is_register.then_some(Kind::Initiative);
        let told =
            mapping.kinds.get(&heading.to_lowercase()).copied().or(of_register).or_else(|| kind_of_heading(heading));
        let usual = if columns.have(&OF_INVENTORIES) { Kind::Initiative } else { Kind::Unknown };
        let (mut orders, mut untold) = (HashMap::new(), HashSet::new());
        for column in columns.all(ColumnRole::Started) {
            let told = order_of(table.cells(column)).or(columns.dates);
            untold.extend(told.is_none().then_some(column));
            orders.extend(mapping.dates.or(told).map(|order| (column, order)));
        }
        let units = UnitColumns::of(table, columns, Rc::clone(&known));
        let lone_names = LoneNames::of(table, columns);
        let kind = told.unwrap_or(usual);
        Some(Self { file, table, columns, kind, owners: known, units, lone_names, name, orders, untold })
    }

    /// Adds the things of the rows to a map.
    pub(super) fn things(
        &self,
        draft: &mut MapDraft<'_>,
        known: &mut KnownRows,
        remarks: &mut CellRemarks,
    ) -> Result<Vec<ListRow<'a>>, ImportError> {
        let mut rows = Vec::with_capacity(self.table.rows.len());
        for (done, row) in self.table.rows.iter().enumerate() {
            if done % 1_000 == 0 {
                draft.proceeds(done, self.table.rows.len())?;
            }
            let name = row.cell(self.name).trim();
            if says_nothing(name) || Key::of(name).is_none() {
                let reason = "names nothing; the row is left out";
                self.said(remarks, row, self.name, RemarkSort::LeftOut, reason);
                continue;
            }
            rows.push(self.thing(draft, known, remarks, row, name));
        }
        Ok(rows)
    }

    /// Returns what comes first in the dates of a column.
    pub(super) fn order(&self, column: usize) -> Option<DateOrder> {
        self.orders.get(&column).copied()
    }

    /// Whether the cells of a column, or its register, tell what comes first in its dates.
    pub(super) fn tells_order(&self, column: usize) -> bool {
        !self.untold.contains(&column)
    }

    /// Says something about a cell.
    pub(super) fn said(
        &self,
        remarks: &mut CellRemarks,
        row: &SheetRow,
        column: usize,
        sort: RemarkSort,
        reason: &'static str,
    ) {
        remarks.cell(self.table, (self.file, row, column), sort, reason);
    }

    /// Returns the place of a cell.
    pub(super) fn cell_place(&self, row: &SheetRow, column: usize) -> SourcePlace {
        self.table.cell_place(self.file, row, column)
    }

    fn thing(
        &self,
        draft: &mut MapDraft<'_>,
        known: &mut KnownRows,
        remarks: &mut CellRemarks,
        row: &'a SheetRow,
        name: &str,
    ) -> ListRow<'a> {
        let units = self.units.of_row(row);
        let unit = units.narrowest.clone().unwrap_or_default();
        let id = self.id(remarks, row);
        let says = self.says_of_one_thing(row);
        let by_name = by_name(name, &unit);
        if id.is_none()
            && let Some((thing, before)) = known.without_ids.get(&by_name).copied()
            && (before == says || says.is_none())
        {
            let reason = "stands in a row above with the same unit; this row adds to that one";
            self.said(remarks, row, self.name, RemarkSort::Noted, reason);
            let key = draft.at(thing).map(|thing| thing.key.clone()).unwrap_or_default();
            return ListRow { row, key, thing, units };
        }
        let key = known.keys.next(id, name, &unit);
        if let Some(column) = self.columns.first(ColumnRole::Id).filter(|_| key.repeats) {
            let reason = "is the id of a row above too; both rows come in";
            self.said(remarks, row, column, RemarkSort::Noted, reason);
        }
        let which = known.which(name, &units);
        let thing = draft.thing_of(&key.key, self.table.row_place(self.file, row), name, which.as_deref());
        self.sort(draft, row, thing);
        if id.is_none() {
            known.without_ids.insert(by_name, (thing, says));
        }
        ListRow { row, key: key.key, thing, units }
    }

    fn sort(&self, draft: &mut MapDraft<'_>, row: &SheetRow, thing: usize) {
        for word in self.columns.all(ColumnRole::Sort).map(|column| row.cell(column)) {
            if !says_nothing(word) {
                draft.sort(thing, word, None);
            }
        }
        draft.edit(thing, |thing| thing.kind_if_unknown(self.kind));
    }

    fn id<'r>(&self, remarks: &mut CellRemarks, row: &'r SheetRow) -> Option<&'r str> {
        let column = self.columns.first(ColumnRole::Id)?;
        let id = row.cell(column).trim();
        if says_nothing(id) {
            return None;
        }
        if !is_id(id) {
            let reason = "cannot be an id; the row is known by its name";
            self.said(remarks, row, column, RemarkSort::LeftOut, reason);
            return None;
        }
        Some(id)
    }

    /// Returns a number that two rows share which say the same about their thing; `None` for a row that says nothing.
    fn says_of_one_thing(&self, row: &SheetRow) -> Option<u64> {
        let columns = OF_ONE_THING.into_iter().flat_map(|role| self.columns.all(role));
        let said: Vec<(usize, &str)> =
            columns.map(|column| (column, row.cell(column).trim())).filter(|(_, cell)| !says_nothing(cell)).collect();
        if said.is_empty() {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        said.hash(&mut hasher);
        Some(hasher.finish())
    }
}

impl KnownRows {
    /// Returns what tells a thing from others of its name: its organisation, or the unit within it if another thing of
    /// the name is in that organisation.
    fn which(&mut self, name: &str, units: &RowUnits) -> Option<String> {
        let key = Key::of(name)?;
        let first = self.first_units.entry(key).or_insert_with(|| units.widest.clone());
        if *first == units.widest { units.narrowest.clone() } else { units.widest.clone() }
    }
}

/// Returns the kind that the heading of a column of names says: `System name`.
///
/// What a tool, a system or a model is for others, is a change here: the list is one of what an organisation adopts.
fn kind_of_heading(heading: &str) -> Option<Kind> {
    if says_subject(heading) {
        return Some(Kind::Initiative);
    }
    let words = words_of(heading);
    let of = [" name", " title", " label"].iter().find_map(|end| words.strip_suffix(end)).unwrap_or(&words);
    let last = of.rsplit(' ').next().unwrap_or_default();
    kind_of(of).or_else(|| kind_of(last))
}
