//! Finds what tables of a gathering contradict each other on.
//!
//! A table's position on an arrow is counted as the map counts that of a room: each person once, with the latest
//! position, and a side needs three quarters of them. A table that disagrees within itself takes no side. Names that
//! were merged are one thing, at whatever table that was said.

use std::collections::{BTreeMap, BTreeSet};

use super::contradiction::{TableContradiction, TableSide};
use super::standing::ArrowPositions;
use super::{Key, Ledger};
use crate::record::{Relation, SessionId, Sign};

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
    pub(super) fn contradictions_on(&self, from: &Key, to: &Key, relation: Relation) -> Vec<TableContradiction> {
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

    fn contradiction(
        self,
        gathering: &str,
        (from, to, relation): (&Key, &Key, Relation),
    ) -> Option<TableContradiction> {
        let mut sides: Vec<TableSide> =
            self.sides.into_iter().map(|(sign, (tables, people))| TableSide { sign, tables, people }).collect();
        let distinct: BTreeSet<u16> = sides.iter().flat_map(|side| side.tables.iter().copied()).collect();
        // One table on two sides is the same table in two files, and contradicts nobody.
        if sides.len() < 2 || distinct.len() < 2 {
            return None;
        }
        sides.sort_by_key(|side| std::cmp::Reverse((side.tables.len(), side.people)));
        Some(TableContradiction {
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
