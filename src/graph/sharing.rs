//! Counts in tests what a ledger does not share with an earlier copy of it.

use std::sync::Arc;

use super::Ledger;

impl Ledger {
    /// Returns how many pages of names and how many names were copied since this copy was made.
    pub(crate) fn copied_since(&self, earlier: &Self) -> usize {
        let is_shared = |key, record| earlier.names.get(key).is_some_and(|known| Arc::ptr_eq(known, record));
        let records = self.names.iter().filter(|(key, record)| !is_shared(*key, *record)).count();
        self.names.pages_of_its_own(&earlier.names) + records
    }
}
