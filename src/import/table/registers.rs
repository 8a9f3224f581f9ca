//! Public registers of AI whose columns are known.

use super::heading_words::words_of;
use super::laid_table::LaidTable;
use crate::import::mapping::ColumnRole;
use crate::import::mapping::ColumnRole::{About, Aims, Id, Name, Needs, Person, Started, Status, Tag, Unit, Vendor};

/// A register whose columns are known by their headings.
#[derive(Debug)]
pub(super) struct KnownRegister {
    /// What a mapping of it is called.
    pub(super) title: &'static str,
    /// Headings, as words, that together no other table has.
    told_by: &'static [&'static str],
    /// The beginnings of its headings, as words, with what the columns hold.
    columns: &'static [(&'static str, ColumnRole)],
}

const REGISTERS: &[KnownRegister] = &[];

impl KnownRegister {
    /// Returns what each column of a table holds that is of this register.
    pub(super) fn roles(&self, table: &LaidTable<'_>) -> Vec<Option<ColumnRole>> {
        let role = |heading: &str| {
            let words = words_of(heading);
            self.columns.iter().find(|(known, _)| *known == words).map(|(_, role)| *role)
        };
        table.columns.iter().map(|column| role(&column.heading)).collect()
    }
}

/// Returns the register that a table is of, if it is known.
pub(super) fn register_of(table: &LaidTable<'_>) -> Option<&'static KnownRegister> {
    let words: Vec<String> = table.columns.iter().map(|column| words_of(&column.heading)).collect();
    let has = |told: &&str| words.iter().any(|words| words == told);
    REGISTERS.iter().find(|register| register.told_by.iter().all(|told| has(told)))
}
