use std::collections::BTreeMap;

use crate::graph::{Graph, Key, Link};

/// The arrows into and out of each thing, whatever they say.
pub(super) struct Around<'a> {
    into: BTreeMap<&'a Key, Vec<Link<'a>>>,
    out: BTreeMap<&'a Key, Vec<Link<'a>>>,
}

impl<'a> Around<'a> {
    pub(super) fn of(graph: &'a Graph) -> Self {
        let mut around = Self { into: BTreeMap::new(), out: BTreeMap::new() };
        for link in graph.links() {
            around.into.entry(&link.to.key).or_default().push(link);
            around.out.entry(&link.from.key).or_default().push(link);
        }
        around
    }

    /// What leads into a thing.
    pub(super) fn leading_to(&self, key: &Key) -> &[Link<'a>] {
        self.into.get(key).map_or(&[], Vec::as_slice)
    }

    /// What leads out of a thing.
    pub(super) fn leading_from(&self, key: &Key) -> &[Link<'a>] {
        self.out.get(key).map_or(&[], Vec::as_slice)
    }
}
