use std::collections::BTreeSet;

use super::Key;
use crate::record::spoken::listed;
use crate::record::{Relation, Sign};

/// An arrow on which tables of one gathering take different sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableContradiction {
    /// The id of the gathering.
    pub gathering: String,
    /// The thing where the arrow starts.
    pub from: Key,
    /// The thing where the arrow ends.
    pub to: Key,
    /// The relation of the arrow.
    pub relation: Relation,
    /// The sides, at least two; the one with the most tables first, and of equal ones the one with the most people.
    pub sides: Vec<TableSide>,
    /// The tables that disagree within themselves.
    pub torn: BTreeSet<u16>,
    /// What the plenary says: its side, or [`Sign::Unknown`] as long as it has none.
    pub plenary: Sign,
}

/// The tables that take one side on an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableSide {
    /// The side: more, less, or no such effect. For a relation without a sign, plus says that there is such an arrow.
    pub sign: Sign,
    /// The numbers of the tables.
    pub tables: BTreeSet<u16>,
    /// The number of people at these tables who say so.
    pub people: usize,
}

impl TableContradiction {
    /// Puts the arrows on which the most people take a side first; equal ones stand in the order of the map.
    pub(super) fn order(found: &mut [Self]) {
        found.sort_by(|one, other| {
            let place = |found: &Self| (found.from.clone(), found.to.clone(), found.relation);
            other.people().cmp(&one.people()).then_with(|| place(one).cmp(&place(other)))
        });
    }

    /// Returns what the tables of each side say: "more at table 2, less at tables 3 and 5".
    pub fn sides_in_words(&self) -> String {
        let side = |side: &TableSide| format!("{} at {}", self.told(side.sign), side.called());
        self.sides.iter().map(side).collect::<Vec<_>>().join(", ")
    }

    /// Returns a side in one word or two.
    pub const fn told(&self, side: Sign) -> &'static str {
        match (side, self.relation.carries_sign()) {
            (Sign::NoEffect, true) => "no effect",
            (Sign::NoEffect, false) => "no",
            (_, false) => "yes",
            (Sign::Minus, true) => "less",
            (Sign::Plus, true) => "more",
            (Sign::Unknown, true) => "unknown",
        }
    }

    /// Returns the names of the tables that disagree within themselves; `None` when there are none.
    pub fn torn_in_words(&self) -> Option<String> {
        (!self.torn.is_empty()).then(|| tables_in_words(&self.torn))
    }

    /// Returns the number of people who take one of the sides.
    pub fn people(&self) -> usize {
        self.sides.iter().map(|side| side.people).sum()
    }
}

impl TableSide {
    /// Returns the names of its tables: "table 2", "tables 3 and 5".
    pub fn called(&self) -> String {
        tables_in_words(&self.tables)
    }
}

fn tables_in_words(tables: &BTreeSet<u16>) -> String {
    let numbers: Vec<String> = tables.iter().map(ToString::to_string).collect();
    let word = if numbers.len() == 1 { "table" } else { "tables" };
    format!("{word} {}", listed(&numbers, "and"))
}
