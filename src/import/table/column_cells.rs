use std::collections::HashSet;

use super::cell_sort::is_plain_text;
use super::dates::DateCell;
use crate::import::words::nothing::says_nothing;
use crate::import::words::person::is_address;
use crate::import::words::person_names::{has_unit_word, looks_like_a_person};
use crate::import::words::unit_names::is_clearly_a_unit;

/// How many cells of a column are looked at to tell what it holds.
const LOOKED_AT: usize = 300;

/// How many cells are looked at to tell whether they all differ.
const COMPARED: usize = 5_000;

/// What the cells of a column are like, counted over those that say anything.
#[derive(Clone, Debug, Default)]
pub(super) struct ColumnCells {
    /// How many there are.
    pub(super) filled: usize,
    /// How many differ.
    pub(super) distinct: usize,
    looked_at: usize,
    days: usize,
    texts: usize,
    addresses: usize,
    people: usize,
    units: usize,
    units_alone: usize,
    yes_or_no: usize,
    characters: usize,
    /// Whether they count the rows: 1, 2, 3.
    pub(super) counts_rows: bool,
}

impl ColumnCells {
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut column = Self { counts_rows: true, ..Self::default() };
        let mut seen = HashSet::new();
        for cell in cells.take(COMPARED).map(str::trim).filter(|cell| !says_nothing(cell)) {
            column.filled += 1;
            seen.insert(cell);
            column.counts_rows &= cell.parse() == Ok(column.filled);
            if column.filled > LOOKED_AT {
                continue;
            }
            column.looked_at += 1;
            column.days += usize::from(DateCell::of(cell) != DateCell::Nothing);
            column.texts += usize::from(is_plain_text(cell));
            column.addresses += usize::from(is_address(cell));
            column.people += usize::from(looks_like_a_person(cell));
            column.units += usize::from(has_unit_word(cell));
            column.units_alone += usize::from(is_clearly_a_unit(cell));
            column.yes_or_no += usize::from(is_yes_or_no(cell));
            column.characters += cell.chars().count();
        }
        column.distinct = seen.len();
        column
    }

    /// Whether at least half of the cells are days, or there are none.
    pub(super) const fn are_days(&self) -> bool {
        self.days * 2 >= self.looked_at
    }

    /// Whether at least half of the cells are texts, or there are none; yes and no are not.
    pub(super) const fn are_texts(&self) -> bool {
        self.texts * 2 >= self.looked_at && self.yes_or_no * 2 <= self.looked_at
    }

    /// Whether the cells name people: e-mail addresses, or names of people beside no name of a unit.
    pub(super) const fn are_people(&self) -> bool {
        self.filled > 0
            && (self.addresses * 2 >= self.looked_at || (self.people * 2 > self.looked_at && self.units == 0))
    }

    /// Whether every cell is clearly the name of a unit.
    pub(super) const fn are_units(&self) -> bool {
        self.units_alone == self.looked_at
    }

    /// Whether more cells look like names of people than name units.
    pub(super) const fn may_be_people(&self) -> bool {
        self.addresses + self.people > self.units
    }

    /// Whether no two of the cells are the same.
    pub(super) const fn are_distinct(&self) -> bool {
        self.filled > 0 && self.distinct == self.filled
    }

    /// Whether at least seven of ten cells differ from all others.
    pub(super) const fn mostly_differ(&self) -> bool {
        self.distinct * 10 >= self.filled * 7
    }

    /// Returns how many characters a cell has on average.
    pub(super) fn length(&self) -> usize {
        self.characters / self.looked_at.max(1)
    }
}

fn is_yes_or_no(cell: &str) -> bool {
    let word = cell.to_lowercase();
    matches!(
        word.as_str(),
        "yes" | "no" | "y" | "n" | "true" | "false" | "ja" | "nein" | "nee" | "oui" | "non" | "wahr" | "falsch"
    )
}
