use std::collections::BTreeMap;

/// The strongest instance for each key; of equals the first.
pub(super) struct Strongest<K, T> {
    known: BTreeMap<K, (f64, T)>,
}

impl<K: Ord, T> Strongest<K, T> {
    pub(super) const fn new() -> Self {
        Self { known: BTreeMap::new() }
    }

    /// Takes an instance if none so strong is known for the key.
    pub(super) fn offer(&mut self, key: K, severity: f64, instance: T) {
        if self.known.get(&key).is_none_or(|(known, _)| severity > *known) {
            self.known.insert(key, (severity, instance));
        }
    }

    pub(super) fn has(&self, key: &K) -> bool {
        self.known.contains_key(key)
    }

    /// Every key with its strongest instance and what that weighs, in key order.
    pub(super) fn into_iter(self) -> impl Iterator<Item = (K, f64, T)> {
        self.known.into_iter().map(|(key, (severity, instance))| (key, severity, instance))
    }
}
