use std::collections::BTreeMap;

use super::ComparedSide;
use crate::graph::{Graph, Key};

/// Translates keys between the two sides: names may have been merged or told apart between the two moments.
pub(super) struct NamesAcross {
    before: BTreeMap<Key, Key>,
    after: BTreeMap<Key, Key>,
}

impl NamesAcross {
    pub(super) fn of(before: &ComparedSide, after: &ComparedSide) -> Self {
        let mut known = aliases(&before.graph);
        let later = aliases(&after.graph);
        for thing in before.graph.things() {
            // A thing whose new name nobody used before is the same thing as before.
            let renamed = later.get(&thing.key).filter(|new| before.graph.thing(new).is_none());
            if let Some(new) = renamed {
                known.entry(new.clone()).or_insert_with(|| thing.key.clone());
            }
        }
        Self { before: known, after: later }
    }

    /// Returns the key on the earlier side for a key of the later side.
    pub(super) fn before<'a>(&'a self, key: &'a Key) -> &'a Key {
        self.before.get(key).unwrap_or(key)
    }

    /// Returns the key on the later side for a key of the earlier side.
    pub(super) fn after<'a>(&'a self, key: &'a Key) -> &'a Key {
        self.after.get(key).unwrap_or(key)
    }
}

fn aliases(graph: &Graph) -> BTreeMap<Key, Key> {
    let named = graph.things().flat_map(|thing| {
        let aliases = thing.aliases.iter().filter_map(|alias| Key::of(alias));
        aliases.map(|alias| (alias, thing.key.clone()))
    });
    named.filter(|(alias, _)| graph.thing(alias).is_none()).collect()
}
