//! Whether a comma parts names: it does in the cells of a column in which one of the parts stands alone elsewhere.

use std::collections::{HashMap, HashSet};

use super::columns::TableColumns;
use super::laid_table::LaidTable;
use super::several::several;
use crate::graph::Key;
use crate::import::mapping::ColumnRole;
use crate::import::words::nothing::says_nothing;

/// The columns whose cells may be lists with commas. Names of firms and units hold commas.
const LISTS: [ColumnRole; 5] =
    [ColumnRole::Needs, ColumnRole::FedBy, ColumnRole::Feeds, ColumnRole::Affects, ColumnRole::Aims];

/// The names that stand alone in the cells of each column.
#[derive(Debug, Default)]
pub(super) struct LoneNames(HashMap<usize, HashSet<Key>>);

impl LoneNames {
    pub(super) fn of(table: &LaidTable<'_>, columns: &TableColumns) -> Self {
        let lists = LISTS.into_iter().flat_map(|role| columns.all(role));
        let with_commas = lists.filter(|column| table.cells(*column).any(|cell| cell.contains(',')));
        let alone = |column: usize| table.cells(column).flat_map(several).filter(|name| !name.contains(','));
        Self(with_commas.map(|column| (column, alone(column).filter_map(Key::of).collect())).collect())
    }

    /// Returns the names in a cell of a column.
    pub(super) fn names<'c>(&self, column: usize, cell: &'c str) -> Vec<&'c str> {
        let Some(alone) = self.0.get(&column) else { return several(cell).collect() };
        let is_alone = |part: &str| Key::of(part).is_some_and(|key| alone.contains(&key));
        let parts = |name: &'c str| -> Vec<&'c str> {
            let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !says_nothing(part)).collect();
            if parts.iter().any(|part| is_alone(part)) { parts } else { vec![name] }
        };
        several(cell).flat_map(parts).collect()
    }
}
