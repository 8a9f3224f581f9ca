//! What two tables of a gathering contradict each other on.
//!
//! A table's position on an arrow is counted as the map counts that of a room: each person once, with the latest
//! position, and a side needs three quarters of them. A table that disagrees within itself takes no side. Names that
//! were merged are one thing, at whatever table that was said.

use std::collections::{BTreeMap, BTreeSet};

use super::standing::ArrowPositions;
use super::{Key, Ledger};
use crate::record::spoken::listed;
use crate::record::{Relation, SessionId, Sign};

/// An arrow on which tables of one gathering take different sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
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

impl Contradiction {
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

    /// Returns the number of people who take one of the sides.
    pub fn people(&self) -> usize {
        self.sides.iter().map(|side| side.people).sum()
    }
}

impl TableSide {
    /// Returns the names of its tables: "table 2", "tables 3 and 5".
    pub fn called(&self) -> String {
        let numbers: Vec<String> = self.tables.iter().map(ToString::to_string).collect();
        let word = if numbers.len() == 1 { "table" } else { "tables" };
        format!("{word} {}", listed(&numbers, "and"))
    }
}

/// What the sessions of one gathering say about one arrow.
#[derive(Default)]
struct HeardTables {
    sides: BTreeMap<Sign, (BTreeSet<u16>, usize)>,
    torn: BTreeSet<u16>,
    plenary: Sign,
}

impl Ledger {
    /// Returns the things of which something was said at a table of this gathering or in its plenary.
    pub fn heard_at_tables(&self, gathering: &str) -> BTreeSet<&Key> {
        let is_here = |session: &SessionId| self.gatherings.get(session).is_some_and(|at| at.gathering == gathering);
        let heard = |key: &&Key| {
            let mut names = self.aliases().all(key).filter_map(|name| self.names.get(name));
            names.any(|name| name.heard_in().any(is_here))
        };
        self.keys().filter(heard).collect()
    }

    /// Returns what tables contradict each other on about one arrow, a contradiction for each gathering.
    pub(super) fn contradictions_on(&self, from: &Key, to: &Key, relation: Relation) -> Vec<Contradiction> {
        if self.gatherings.len() < 2 {
            return Vec::new();
        }
        let words = self.words(from, to, relation);
        let mut sessions: BTreeMap<&SessionId, Vec<_>> = BTreeMap::new();
        for word in words.into_iter().filter(|(moment, _)| self.gatherings.contains_key(&moment.session)) {
            sessions.entry(&word.0.session).or_default().push(word);
        }
        if sessions.len() < 2 {
            return Vec::new();
        }
        let mut heard: BTreeMap<&str, HeardTables> = BTreeMap::new();
        for (session, words) in sessions {
            let Some(place) = self.gatherings.get(session) else { continue };
            let tally = ArrowPositions::of(self, relation, &words).tally();
            heard.entry(&place.gathering).or_default().note(
                place.table,
                tally.winner(),
                tally.largest(),
                tally.is_disputed(),
            );
        }
        let ends = (from, to, relation);
        heard.into_iter().filter_map(|(gathering, heard)| heard.contradiction(gathering, ends)).collect()
    }
}

impl HeardTables {
    fn note(&mut self, table: Option<u16>, side: Sign, people: usize, torn: bool) {
        let Some(number) = table else {
            self.plenary = side;
            return;
        };
        if torn {
            self.torn.insert(number);
        } else if side != Sign::Unknown {
            let (tables, all) = self.sides.entry(side).or_default();
            tables.insert(number);
            *all += people;
        }
    }

    fn contradiction(self, gathering: &str, (from, to, relation): (&Key, &Key, Relation)) -> Option<Contradiction> {
        let mut sides: Vec<TableSide> =
            self.sides.into_iter().map(|(sign, (tables, people))| TableSide { sign, tables, people }).collect();
        let distinct: BTreeSet<u16> = sides.iter().flat_map(|side| side.tables.iter().copied()).collect();
        // One table on two sides is the same table in two files, and contradicts nobody.
        if sides.len() < 2 || distinct.len() < 2 {
            return None;
        }
        sides.sort_by_key(|side| std::cmp::Reverse((side.tables.len(), side.people)));
        Some(Contradiction {
            gathering: gathering.to_owned(),
            from: from.clone(),
            to: to.clone(),
            relation,
            sides,
            torn: self.torn,
            plenary: self.plenary,
        })
    }
}
