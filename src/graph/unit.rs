use std::collections::BTreeMap;

use crate::record::{Kind, Relation};

use super::adjacency::ArrowSide;
use super::standing::ArrowPositions;
use super::{Key, Ledger};

/// Looks up which unit answers for a thing, and caches the answers.
///
/// The unit is found from a party: the party that owns the thing; for an incentive without an owner the party it
/// covers; for a party itself, if somebody typed or confirmed that it is one. From this party the `in` arrows are followed to the outermost party, which is the unit.
/// Of several owners the one named last counts, those whom people name before those of an imported file.
pub(super) struct UnitLookup<'a> {
    ledger: &'a Ledger,
    things: BTreeMap<Key, Option<Key>>,
    /// For each thing the party that owns it, and whether only imported files state so.
    owners: BTreeMap<Key, Option<(Key, bool)>>,
    lifted: BTreeMap<Key, Key>,
}

impl<'a> UnitLookup<'a> {
    pub(super) const fn new(ledger: &'a Ledger) -> Self {
        Self { ledger, things: BTreeMap::new(), owners: BTreeMap::new(), lifted: BTreeMap::new() }
    }

    /// Returns the unit of a thing, which is given by its canonical name; `None` if nobody said.
    pub(super) fn of(&mut self, thing: &Key) -> Option<Key> {
        if let Some(known) = self.things.get(thing) {
            return known.clone();
        }
        let traits = self.ledger.traits(thing);
        let party = match traits.kind {
            Kind::Party => traits.is_known_party().then(|| thing.clone()),
            Kind::Incentive => {
                let owner = self.owner(thing).map(|(owner, _)| owner);
                owner.or_else(|| self.latest_party(thing, Relation::Covers, ArrowSide::Out))
            }
            _ => self.owner(thing).map(|(owner, _)| owner),
        };
        let unit = party.map(|party| self.lift(&party));
        self.things.insert(thing.clone(), unit.clone());
        unit
    }

    /// Returns the party that owns a thing, and whether only imported files state so.
    pub(super) fn owner(&mut self, thing: &Key) -> Option<(Key, bool)> {
        if let Some(known) = self.owners.get(thing) {
            return known.clone();
        }
        let owner = self.latest(thing, Relation::Owns, ArrowSide::Into);
        self.owners.insert(thing.clone(), owner.clone());
        owner
    }

    /// Returns the unit of a person who is listed with this party.
    pub(super) fn of_member(&mut self, party: &Key) -> Key {
        let canonical = self.ledger.aliases().canonical(party).clone();
        self.lift(&canonical)
    }

    /// Whether both units are known and differ.
    pub(super) fn differ(one: Option<&Key>, other: Option<&Key>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }

    /// Returns the outermost party that contains a party. If parties contain each other in a loop, it is the first of
    /// them in key order.
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
        self.ledger
            .traits(party)
            .is_known_party()
            .then(|| self.latest_party(party, Relation::In, ArrowSide::Out))
            .flatten()
    }

    fn latest_party(&self, thing: &Key, relation: Relation, side: ArrowSide) -> Option<Key> {
        self.latest(thing, relation, side).map(|(party, _)| party)
    }

    /// Returns the party that was named last, and whether only imported files name it.
    fn latest(&self, thing: &Key, relation: Relation, side: ArrowSide) -> Option<(Key, bool)> {
        let parties = self.ledger.beside(thing, relation, side).into_iter();
        let standing = parties.filter(|party| self.ledger.traits(party).is_known_party()).filter_map(|party| {
            let (from, to) = side.ends(thing, party);
            let standing = ArrowPositions::of(self.ledger, relation, &self.ledger.words(from, to, relation));
            standing.is_drawn().then(|| (standing.latest(), party, standing.is_listed_only()))
        });
        standing.max().map(|(_, party, listed)| (party.clone(), listed))
    }
}
