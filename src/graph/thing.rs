use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::record::{Kind, SessionId, Slot, Status, Want};

use super::name_record::{NameRecord, Observation};
use super::traits::Traits;
use super::unit::UnitLookup;
use super::{Key, Ledger, Moment};

/// Anything a line names, under its canonical name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// Its identity.
    pub key: Key,
    /// Its label: the first spelling of its name.
    pub label: String,
    /// Every other way it was typed, names that were merged into it included, in the order of their first mention.
    pub aliases: Vec<String>,
    /// What sort of thing it is.
    pub kind: Kind,
    /// How far along it is.
    pub status: Option<Status>,
    /// Which way is good.
    pub want: Option<Want>,
    /// There is not enough of it.
    pub scarce: bool,
    /// It is not part of the organisation.
    pub outside: bool,
    /// When it begins, or began.
    pub started: Option<Date>,
    /// The party that answers for it: its owner lifted to the outermost party.
    pub unit: Option<Key>,
    /// Which ways it was seen to move, in time order.
    pub observations: Vec<Observation>,
    /// The rules of its charter as last agreed.
    pub rules: BTreeMap<Slot, String>,
    /// A commitment with a person and a date names it.
    pub promised: bool,
    /// The sessions in which something was said of it, by their ids in order.
    pub heard_in: Vec<SessionId>,
    /// When it was last decided about, in milliseconds since 1970.
    pub decided: Option<i64>,
}

impl Thing {
    /// The thing with this canonical name.
    pub(super) fn of(units: &mut UnitLookup<'_>, ledger: &Ledger, key: &Key) -> Self {
        let names: Vec<&NameRecord> =
            ledger.aliases().all(key).filter_map(|name| ledger.names.get(name)).map(Arc::as_ref).collect();
        let Traits { kind, status, want, scarce, outside, started } = ledger.traits(key);
        let label = names.first().map_or("", |name| name.label());
        Self {
            key: key.clone(),
            label: label.to_owned(),
            aliases: aliases(&names, label),
            kind,
            status,
            want,
            scarce,
            outside,
            started,
            unit: units.of(key),
            observations: in_time_order(names.iter().flat_map(|name| name.observed.iter())).cloned().collect(),
            rules: in_time_order(names.iter().flat_map(|name| name.ruled.iter())).cloned().collect(),
            promised: ledger.is_promised(key),
            heard_in: ledger.heard_in(label).into_iter().cloned().collect(),
            decided: ledger.aliases().all(key).filter_map(|name| ledger.decided.get(name)).copied().max(),
        }
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
