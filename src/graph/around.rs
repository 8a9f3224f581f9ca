use std::collections::{BTreeMap, BTreeSet};

use crate::record::{Kind, Sign};

use super::adjacency::Side;
use super::unit::Units;
use super::{Arrow, Key, Ledger};

/// What is adjacent to one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Around {
    /// What leads into it, nearest first.
    pub into: Vec<Neighbour>,
    /// What it leads to, nearest first.
    pub out: Vec<Neighbour>,
}

/// One arrow on the way from (or to) the thing looked around from, and the thing at its far end.
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

impl Ledger {
    /// What leads into a thing and what it leads to, up to `depth` arrows away; nothing for an unknown label.
    ///
    /// Looks only at what is near, so that it is as quick in a large record as in a small one. Each thing is looked
    /// on from once, where it is nearest.
    pub fn around(&self, label: &str, depth: usize) -> Around {
        let Some(start) = self.key_of(label) else { return Around::default() };
        let mut units = Units::new(self);
        Around {
            into: self.look(&mut units, start, Side::Into, depth),
            out: self.look(&mut units, start, Side::Out, depth),
        }
    }

    fn look(&self, units: &mut Units<'_>, start: &Key, side: Side, depth: usize) -> Vec<Neighbour> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::from([start.clone()]);
        let mut frontier = Frontier::from([(start.clone(), BTreeSet::from([Sign::Plus]))]);
        for depth in 1..=depth {
            let mut next = Frontier::new();
            for (near, effects) in &frontier {
                for (far, arrow) in self.arrows_beside(units, near, side) {
                    let path = along(agreed(effects), arrow.effect());
                    if !seen.contains(far) {
                        next.entry(far.clone()).or_default().insert(path);
                    }
                    let via = (near != start).then(|| self.label(near).to_owned());
                    let kind = self.traits(far).kind;
                    found.push(Neighbour { label: self.label(far).to_owned(), kind, depth, via, path, arrow });
                }
            }
            if next.is_empty() {
                break;
            }
            seen.extend(next.keys().cloned());
            frontier = next;
        }
        found
    }

    /// The drawn arrows on one side of a thing, in the order of their far ends.
    fn arrows_beside(&self, units: &mut Units<'_>, near: &Key, side: Side) -> Vec<(&Key, Arrow)> {
        self.sorted_beside(near, side)
            .into_iter()
            .map(|(far, relation)| (far, Arrow::weigh(units, self, side.ends(near, far), relation, None)))
            .filter(|(_, arrow)| arrow.is_drawn())
            .collect()
    }

    fn label(&self, key: &Key) -> &str {
        self.names.get(key).map_or("", |name| name.label())
    }
}

/// The effect that the paths with a known one have in common.
fn agreed(effects: &BTreeSet<Sign>) -> Sign {
    match (effects.contains(&Sign::Plus), effects.contains(&Sign::Minus)) {
        (true, false) => Sign::Plus,
        (false, true) => Sign::Minus,
        _ => Sign::Unknown,
    }
}

/// The effect of one arrow after another.
const fn along(first: Sign, second: Sign) -> Sign {
    match (first, second) {
        (Sign::Plus, sign) => sign,
        (Sign::Minus, Sign::Plus) => Sign::Minus,
        (Sign::Minus, Sign::Minus) => Sign::Plus,
        _ => Sign::Unknown,
    }
}
