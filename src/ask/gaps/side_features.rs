//! What the number of arrows that are missing on one side of a thing is predicted from.

use super::outline::Outline;
use super::ranks::page_rank;
use super::wiring::{GapSide, Wiring};

/// The number of features, the constant included.
pub(super) const SIDE_FEATURES: usize = 16;

/// The first guess of the weight of each feature: the more arrows, the more are missing, which is the order of busiest
/// first.
const SIDE_GUESS: [f64; SIDE_FEATURES] =
    [0.0, 0.8, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

/// How firmly each guess is held against the others: what says more than the number of arrows has to say it clearly.
const SIDE_FIRMNESS: [f64; SIDE_FEATURES] =
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0];

/// How firmly it is held that both sides lack as many arrows. Together they do: every arrow has two ends.
const EVEN_FIRMNESS: f64 = 0.1;

/// The number of columns of the fit: each feature, and how far the two sides differ in it.
pub(super) const SIDE_COLUMNS: usize = 2 * SIDE_FEATURES;

/// Returns the columns of a thing for a side: its features, and the same once more with the sign of the side. The weight of
/// the latter is what a feature tells otherwise about causes than about effects.
pub(super) fn columns(features: &[f64; SIDE_FEATURES], side: GapSide) -> [f64; SIDE_COLUMNS] {
    let sign = if side == GapSide::Out { 1.0 } else { -1.0 };
    beside(features, &features.map(|feature| sign * feature))
}

/// Returns the first guess of each column.
pub(super) fn guesses() -> [f64; SIDE_COLUMNS] {
    beside(&SIDE_GUESS, &[0.0; SIDE_FEATURES])
}

/// Returns how firmly each guess is held: that a feature tells the same on both sides as firmly as what it tells.
pub(super) fn firmness() -> [f64; SIDE_COLUMNS] {
    let mut apart = SIDE_FIRMNESS;
    if let Some(constant) = apart.first_mut() {
        *constant = EVEN_FIRMNESS;
    }
    beside(&SIDE_FIRMNESS, &apart)
}

fn beside(features: &[f64; SIDE_FEATURES], apart: &[f64; SIDE_FEATURES]) -> [f64; SIDE_COLUMNS] {
    let mut columns = [0.0; SIDE_COLUMNS];
    columns.iter_mut().zip(features.iter().chain(apart)).for_each(|(column, value)| *column = *value);
    columns
}

/// Returns the features of every thing for arrows missing on a side, by what is left of the map. "Here" is this side,
/// "there" the other, so that what is learned about one side holds for the other. In order:
///
/// 1. 1, the constant;
/// 2. log (1 + arrows here): whoever leads to much may lead to more;
/// 3. log (1 + arrows there);
/// 4. no arrow here: 1 or 0;
/// 5. no arrow there: 1 or 0;
/// 6. no arrow at all: 1 or 0;
/// 7. log of PageRank where attention leaves a thing on this side: how much comes together there, over any number of
///    arrows;
/// 8. log of PageRank where attention leaves a thing on the other side: how much there begins;
/// 9. mean of log (1 + arrows) at the neighbours: how busy the surroundings are;
/// 10. mean of log (1 + arrows here) at the neighbours over there: those that lead where it leads;
/// 11. log (1 + things two arrows away);
/// 12. log (1 + mean arrows here) of things with like words, weighed by likeness;
/// 13. log (1 + mean arrows) of things with like words;
/// 14. log (1 + mean arrows here) of the other things of its unit;
/// 15. log (1 + mean arrows here) of the other things of its kind;
/// 16. log (1 + arrows that are no effects): needs, owners, aims.
pub(super) fn side_features(outline: &Outline, left: &Wiring, side: GapSide) -> Vec<[f64; SIDE_FEATURES]> {
    let (arriving, beginning) = (page_rank(left, side), page_rank(left, side.other()));
    let units = GroupMeans::of(outline.units(), left, side);
    let kinds = GroupMeans::of(outline.kinds(), left, side);
    let rank = |ranks: &[f64], thing: usize| ranks.get(thing).copied().unwrap_or(1.0).max(1e-6).ln();
    let row = |thing: usize| {
        let (here, there) = (left.count(thing, side), left.count(thing, side.other()));
        let flag = |so: bool| if so { 1.0 } else { 0.0 };
        let beside = || left.neighbours(thing);
        let like = |count: &dyn Fn(usize) -> usize| {
            let near = outline.alike().nearest(thing);
            let weight: f64 = near.iter().map(|(_, cosine)| cosine).sum();
            let sum: f64 = near.iter().map(|(other, cosine)| cosine * count(*other) as f64).sum();
            (sum / weight.max(1e-9)).ln_1p()
        };
        let of_those_there = left.ends(thing, side.other()).iter().map(|other| log(left.count(*other, side)));
        [
            1.0,
            log(here),
            log(there),
            flag(here == 0),
            flag(there == 0),
            flag(here + there == 0),
            rank(&arriving, thing),
            rank(&beginning, thing),
            mean(beside().map(|other| log(left.busyness(other)))),
            mean(of_those_there),
            log(two_away(left, thing)),
            like(&|other| left.count(other, side)),
            like(&|other| left.busyness(other)),
            units.without(thing, here),
            kinds.without(thing, here),
            log(outline.other_arrows(thing)),
        ]
    };
    (0..left.things()).map(row).collect()
}

fn log(count: usize) -> f64 {
    (count as f64).ln_1p()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

/// Returns the number of arrows that lead on from the neighbours of a thing, those to the thing itself left out.
fn two_away(left: &Wiring, thing: usize) -> usize {
    left.neighbours(thing).map(|other| left.busyness(other).saturating_sub(1)).sum()
}

/// The number of arrows on one side of the things of each group.
struct GroupMeans<'a> {
    groups: &'a [Option<usize>],
    sums: Vec<(usize, usize)>,
}

impl<'a> GroupMeans<'a> {
    fn of(groups: &'a [Option<usize>], left: &Wiring, side: GapSide) -> Self {
        let count = groups.iter().flatten().max().map_or(0, |last| last + 1);
        let mut sums = vec![(0, 0); count];
        for (thing, group) in groups.iter().enumerate() {
            if let Some((things, arrows)) = group.and_then(|group| sums.get_mut(group)) {
                *things += 1;
                *arrows += left.count(thing, side);
            }
        }
        Self { groups, sums }
    }

    /// Returns log (1 + the mean) of the group of a thing, without the thing itself; 0 without others.
    fn without(&self, thing: usize, own: usize) -> f64 {
        let group = self.groups.get(thing).copied().flatten().and_then(|group| self.sums.get(group));
        group.map_or(0.0, |(things, arrows)| {
            let others = things.saturating_sub(1);
            if others == 0 { 0.0 } else { (arrows.saturating_sub(own) as f64 / others as f64).ln_1p() }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_sides_share_what_a_feature_tells_and_differ_in_the_sign_of_how_far_they_differ() {
        let features = std::array::from_fn(|at| at as f64);
        let [out, into] = GapSide::BOTH.map(|side| columns(&features, side));
        assert_eq!(out[..SIDE_FEATURES], into[..SIDE_FEATURES]);
        assert!((SIDE_FEATURES..SIDE_COLUMNS).all(|at| (out[at] + into[at]).abs() < 1e-12));
        assert_eq!((guesses()[1], guesses()[SIDE_FEATURES + 1]), (SIDE_GUESS[1], 0.0));
    }
}
