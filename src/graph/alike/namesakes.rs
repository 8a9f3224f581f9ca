//! One name that several organisations own: `Triage (Claims)`, `Triage (Sales)`, and plain `Triage`.

use std::collections::BTreeMap;

use super::likeness::Likeness;
use super::names::{FoundPairs, NameList};
use super::tail::without_brackets;
use crate::graph::{Key, Ledger};

const NAMESAKE: u16 = 900;

/// Pairs each name that ends in brackets with the first of its namesakes in key order, or with the name without brackets.
/// Only names of imported files are paired so: what people type in brackets tells two things apart.
pub(super) fn pairs(ledger: &Ledger, names: &NameList<'_>, found: &mut FoundPairs) {
    if ledger.imports.is_empty() {
        return;
    }
    let mut groups: BTreeMap<Key, Vec<(bool, usize)>> = BTreeMap::new();
    for (at, key) in names.keys.iter().enumerate() {
        let Some(name) = ledger.names.get(*key) else { continue };
        let listed = || name.heard_in().any(|session| ledger.is_import(session));
        let bare = without_brackets(name.label()).map(|(bare, _)| bare).filter(|_| listed());
        let Some(bare) = bare.and_then(Key::of) else { continue };
        groups.entry(bare).or_default().push((true, at));
    }
    for (bare, group) in &mut groups {
        group.extend(names.keys.binary_search(&bare).ok().map(|at| (false, at)));
        group.sort_unstable();
        if let Some(((_, first), others)) = group.split_first() {
            for (_, other) in others {
                found.note((*first, *other), Likeness::Namesake, NAMESAKE);
            }
        }
    }
}
