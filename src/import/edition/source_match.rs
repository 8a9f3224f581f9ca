use std::collections::HashSet;

use super::known_part::KnownParts;
use crate::graph::Key;
use crate::import::ImportedMap;
use crate::record::{Fact, Session};

/// The minimum number of letters and digits of a key that is hardly found in another source.
const TELLING: usize = 6;

/// How much of a map an earlier import has too: whether both are editions of one source.
///
/// A source is known by what it holds: its keys, never its path. Keys such as `n1`, which every file of a format has, tell
/// nothing without the names under them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceMatch {
    /// The keys that both have.
    pub common: usize,
    /// The keys of the smaller of the two.
    smaller: usize,
    /// The keys that both have and that are hardly found in another source.
    telling: usize,
    /// The keys under which both have a thing of the same name.
    same_names: usize,
}

impl SourceMatch {
    /// Compares a map with the session of an import.
    pub fn of(session: &Session, map: &ImportedMap) -> Self {
        let known = KnownParts::of(session);
        let things = map.things.iter().map(|thing| thing.key.as_str());
        let keys: HashSet<&str> = things.chain(map.arrows.iter().map(|arrow| arrow.key.as_str())).collect();
        let common: Vec<&str> = keys.iter().copied().filter(|key| known.parts.contains_key(*key)).collect();
        let is_telling = |key: &&&str| key.chars().filter(|c| c.is_alphanumeric()).count() >= TELLING;
        let is_same = |key: &str, label: &str| {
            let facts = known.parts.get(key).map_or(&[][..], |part| part.facts.as_slice());
            facts
                .iter()
                .any(|fact| matches!(fact, Fact::Named { label: known, .. } if Key::of(known) == Key::of(label)))
        };
        let same_names = map.things.iter().filter(|thing| is_same(&thing.key, &thing.label)).count();
        let telling = common.iter().filter(is_telling).count();
        Self { common: common.len(), smaller: keys.len().min(known.parts.len()), telling, same_names }
    }

    /// Whether the map is an edition of the source of the session: at least half of the smaller set of keys is in both,
    /// and the keys or the names under them are those of this source.
    pub const fn is_one_source(&self) -> bool {
        let half = self.common > 0 && 2 * self.common >= self.smaller;
        half && (2 * self.telling >= self.common || 4 * self.same_names >= self.common)
    }
}
