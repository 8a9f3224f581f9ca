//! One name that several organisations own: `Triage (Claims)`, `Triage (Sales)`, and plain `Triage`.

use std::collections::BTreeMap;

use super::names::{Likeness, NameList, Pair};
use crate::graph::{Key, Ledger};

/// Pairs each name that ends in brackets with the first of its namesakes in key order, or with the name without brackets.
/// Only names of imported files are paired so: what people type in brackets tells two things apart.
pub(super) fn pairs(ledger: &Ledger, names: &NameList<'_>, note: &mut impl FnMut(Pair, Likeness)) {
    if ledger.imports.is_empty() {
        return;
    }
    let mut groups: BTreeMap<Key, Vec<(bool, usize)>> = BTreeMap::new();
    for (at, key) in names.keys.iter().enumerate() {
        let Some(name) = ledger.names.get(*key) else { continue };
        let listed = || name.heard_in().any(|session| ledger.is_import(session));
        let bare = without_brackets(name.label()).filter(|_| listed());
        let Some(bare) = bare.and_then(Key::of) else { continue };
        groups.entry(bare).or_default().push((true, at));
    }
    for (bare, group) in &mut groups {
        group.extend(names.keys.binary_search(&bare).ok().map(|at| (false, at)));
        group.sort_unstable();
        if let Some(((_, first), others)) = group.split_first() {
            for (_, other) in others {
                note((*first, *other), Likeness::Namesake);
            }
        }
    }
}

/// Returns a label without the brackets that it ends in; `None` if it ends in none, or consists of them.
fn without_brackets(label: &str) -> Option<&str> {
    let (name, _) = label.strip_suffix(')')?.rsplit_once(" (")?;
    Some(name.trim()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_at_the_end_is_left_out() {
        for (label, name) in [
            ("Triage (Claims)", Some("Triage")),
            ("Triage (North) (Claims)", Some("Triage (North)")),
            ("Triage", None),
            ("(Claims)", None),
            ("Triage(Claims)", None),
        ] {
            assert_eq!(without_brackets(label), name, "{label}");
        }
    }
}
