use super::chronology::Chronology;
use super::{Key, Ledger};

impl Ledger {
    /// Whether a promise with a person and a day names this thing, by itself or as an end of an arrow.
    pub(super) fn is_promised(&self, thing: &Key) -> bool {
        let names = self.aliases().all(thing).filter_map(|key| self.names.get(key));
        names.flat_map(|name| name.promises.iter()).any(|(_, promise)| promise.named && promise.dated)
    }

    /// Whether a named person promised to look after the arrow from one thing to another.
    pub(super) fn is_looked_after(&self, from: &Key, to: &Key) -> bool {
        let names = self.aliases().all(from).filter_map(|key| self.names.get(key));
        let about = |other: &Key| self.aliases().canonical(other) == to;
        names
            .flat_map(|name| Chronology::iter(&name.promises))
            .any(|(_, promise)| promise.named && promise.to.as_ref().is_some_and(about))
    }
}
