//! What is looked at to say whether one thing changes another.

use super::outline::Outline;
use super::ranks::attention;
use super::sums::add;
use super::wiring::{GapSide, Wiring};

/// The number of features, the constant included.
pub(super) const PAIR_FEATURES: usize = 16;

/// The first guess of the weight of each feature, from maps of many sorts: what is near, like-worded and much changed.
pub(super) const PAIR_GUESS: [f64; PAIR_FEATURES] =
    [0.0, 0.3, 0.0, 1.0, 1.5, 1.5, 0.5, 0.0, 0.0, 0.3, 0.3, 0.3, 0.3, 0.3, 0.0, 0.0];

/// The view from one thing, from which it is asked what it changes.
pub(super) struct PairView<'a> {
    outline: &'a Outline,
    left: &'a Wiring,
    from: usize,
    attention: Vec<f64>,
    /// How much of the things with like words leads to each thing.
    of_like: Vec<f64>,
    /// How many things that lead where it leads lead to each thing.
    of_fellows: Vec<f64>,
    /// How many of the things that lead to it lead to each thing.
    of_causes: Vec<f64>,
    /// How many of the things it leads to lead to each thing.
    onward: Vec<f64>,
}

impl<'a> PairView<'a> {
    /// Looks from a thing at what is left of a map.
    pub(super) fn of(outline: &'a Outline, left: &'a Wiring, from: usize) -> Self {
        let (out, into) = (|thing| left.ends(thing, GapSide::Out), |thing| left.ends(thing, GapSide::Into));
        let like = outline.alike().nearest(from).iter().copied();
        let fellows = out(from).iter().flat_map(|shared| into(*shared)).filter(|fellow| **fellow != from);
        let one = |thing: &usize| (*thing, 1.0);
        Self {
            outline,
            left,
            from,
            attention: attention(left, from),
            of_like: led_to(left, like),
            of_fellows: led_to(left, fellows.map(one)),
            of_causes: led_to(left, into(from).iter().map(one)),
            onward: led_to(left, out(from).iter().map(one)),
        }
    }

    /// Returns how much attention from the thing is at another; see [`attention`].
    pub(super) fn attention(&self, to: usize) -> f64 {
        value(&self.attention, to)
    }

    /// Returns how much speaks for an arrow by words: like-worded things lead to it, or it is like what the thing leads
    /// to.
    pub(super) fn by_words(&self, to: usize) -> f64 {
        value(&self.of_like, to) + self.like_an_end(to)
    }

    /// Sums the likeness of the things that are most like `to` and that the thing leads to.
    fn like_an_end(&self, to: usize) -> f64 {
        let near = self.outline.alike().nearest(to).iter();
        near.filter(|(other, _)| self.left.leads(self.from, *other)).map(|(_, cosine)| cosine).sum()
    }

    /// Returns how alike the two names are.
    pub(super) fn likeness(&self, to: usize) -> f64 {
        self.outline.alike().cosine(self.from, to)
    }

    /// Returns the features of the pair. In order:
    ///
    /// 1. 1, the constant;
    /// 2. log of the attention from the one that is at the other (personalised PageRank, either direction);
    /// 3. nothing of it is there: 1 or 0;
    /// 4. how alike the names are;
    /// 5. how much of the things with like words leads to it;
    /// 6. how much it is like things that the one leads to;
    /// 7. log (1 + arrows into it): what much changes, this may change too;
    /// 8. log (1 + arrows out of it);
    /// 9. no arrow into it: 1 or 0;
    /// 10. it leads back: 1 or 0;
    /// 11. log (1 + things between the two, along the arrows);
    /// 12. log (1 + things that lead to it and to something that the one leads to);
    /// 13. log (1 + things that lead to both);
    /// 14. both are of one unit: 1 or 0;
    /// 15. both are of one kind: 1 or 0;
    /// 16. log (1 + arrows out of the one) times log (1 + arrows into the other).
    pub(super) fn features(&self, to: usize) -> [f64; PAIR_FEATURES] {
        let flag = |so: bool| if so { 1.0 } else { 0.0 };
        let count = |thing: usize, side| (self.left.count(thing, side) as f64).ln_1p();
        let attention = self.attention(to) * self.left.things() as f64;
        let kinds = self.outline.kinds();
        let into = count(to, GapSide::Into);
        [
            1.0,
            (attention + 1e-3).ln(),
            flag(attention <= 0.0),
            self.likeness(to),
            value(&self.of_like, to),
            self.like_an_end(to),
            into,
            count(to, GapSide::Out),
            flag(into <= 0.0),
            flag(self.left.leads(to, self.from)),
            value(&self.onward, to).ln_1p(),
            value(&self.of_fellows, to).ln_1p(),
            value(&self.of_causes, to).ln_1p(),
            flag(self.outline.are_of_one_unit(self.from, to)),
            flag(kinds.get(self.from) == kinds.get(to)),
            count(self.from, GapSide::Out) * into,
        ]
    }
}

fn value(values: &[f64], thing: usize) -> f64 {
    values.get(thing).copied().unwrap_or_default()
}

/// Sums, for each thing, the weights of the things among these that lead to it.
fn led_to(left: &Wiring, from: impl Iterator<Item = (usize, f64)>) -> Vec<f64> {
    let mut sums = vec![0.0; left.things()];
    for (thing, weight) in from {
        for end in left.ends(thing, GapSide::Out) {
            add(&mut sums, *end, weight);
        }
    }
    sums
}
