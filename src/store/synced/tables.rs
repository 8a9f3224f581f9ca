//! Tells which tables of a gathering are not there.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::SyncFault;
use crate::record::Gathering;

/// The sessions of gatherings that are there, by the id of the gathering.
#[derive(Default)]
pub(super) struct GatheredTables(BTreeMap<String, PlacesHere>);

/// The sessions of one gathering that are there.
#[derive(Default)]
struct PlacesHere {
    title: String,
    tables: u16,
    /// The numbers of the tables; `None` for the plenary.
    here: BTreeSet<Option<u16>>,
}

impl GatheredTables {
    /// Notes the place of a session that is there.
    pub(super) fn note(&mut self, place: &Gathering) {
        let known = self.0.entry(place.id.clone()).or_default();
        known.title.clone_from(&place.title);
        known.tables = known.tables.max(place.tables.min(Gathering::MOST_TABLES));
        known.here.insert(place.table);
    }

    /// The gatherings of which a session is not there.
    pub(super) fn absent(self) -> impl Iterator<Item = SyncFault> {
        self.0.into_values().filter_map(|PlacesHere { title, tables, here }| {
            let places = (1..=tables).map(Some).chain([None]).filter(|place| !here.contains(place));
            let called =
                |place: Option<u16>| place.map_or_else(|| "plenary".to_owned(), |table| format!("table {table}"));
            let absent: Vec<String> = places.map(called).collect();
            (!absent.is_empty()).then_some(SyncFault::NoTables { gathering: title, absent })
        })
    }
}
