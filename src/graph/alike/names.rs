use std::collections::BTreeMap;

use super::compounds;
use super::form::NameForm;
use super::likeness::{Likeness, Signs};
use super::tongues::Tongues;
use crate::graph::{Key, Ledger};

/// A pair of canonical names, by their indices in key order.
pub(super) type Pair = (usize, usize);

/// Every canonical name with its parts, in key order.
pub(super) struct NameList<'a> {
    pub(super) keys: Vec<&'a Key>,
    pub(super) labels: Vec<&'a str>,
    pub(super) forms: Vec<NameForm>,
}

impl<'a> NameList<'a> {
    pub(super) fn of(ledger: &'a Ledger) -> Self {
        let (keys, names): (Vec<&Key>, Vec<_>) = ledger.canonical_names().unzip();
        let tongues = Tongues::of(ledger, &keys);
        let form = |(key, name): (&&'a Key, _)| NameForm::of(label(key, name), tongues.of_name(key, name));
        let mut forms: Vec<NameForm> = keys.iter().zip(names.iter().copied()).map(form).collect();
        compounds::part(&mut forms);
        let labels = keys.iter().zip(names).map(|(key, name)| label(key, name)).collect();
        Self { keys, labels, forms }
    }

    pub(super) fn texts(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.keys.iter().enumerate().map(|(at, key)| (at, key.as_str()))
    }

    pub(super) fn indexed_forms(&self) -> impl Iterator<Item = (usize, &NameForm)> {
        self.forms.iter().enumerate()
    }
}

/// What a name is compared by: its label, unless it was renamed to something else.
fn label<'a>(key: &'a Key, name: &'a super::super::name_record::NameRecord) -> &'a str {
    if Key::of(name.label()).as_ref() == Some(key) { name.label() } else { key.as_str() }
}

/// The pairs that were found, with what speaks for each.
#[derive(Default)]
pub(super) struct FoundPairs(BTreeMap<Pair, Signs>);

impl FoundPairs {
    pub(super) fn note(&mut self, (a, b): Pair, why: Likeness, score: u16) {
        if a != b {
            self.0.entry((a.min(b), a.max(b))).or_default().note(why, score);
        }
    }

    pub(super) fn into_pairs(self) -> impl Iterator<Item = (Pair, Signs)> {
        self.0.into_iter()
    }
}
