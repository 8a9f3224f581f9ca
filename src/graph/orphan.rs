use crate::record::Relation;

use super::{Graph, Thing};

impl Graph {
    /// Whether no arrow joins a thing to another. An arrow that only says who answers for it does not count; of a party that
    /// answers for something, it does.
    pub fn is_orphan(&self, thing: &Thing) -> bool {
        self.links_at(&thing.key).all(|link| link.arrow.relation == Relation::Owns && link.from.key != thing.key)
    }

    /// Returns the things that no arrow joins to another, in key order.
    pub fn orphans(&self) -> impl Iterator<Item = &Thing> {
        self.things().filter(|thing| self.is_orphan(thing))
    }
}
