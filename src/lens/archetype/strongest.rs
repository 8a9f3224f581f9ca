use std::collections::BTreeMap;

use crate::lens::Field;
use crate::lens::limit_reason::LimitReason;
use crate::lens::thresholds::STORIES_LISTED;

/// Holds the strongest instance for each key; among equals the first.
pub(super) struct Strongest<K, T> {
    known: BTreeMap<K, (f64, T)>,
}

impl<K: Ord, T> Strongest<K, T> {
    pub(super) const fn new() -> Self {
        Self { known: BTreeMap::new() }
    }

    /// Stores an instance if it is stronger than the one known for the key.
    pub(super) fn offer(&mut self, key: K, severity: f64, instance: T) {
        self.offer_made(key, severity, || instance);
    }

    /// Makes and stores an instance if it is stronger than the one known for the key.
    pub(super) fn offer_made(&mut self, key: K, severity: f64, make: impl FnOnce() -> T) {
        if self.known.get(&key).is_none_or(|(known, _)| severity > *known) {
            self.known.insert(key, (severity, make()));
        }
    }

    pub(super) fn has(&self, key: &K) -> bool {
        self.known.contains_key(key)
    }

    /// Returns the keys with the largest severities, up to the maximum number, each with its severity and its instance;
    /// notes in the field how many are left out.
    pub(super) fn heaviest(self, field: &Field<'_>) -> impl Iterator<Item = (K, f64, T)> + use<K, T> {
        let known = self.known.into_iter().map(|(key, (severity, instance))| (key, severity, instance));
        let mut known: Vec<(K, f64, T)> = known.collect();
        known.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
        if known.len() > STORIES_LISTED {
            field.leave_out(LimitReason::MoreStories, known.len() - STORIES_LISTED);
        }
        known.truncate(STORIES_LISTED);
        known.into_iter()
    }
}
