use std::collections::BTreeSet;

use crate::record::Relation;

use super::adjacency::ArrowSide;
use super::{Key, Ledger};

/// A name that several organisations own by imported files: one thing to the program, whatever was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeveralOwners {
    /// The label of the name.
    pub label: String,
    /// The labels of the owners, in key order.
    pub owners: Vec<String>,
}

impl Ledger {
    /// Returns the names that several organisations own by imported files, those with the most owners first.
    ///
    /// An owner that holds another owner of the name, as a department its office, is no owner of its own. A name is left
    /// out once somebody says who owns it.
    pub fn owned_by_several(&self) -> Vec<SeveralOwners> {
        if self.imports.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<SeveralOwners> = self
            .canonical_names()
            .filter_map(|(key, name)| {
                let owners = self.listed_owners(key)?;
                let label = |owner: &&Key| self.names.get(*owner).map_or("", |name| name.label()).to_owned();
                let owners: Vec<String> = owners.iter().map(label).collect();
                (owners.len() > 1).then(|| SeveralOwners { label: name.label().to_owned(), owners })
            })
            .collect();
        found.sort_by_key(|name| std::cmp::Reverse(name.owners.len()));
        found
    }

    /// Returns the owners of a thing that imported files still state, without those that hold another; `None` if
    /// somebody said who owns it.
    fn listed_owners(&self, thing: &Key) -> Option<BTreeSet<&Key>> {
        let mut owners = BTreeSet::new();
        for owner in self.beside(thing, Relation::Owns, ArrowSide::Into) {
            let stated = self.words(owner, thing, Relation::Owns);
            if stated.iter().any(|(_, statement)| !statement.is_imported()) {
                return None;
            }
            let gone = self.notes_of_gone_arrow(owner, thing, Relation::Owns);
            if stated.iter().any(|(moment, _)| !gone.iter().any(|(since, note)| note.ends(since, moment))) {
                owners.insert(owner);
            }
        }
        let holders: BTreeSet<&Key> = owners.iter().flat_map(|owner| self.holders(owner)).collect();
        owners.retain(|owner| !holders.contains(owner));
        Some(owners)
    }

    /// Returns what a party is part of, directly or through others.
    fn holders<'a>(&'a self, party: &'a Key) -> BTreeSet<&'a Key> {
        let mut holders = BTreeSet::new();
        let mut next = vec![party];
        while let Some(party) = next.pop() {
            for holder in self.beside(party, Relation::In, ArrowSide::Out) {
                if holders.insert(holder) {
                    next.push(holder);
                }
            }
        }
        holders
    }
}
