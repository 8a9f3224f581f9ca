use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::record::english::{Agreement, names_people};
use crate::record::{Kind, SessionId, Slot, Status, Want};

use super::name_record::{NameRecord, Observation};
use super::traits::Traits;
use super::unit::UnitLookup;
use super::watch::Watch;
use super::{Description, Gone, Key, Ledger, Moment};

/// A thing on the map: whatever a line names, under its canonical name.
#[expect(clippy::struct_excessive_bools, reason = "each says something else of the thing, in any combination")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its canonical name as a key.
    pub key: Key,
    /// Its label: the first spelling of its name.
    pub label: String,
    /// Every other spelling, including those of names merged into it, in the order of first mention.
    pub aliases: Vec<String>,
    /// Its kind.
    pub kind: Kind,
    /// Its status, such as a pilot or fading; `None` if nobody said.
    pub status: Option<Status>,
    /// Whether only imported files state the status.
    pub status_listed: bool,
    /// Whether more or less of it is wanted, as far as anybody said.
    pub want: Option<Want>,
    /// Whether there is not enough of it.
    pub scarce: bool,
    /// Whether it is not part of the organisation.
    pub outside: bool,
    /// The day it begins, or began.
    pub started: Option<Date>,
    /// The unit that answers for it: its owner's outermost party. A party has one if it was typed or confirmed to be one.
    pub unit: Option<Key>,
    /// The party that answers for it: the one that owns it, and not the unit that this party is part of.
    pub owner: Option<Key>,
    /// Whether only imported files state who owns it.
    pub owner_listed: bool,
    /// The reports of how it moved, in time order.
    pub observations: Vec<Observation>,
    /// The rules of its charter, each as last agreed.
    pub rules: BTreeMap<Slot, String>,
    /// Whether a promise that names a person and a day is about it.
    pub promised: bool,
    /// The sessions in which it was mentioned, by their ids in order.
    pub heard_in: Vec<SessionId>,
    /// What is watched about it, with what was seen since; `None` when nobody said that it is watched.
    pub watch: Option<Watch>,
    /// When it was last decided about, in milliseconds since 1970.
    pub decided: Option<i64>,
    /// What imported files say about it.
    pub described: Vec<Description>,
    /// Whether only imported files name it: nobody has said anything about it or an arrow of it.
    pub imported: bool,
    /// Since when no imported file lists it any more, until one lists it again or somebody says something about it.
    pub gone: Option<Gone>,
}

impl Thing {
    /// Builds the thing with this canonical name.
    pub(super) fn of(units: &mut UnitLookup<'_>, ledger: &Ledger, key: &Key) -> Self {
        let names: Vec<&NameRecord> =
            ledger.aliases().all(key).filter_map(|name| ledger.names.get(name)).map(Arc::as_ref).collect();
        let Traits { kind, status, status_listed, want, scarce, outside, started, .. } = ledger.traits(key);
        let owner = (kind != Kind::Party).then(|| units.owner(key)).flatten();
        let label = names.first().map_or("", |name| name.label());
        let heard_in: Vec<SessionId> = ledger.heard_in(label).into_iter().cloned().collect();
        let imported = !heard_in.is_empty() && heard_in.iter().all(|session| ledger.is_import(session));
        Self {
            key: key.clone(),
            label: label.to_owned(),
            aliases: aliases(&names, label),
            kind,
            status,
            status_listed,
            want,
            scarce,
            outside,
            started,
            unit: units.of(key),
            owner_listed: owner.as_ref().is_some_and(|(_, listed)| *listed),
            owner: owner.map(|(owner, _)| owner),
            observations: in_time_order(names.iter().flat_map(|name| name.observed.iter())).cloned().collect(),
            rules: in_time_order(names.iter().flat_map(|name| name.ruled.iter())).cloned().collect(),
            promised: ledger.is_promised(key),
            watch: ledger.watch(key, want),
            heard_in,
            decided: ledger.aliases().all(key).filter_map(|name| ledger.decided.get(name)).copied().max(),
            described: ledger.described(key),
            imported,
            gone: ledger.gone_thing(key),
        }
    }

    /// Returns the party to name as the one that answers for it: its owner; of a party, and of what is only covered, the
    /// unit. `None` if nobody else does.
    pub fn answers(&self) -> Option<&Key> {
        self.owner.as_ref().or(self.unit.as_ref()).filter(|party| **party != self.key)
    }

    /// Returns its unit, unless only imported files state who owns it.
    pub fn said_unit(&self) -> Option<&Key> {
        self.unit.as_ref().filter(|_| !self.owner_listed)
    }

    /// Returns the number with which verbs agree when the thing is their subject.
    pub fn agreement(&self) -> Agreement {
        Agreement::of(&self.label, self.kind)
    }

    /// Whether its kind fits its name as far as anybody can tell: a party was typed or confirmed to be one, and a factor
    /// is no group of people, such as "ED docs" at the end of an effect. Others are asked about nothing until somebody
    /// says what they are.
    pub fn is_read_surely(&self) -> bool {
        match self.kind {
            Kind::Party => self.unit.is_some(),
            Kind::Factor => !names_people(&self.label),
            _ => true,
        }
    }

    /// Returns its label with a verb in the form that agrees: "Claims handlers need". `verb` is the form for one.
    pub fn with(&self, verb: &str) -> String {
        self.agreement().with(&self.label, verb)
    }
}

fn aliases(names: &[&NameRecord], label: &str) -> Vec<String> {
    let mut spellings: Vec<(&str, &Moment)> = names.iter().flat_map(|name| name.spellings()).collect();
    spellings.sort_by_key(|(_, moment)| *moment);
    spellings.into_iter().filter(|(spelling, _)| *spelling != label).map(|(spelling, _)| spelling.to_owned()).collect()
}

fn in_time_order<'a, T: 'a>(said: impl Iterator<Item = &'a (Moment, T)>) -> impl Iterator<Item = &'a T> {
    let mut said: Vec<_> = said.collect();
    said.sort_by_key(|(moment, _)| moment);
    said.into_iter().map(|(_, said)| said)
}
