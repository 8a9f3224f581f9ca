use super::chance::SeededChance;
use super::cross_validation::{FitRow, best_ridge};
use super::hiding::Hiding;
use super::outline::Outline;
use super::regression::{OutcomeKind, Regression};
use super::side_features::{SIDE_COLUMNS, columns, firmness, guesses, side_features};
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
/// How many rows of full variance the guess that the busiest come first may be worth, for each turn. The map itself
/// chooses: one that tells little leaves the guess as it is, and one in which quiet things hold the gaps turns it round.
const RIDGES: [f64; 6] = [3.0, 10.0, 30.0, 100.0, 300.0, 1000.0];
/// What it is worth where the map is large: it tells enough, and to choose would take long.
const RIDGE: f64 = 10.0;
/// Above this many things and arrows nothing is chosen.
const TOO_MUCH_TO_CHOOSE: usize = 1_000;
/// The first turns are enough to choose by.
const TURNS_TO_CHOOSE: usize = 5;

/// Returns how many arrows are expected to be missing on a side of each thing; only the order and the proportions count.
///
/// Both sides are fitted as one: what tells a missing effect mostly tells a missing cause at the other end, and a map holds
/// few arrows to learn from. How far the two differ is learned beside it: where each thing has a few causes and some have
/// many effects, as in models of equations, one answer for both sides would be wrong for either.
pub(super) fn side_rates(outline: &Outline, chance: SeededChance) -> [Vec<f64>; 2] {
    let wiring = outline.wiring();
    let size = wiring.things() + wiring.arrows().len();
    if wiring.arrows().len() < ARROWS_TO_LEARN || size > TOO_MUCH {
        return GapSide::BOTH.map(|side| (0..wiring.things()).map(|thing| busiest(wiring, thing, side)).collect());
    }
    let turns = (WORK / size).clamp(TURNS.0, TURNS.1);
    let mut rows = Vec::new();
    for turn in 0..turns {
        let hiding = Hiding::of(wiring, chance, turn as u64);
        for side in GapSide::BOTH {
            let lost = lost(&hiding, side);
            let features = side_features(outline, &hiding.left, side);
            rows.extend(features.iter().map(|features| columns(features, side)).zip(lost));
        }
    }
    let fit = |rows: &[FitRow<SIDE_COLUMNS>], strength: f64| {
        // Every turn adds a row for each side of each thing.
        let turns = rows.len() as f64 / (2.0 * wiring.things() as f64);
        let ridge = firmness().map(|firmness| firmness * strength * turns);
        Regression::fit(OutcomeKind::Counts, rows, &guesses(), &ridge)
    };
    let model = fit(&rows, ridge(&rows, size, wiring.things(), fit));
    GapSide::BOTH.map(|side| {
        let features = side_features(outline, wiring, side);
        features.iter().map(|row| model.sum(&columns(row, side)).clamp(-20.0, 20.0).exp()).collect()
    })
}

/// Returns the strength of the ridge that the map itself chooses, if it is small.
fn ridge(
    rows: &[FitRow<SIDE_COLUMNS>],
    size: usize,
    things: usize,
    fit: impl Fn(&[FitRow<SIDE_COLUMNS>], f64) -> Regression<SIDE_COLUMNS>,
) -> f64 {
    if size > TOO_MUCH_TO_CHOOSE {
        return RIDGE;
    }
    let first = rows.get(..2 * things * TURNS_TO_CHOOSE).unwrap_or(rows);
    best_ridge(first, things, &RIDGES, fit).unwrap_or(RIDGE)
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
