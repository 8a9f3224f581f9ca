use super::heading_words::words_of;
use super::laid_table::LaidTable;
use super::offer::offered_roles;
use super::registers::register_of;
use crate::import::mapping::{ColumnRole, ImportMapping};
use crate::record::DateOrder;

/// What the columns of one table hold.
#[derive(Debug)]
pub(super) struct TableColumns {
    roles: Vec<Option<ColumnRole>>,
    /// What comes first in the dates of the register that the table is of.
    pub(super) dates: Option<DateOrder>,
    /// Whether the table is of a register of AI, so that its things are initiatives.
    pub(super) is_register: bool,
}

impl TableColumns {
    /// Returns what the mapping says that the columns hold; what is offered where it names no column.
    pub(super) fn of(table: &LaidTable<'_>, mapping: &ImportMapping) -> Self {
        let register = register_of(table);
        let dates = register.and_then(|register| register.dates);
        let is_register = register.is_some();
        if mapping.columns.is_empty() {
            return Self { roles: offered_roles(table), dates, is_register };
        }
        let mut roles = vec![None; table.columns.len()];
        for mapped in &mapping.columns {
            // A newer edition may write a heading with other marks or in other case.
            let alike = || {
                let words = words_of(&mapped.heading);
                table.columns.iter().position(|column| column.nth == mapped.nth && words_of(&column.heading) == words)
            };
            let place = table.column(&mapped.heading, mapped.nth).or_else(alike);
            if let Some(role) = place.and_then(|place| roles.get_mut(place)) {
                *role = Some(mapped.role);
            }
        }
        Self { roles, dates, is_register }
    }

    /// Returns the first column with a role.
    pub(super) fn first(&self, role: ColumnRole) -> Option<usize> {
        self.all(role).next()
    }

    /// Returns the columns with a role.
    pub(super) fn all(&self, role: ColumnRole) -> impl Iterator<Item = usize> {
        self.roles.iter().enumerate().filter(move |(_, it)| **it == Some(role)).map(|(place, _)| place)
    }

    /// Returns the role of a column.
    pub(super) fn role(&self, column: usize) -> Option<ColumnRole> {
        self.roles.get(column).copied().flatten()
    }

    /// Whether any column has one of these roles.
    pub(super) fn have(&self, roles: &[ColumnRole]) -> bool {
        self.roles.iter().flatten().any(|role| roles.contains(role))
    }

    /// Whether each row states an arrow.
    pub(super) fn state_arrows(&self) -> bool {
        self.have(&[ColumnRole::From]) && self.have(&[ColumnRole::To])
    }
}
