use std::collections::{BTreeMap, HashMap};

use super::chance::SeededChance;
use super::outline::Outline;
use super::pair_model::PairModel;
use super::side_rates::side_rates;
use super::wiring::GapSide;
use crate::graph::{Graph, Key};
use crate::lens::EFFECTS;

/// The share of the thing and side with the most expected gaps.
pub(in crate::ask) const WHOLE_SHARE: u64 = 1000;

/// Where arrows are likely to be missing on a map, learned from the map itself: arrows are hidden again and again, and
/// what told the things that lost some is looked for in the whole map. Below a dozen effects the busiest come first.
///
/// The same map gives the same model, in whatever order its sessions were read. It takes well under a second on 3,000
/// things; no key press may wait for it.
#[derive(Clone, Debug, Default)]
pub struct GapModel {
    outline: Outline,
    keys: Vec<Key>,
    places: HashMap<Key, usize>,
    /// For each side, the share of each thing, in thousandths of the largest.
    shares: [Vec<u64>; 2],
    pairs: PairModel,
}

impl GapModel {
    /// Learns from a map.
    pub fn of(graph: &Graph) -> Self {
        let keys: Vec<Key> = graph.things().map(|thing| thing.key.clone()).collect();
        let places: HashMap<Key, usize> = keys.iter().cloned().zip(0..).collect();
        let outline = outline(graph, &places);
        let chance = SeededChance::of(keys.iter().map(Key::as_str));
        let rates = side_rates(&outline, chance);
        let most = rates.iter().flatten().copied().fold(f64::MIN_POSITIVE, f64::max);
        let shares = rates.map(|rates| rates.into_iter().map(|rate| share_of(rate, most)).collect());
        let pairs = PairModel::of(&outline, chance);
        Self { outline, keys, places, shares, pairs }
    }

    /// Returns how many arrows are expected to be missing on a side of a thing, in thousandths of what is expected where
    /// most are; 0 for a thing that is not on the map.
    pub fn share(&self, thing: &Key, side: GapSide) -> u64 {
        let [out, into] = &self.shares;
        let shares = if side == GapSide::Out { out } else { into };
        self.places.get(thing).and_then(|place| shares.get(*place)).copied().unwrap_or_default()
    }

    /// Returns how many effects are known on a side of a thing.
    pub(in crate::ask) fn known(&self, thing: &Key, side: GapSide) -> usize {
        self.places.get(thing).map_or(0, |place| self.outline.wiring().count(*place, side))
    }

    /// Returns what a thing may change: the likeliest first; nothing that it is known to change, and not itself.
    pub(in crate::ask) fn ranked(&self, from: &Key) -> Vec<&Key> {
        let Some(place) = self.places.get(from) else { return Vec::new() };
        let ranked = self.pairs.ranked(&self.outline, *place);
        ranked.into_iter().filter_map(|to| self.keys.get(to)).collect()
    }

    /// Whether the map has enough effects to learn from.
    pub(in crate::ask) const fn has_learned(&self) -> bool {
        self.pairs.has_learned()
    }
}

/// Returns a rate in thousandths of the largest.
#[expect(clippy::cast_sign_loss, reason = "it lies between 0 and 1000")]
fn share_of(rate: f64, most: f64) -> u64 {
    let whole = WHOLE_SHARE as f64;
    (rate / most * whole).round().clamp(0.0, whole) as u64
}

fn outline(graph: &Graph, places: &HashMap<Key, usize>) -> Outline {
    let names: Vec<&str> = graph.things().map(|thing| thing.key.as_str()).collect();
    let (mut effects, mut others) = (Vec::new(), vec![0; names.len()]);
    for link in graph.links() {
        let (Some(from), Some(to)) = (places.get(&link.from.key), places.get(&link.to.key)) else { continue };
        if EFFECTS.contains(&link.arrow.relation) {
            effects.push((*from, *to));
        } else {
            for end in [from, to] {
                if let Some(count) = others.get_mut(*end) {
                    *count += 1;
                }
            }
        }
    }
    let mut numbers: BTreeMap<&Key, usize> = BTreeMap::new();
    let units = graph.things().map(|thing| {
        let next = numbers.len();
        thing.unit.as_ref().map(|unit| *numbers.entry(unit).or_insert(next))
    });
    let units = units.collect();
    let kinds = graph.things().map(|thing| Some(thing.kind as usize)).collect();
    Outline::of(&names, effects, (units, kinds), others)
}
