use std::collections::HashSet;

use super::columns::TableColumns;
use super::laid_table::LaidTable;
use crate::graph::Key;
use crate::import::mapping::ColumnRole;

/// The maximum number of columns of a sheet that only lists what other cells may hold.
const COLUMNS: usize = 4;

/// Whether a sheet of a workbook only lists what the cells of another may hold: it is narrow, says nothing about what it
/// names, and most of its names stand in cells of a larger sheet that name no thing there. `all` are the sheets, this one
/// among them.
pub(super) fn is_lookup<'a>(
    table: &LaidTable<'_>,
    columns: &TableColumns,
    all: impl Iterator<Item = (&'a LaidTable<'a>, &'a TableColumns)>,
) -> bool {
    use ColumnRole::{Affects, Aims, FedBy, Feeds, Name, Needs, Person, Started, Status, Unit, Vendor};
    let Some(name) = columns.first(Name) else { return false };
    let says_more = columns.have(&[Status, Started, Needs, Feeds, FedBy, Affects, Aims, Vendor, Person, Unit]);
    if table.columns.len() > COLUMNS || says_more {
        return false;
    }
    let names: HashSet<Key> = table.cells(name).filter_map(Key::of).collect();
    let mut larger =
        all.filter(|(other, _)| other.rows.len() * other.columns.len() > table.rows.len() * table.columns.len());
    larger.any(|(other, roles)| {
        let named_there = roles.first(Name);
        let columns = (0..other.columns.len()).filter(|column| Some(*column) != named_there);
        let used: HashSet<Key> = columns.flat_map(|column| other.cells(column)).filter_map(Key::of).collect();
        names.len() > 1 && names.intersection(&used).count() * 10 >= names.len() * 6
    })
}
