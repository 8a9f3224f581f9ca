use std::collections::BTreeMap;

use super::chance::SeededChance;
use super::hiding::Hiding;
use super::outline::Outline;
use super::pair_features::{PAIR_FEATURES, PAIR_GUESS, PairView};
use super::regression::{OutcomeKind, Regression};
use super::side_rates::ARROWS_TO_LEARN;
use super::sums::add;
use super::wiring::GapSide;

/// How often arrows are hidden.
const TURNS: u64 = 5;
/// The maximum number of things looked from in a turn, and the steps along arrows that these looks may take.
const VIEWS: (usize, usize) = (200, 200_000);
/// How many pairs without an arrow stand against each pair whose arrow was hidden.
const AGAINST: usize = 20;
/// How many rows of full variance the guess is worth.
const RIDGE: f64 = 15.0;
/// Places are added up as 1 / (place + this) (Cormack, Clarke and Buettcher, 2009).
const FUSION: f64 = 10.0;

/// What tells how likely it is that one thing changes another, learned from the arrows that are there.
#[derive(Clone, Debug, Default)]
pub(super) struct PairModel(Option<Regression<PAIR_FEATURES>>);

impl PairModel {
    /// Hides arrows, and learns what tells the hidden pairs from pairs that have no arrow.
    pub(super) fn of(outline: &Outline, chance: SeededChance) -> Self {
        let wiring = outline.wiring();
        if wiring.arrows().len() < ARROWS_TO_LEARN {
            return Self::default();
        }
        let most = (VIEWS.1 / (wiring.arrows().len() + wiring.things())).clamp(10, VIEWS.0);
        let mut rows = Vec::new();
        for turn in 0..TURNS {
            let hiding = Hiding::of(wiring, chance, turn);
            let mut chance = chance.turn(turn);
            let mut hidden: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for (from, to) in &hiding.hidden {
                hidden.entry(*from).or_default().push(*to);
            }
            let mut views: Vec<(usize, Vec<usize>)> = hidden.into_iter().collect();
            chance.draw(&mut views, most);
            for (from, ends) in views.into_iter().take(most) {
                let view = PairView::of(outline, &hiding.left, from);
                for end in ends {
                    rows.push((view.features(end), 1.0));
                    for _ in 0..AGAINST {
                        let other = chance.below(wiring.things());
                        if other != from && !wiring.leads(from, other) {
                            rows.push((view.features(other), 0.0));
                        }
                    }
                }
            }
        }
        Self(Some(Regression::fit(OutcomeKind::Chances, &rows, &PAIR_GUESS, &[RIDGE * TURNS as f64; PAIR_FEATURES])))
    }

    /// Whether there were enough arrows to learn from.
    pub(super) const fn has_learned(&self) -> bool {
        self.0.is_some()
    }

    /// Ranks what a thing may change: the likeliest first, among all things it does not lead to.
    pub(super) fn ranked(&self, outline: &Outline, from: usize) -> Vec<usize> {
        let wiring = outline.wiring();
        let view = PairView::of(outline, wiring, from);
        let others: Vec<usize> = (0..wiring.things()).filter(|to| *to != from && !wiring.leads(from, *to)).collect();
        let scores = match &self.0 {
            Some(model) => others.iter().map(|to| model.sum(&view.features(*to))).collect(),
            None => fused(&view, outline, &others),
        };
        let mut ranked: Vec<(f64, usize)> = scores.into_iter().zip(others).collect();
        ranked.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.cmp(second)));
        ranked.into_iter().map(|(_, to)| to).collect()
    }
}

/// Adds up the places in four lists: attention, like words, likeness of the names, arrows into it.
fn fused(view: &PairView<'_>, outline: &Outline, others: &[usize]) -> Vec<f64> {
    let lists: [&dyn Fn(usize) -> f64; 4] =
        [&|to| view.attention(to), &|to| view.by_words(to), &|to| view.likeness(to), &|to| {
            outline.wiring().count(to, GapSide::Into) as f64
        }];
    let mut sums = vec![0.0; others.len()];
    for list in lists {
        let values: Vec<f64> = others.iter().map(|to| list(*to)).collect();
        for (sum, place) in sums.iter_mut().zip(places(&values)) {
            *sum += 1.0 / (place + FUSION);
        }
    }
    sums
}

/// Returns the place of each value from 0, the largest first; equal values share the mean of their places.
fn places(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    let value = |at: usize| values.get(at).copied().unwrap_or_default();
    order.sort_by(|one, other| value(*other).total_cmp(&value(*one)).then(one.cmp(other)));
    let mut places = vec![0.0; values.len()];
    let mut first = 0;
    for equal in order.chunk_by(|one, other| value(*one).total_cmp(&value(*other)).is_eq()) {
        let shared = first as f64 + (equal.len() - 1) as f64 / 2.0;
        for at in equal {
            add(&mut places, *at, shared);
        }
        first += equal.len();
    }
    places
}
