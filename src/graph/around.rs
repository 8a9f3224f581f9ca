use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Kind, Sign};

use super::adjacency::ArrowSide;
use super::unit::UnitLookup;
use super::{Arrow, Key, Ledger};

/// What is adjacent to one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Neighbourhood {
    /// What leads into it, nearest first.
    pub into: Vec<Neighbour>,
    /// What it leads to, nearest first.
    pub out: Vec<Neighbour>,
}

/// One arrow on a path from (or to) the thing in the centre, and the thing at its far end.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// The label of the thing at the far end.
    pub label: String,
    /// What sort of thing that is.
    pub kind: Kind,
    /// How many arrows away it is, from 1.
    pub depth: usize,
    /// The label of the thing at the near end; none where that is the thing looked around from.
    pub via: Option<String>,
    /// What "more" at the start of the whole path does to its end; unknown when one arrow on it is no known cause.
    pub path: Sign,
    /// The arrow itself.
    pub arrow: Arrow,
}

/// The things to look on from, each with the effects of the paths that lead to it.
type Frontier = BTreeMap<Key, BTreeSet<Sign>>;

/// One arrow beside a thing, and what lies at its other end.
pub(super) struct NearArrow {
    pub(super) key: Key,
    pub(super) label: String,
    pub(super) kind: Kind,
    pub(super) arrow: Arrow,
}

impl Ledger {
    /// What leads into a thing and what it leads to, up to `depth` arrows away; nothing for an unknown label.
    ///
    /// Looks only at what is near, so that it is as quick in a large record as in a small one. Each thing is looked
    /// on from once, where it is nearest.
    pub fn around(&self, label: &str, depth: usize) -> Neighbourhood {
        let Some(start) = self.key_of(label) else { return Neighbourhood::default() };
        let mut units = UnitLookup::new(self);
        let mut look = |side| looked(start, depth, |near| self.arrows_beside(&mut units, near, side));
        Neighbourhood { into: look(ArrowSide::Into), out: look(ArrowSide::Out) }
    }

    /// The drawn arrows on one side of a thing, in the order of their far ends.
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

/// Every arrow met by looking on from thing to thing, nearest first.
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

/// The effect that the paths with a known one have in common.
fn agreed(effects: &BTreeSet<Sign>) -> Sign {
    match (effects.contains(&Sign::Plus), effects.contains(&Sign::Minus)) {
        (true, false) => Sign::Plus,
        (false, true) => Sign::Minus,
        _ => Sign::Unknown,
    }
}
