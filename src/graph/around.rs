use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Kind, Sign};

use super::adjacency::ArrowSide;
use super::unit::UnitLookup;
use super::{Arrow, Key, Ledger};

/// The neighbourhood of one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Neighbourhood {
    /// The arrows of the paths that lead to the thing, nearest first.
    pub into: Vec<Neighbour>,
    /// The arrows of the paths that start at the thing, nearest first.
    pub out: Vec<Neighbour>,
}

/// One arrow on a path to or from the central thing, with the thing at its far end.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// The label of the thing at the far end.
    pub label: String,
    /// The kind of the thing at the far end.
    pub kind: Kind,
    /// The number of arrows between the thing at the far end and the central thing, from 1.
    pub depth: usize,
    /// The label of the thing at the near end; `None` if that is the central thing.
    pub via: Option<String>,
    /// The sign of the whole path: what more at its start does to its end. Unknown if an arrow on it has no known
    /// effect.
    pub path: Sign,
    /// The arrow itself.
    pub arrow: Arrow,
}

/// The things from which the search goes on, each with the signs of the paths to it.
type Frontier = BTreeMap<Key, BTreeSet<Sign>>;

/// One arrow at a thing, with the thing at its other end.
pub(super) struct NearArrow {
    pub(super) key: Key,
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) arrow: Arrow,
}

impl Ledger {
    /// Returns the neighbourhood of a thing, up to `depth` arrows away; empty for an unknown label.
    ///
    /// The search visits only things within `depth`, so that it is as quick in a large ledger as in a small one. It
    /// goes on from each thing once, at the smallest distance.
    pub fn around(&self, label: &str, depth: usize) -> Neighbourhood {
        let Some(start) = self.key_of(label) else { return Neighbourhood::default() };
        let mut units = UnitLookup::new(self);
        let mut look = |side| looked(start, depth, |near| self.arrows_beside(&mut units, near, side));
        Neighbourhood { into: look(ArrowSide::Into), out: look(ArrowSide::Out) }
    }

    /// Returns the drawn arrows on one side of a thing, in the order of the things at their far ends.
    fn arrows_beside(&self, units: &mut UnitLookup<'_>, near: &Key, side: ArrowSide) -> Vec<NearArrow> {
        self.sorted_beside(near, side)
            .into_iter()
            .map(|(far, relation)| (far, Arrow::weigh(units, self, side.ends(near, far), relation, None)))
            .filter(|(_, arrow)| arrow.is_drawn())
            .map(|(far, arrow)| NearArrow {
                key: far.clone(),
                label: self.names.get(far).map_or("", |name| name.label()).to_owned(),
                kind: self.traits(far).kind,
                arrow,
            })
            .collect()
    }
}

/// Collects the arrows met in a breadth-first search from `start`, nearest first.
pub(super) fn looked(start: &Key, depth: usize, mut beside: impl FnMut(&Key) -> Vec<NearArrow>) -> Vec<Neighbour> {
    let mut found = Vec::new();
    let mut seen = BTreeMap::from([(start.clone(), String::new())]);
    let mut frontier = Frontier::from([(start.clone(), BTreeSet::from([Sign::Plus]))]);
    for depth in 1..=depth {
        let mut next = Frontier::new();
        let mut met = BTreeMap::new();
        for (near, effects) in &frontier {
            for NearArrow { key, label, kind, arrow } in beside(near) {
                let path = agreed(effects).then(arrow.effect());
                if !seen.contains_key(&key) {
                    next.entry(key.clone()).or_default().insert(path);
                    met.insert(key, label.clone());
                }
                let via = (near != start).then(|| seen.get(near).cloned().unwrap_or_default());
                found.push(Neighbour { label, kind, depth, via, path, arrow });
            }
        }
        if next.is_empty() {
            break;
        }
        seen.extend(met);
        frontier = next;
    }
    found
}

/// Returns the sign that all paths with a known sign have in common; unknown if there is none.
fn agreed(effects: &BTreeSet<Sign>) -> Sign {
    match (effects.contains(&Sign::Plus), effects.contains(&Sign::Minus)) {
        (true, false) => Sign::Plus,
        (false, true) => Sign::Minus,
        _ => Sign::Unknown,
    }
}
