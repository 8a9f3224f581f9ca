use super::chance::SeededChance;
use super::hiding::Hiding;
use super::outline::Outline;
use super::regression::{OutcomeKind, Regression};
use super::side_features::{SIDE_FEATURES, SIDE_FIRMNESS, SIDE_GUESS, side_features};
use super::sums::add;
use super::wiring::{GapSide, Wiring};

/// With fewer arrows than this the busiest thing comes first.
pub(super) const ARROWS_TO_LEARN: usize = 12;
/// How often arrows are hidden, at least and at most.
const TURNS: (usize, usize) = (5, 20);
/// Arrows are hidden as often as this many things and arrows allow.
const WORK: usize = 40_000;
/// Above this many things and arrows nothing is fitted.
const TOO_MUCH: usize = 60_000;
/// How many rows of full variance the guess that the busiest come first is worth, for each turn: enough that a map that
/// tells little leaves it so, and little enough that one in which quiet things hold the gaps turns it round.
const RIDGE: f64 = 10.0;

/// Returns how many arrows are expected to be missing on a side of each thing; only the order and the proportions count.
pub(super) fn side_rates(outline: &Outline, chance: SeededChance) -> [Vec<f64>; 2] {
    let wiring = outline.wiring();
    let size = wiring.things() + wiring.arrows().len();
    if wiring.arrows().len() < ARROWS_TO_LEARN || size > TOO_MUCH {
        return GapSide::BOTH.map(|side| (0..wiring.things()).map(|thing| busiest(wiring, thing, side)).collect());
    }
    let turns = (WORK / size).clamp(TURNS.0, TURNS.1);
    let mut rows: [Vec<SideRow>; 2] = [Vec::new(), Vec::new()];
    for turn in 0..turns {
        let hiding = Hiding::of(wiring, chance, turn as u64);
        for (side, rows) in GapSide::BOTH.into_iter().zip(&mut rows) {
            let lost = lost(&hiding, side);
            rows.extend(side_features(outline, &hiding.left, side).into_iter().zip(lost));
        }
    }
    let mut sides = GapSide::BOTH.into_iter().zip(rows);
    std::array::from_fn(|_| sides.next().map(|(side, rows)| fitted(outline, side, &rows, turns)).unwrap_or_default())
}

type SideRow = ([f64; SIDE_FEATURES], f64);

fn fitted(outline: &Outline, side: GapSide, rows: &[SideRow], turns: usize) -> Vec<f64> {
    let ridge = SIDE_FIRMNESS.map(|firmness| firmness * RIDGE * turns as f64);
    let model = Regression::fit(OutcomeKind::Counts, rows, &SIDE_GUESS, &ridge);
    let features = side_features(outline, outline.wiring(), side);
    features.iter().map(|row| model.sum(row).clamp(-20.0, 20.0).exp()).collect()
}

/// Returns how many arrows each thing lost on a side.
fn lost(hiding: &Hiding, side: GapSide) -> Vec<f64> {
    let mut lost = vec![0.0; hiding.left.things()];
    for (from, to) in &hiding.hidden {
        let end = if side == GapSide::Out { from } else { to };
        add(&mut lost, *end, 1.0);
    }
    lost
}

/// The busiest first: by the arrows on this side, then by all of them.
fn busiest(wiring: &Wiring, thing: usize, side: GapSide) -> f64 {
    1.0 + wiring.count(thing, side) as f64 + wiring.busyness(thing) as f64 / 100.0
}
