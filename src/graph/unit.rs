use std::collections::BTreeMap;

use crate::record::{Kind, Relation};

use super::adjacency::ArrowSide;
use super::standing::ArrowPositions;
use super::{Key, Ledger};

/// Looks up which unit answers for a thing, and caches the answers.
///
/// A thing belongs to the party that owns it, an incentive without an owner to the party it covers, a party to
/// itself; all of them lifted through `in` to the outermost party. Of several owners the latest named counts.
pub(super) struct UnitLookup<'a> {
    ledger: &'a Ledger,
    things: BTreeMap<Key, Option<Key>>,
    lifted: BTreeMap<Key, Key>,
}

impl<'a> UnitLookup<'a> {
    pub(super) const fn new(ledger: &'a Ledger) -> Self {
        Self { ledger, things: BTreeMap::new(), lifted: BTreeMap::new() }
    }

    /// The unit of a thing by its canonical name, if anybody said.
    pub(super) fn of(&mut self, thing: &Key) -> Option<Key> {
        if let Some(known) = self.things.get(thing) {
            return known.clone();
        }
        let kind = self.ledger.traits(thing).kind;
        let owner = || self.latest_party(thing, Relation::Owns, ArrowSide::Into);
        let party = match kind {
            Kind::Party => Some(thing.clone()),
            Kind::Incentive => owner().or_else(|| self.latest_party(thing, Relation::Covers, ArrowSide::Out)),
            _ => owner(),
        };
        let unit = party.map(|party| self.lift(&party));
        self.things.insert(thing.clone(), unit.clone());
        unit
    }

    /// The unit of somebody listed with this party.
    pub(super) fn of_member(&mut self, party: &Key) -> Key {
        let canonical = self.ledger.aliases().canonical(party).clone();
        self.lift(&canonical)
    }

    /// Whether two units are known and are not the same.
    pub(super) fn differ(one: Option<&Key>, other: Option<&Key>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }

    /// The outermost party that a party is in. Of parties that contain each other in a loop it is the first in key order.
    fn lift(&mut self, party: &Key) -> Key {
        let mut path = vec![party.clone()];
        let outermost = loop {
            let Some(inner) = path.last() else { return party.clone() };
            if let Some(known) = self.lifted.get(inner) {
                break known.clone();
            }
            let Some(outer) = self.outer(inner) else { break inner.clone() };
            if let Some(repeated) = path.iter().position(|known| *known == outer) {
                break path.iter().skip(repeated).min().unwrap_or(&outer).clone();
            }
            path.push(outer);
        };
        self.lifted.extend(path.into_iter().map(|inner| (inner, outermost.clone())));
        outermost
    }

    fn outer(&self, party: &Key) -> Option<Key> {
        (self.ledger.traits(party).kind == Kind::Party)
            .then(|| self.latest_party(party, Relation::In, ArrowSide::Out))
            .flatten()
    }

    fn latest_party(&self, thing: &Key, relation: Relation, side: ArrowSide) -> Option<Key> {
        let parties = self.ledger.beside(thing, relation, side).into_iter();
        let standing = parties.filter(|party| self.ledger.traits(party).kind == Kind::Party).filter_map(|party| {
            let (from, to) = side.ends(thing, party);
            let standing = ArrowPositions::of(self.ledger, relation, &self.ledger.words(from, to, relation));
            standing.is_drawn().then(|| (standing.latest(), party))
        });
        standing.max().map(|(_, party)| party.clone())
    }
}
