use crate::graph::{Arrivals, Causal, Impact, Thing};
use crate::record::{Kind, Want};

use super::thresholds::{FAINTEST, HIGH_HALVES, LONGEST_PATH};

/// How far each place reaches, and how much reaches it, as leverage is reckoned: of all ways from one place to another
/// the strongest counts.
pub(super) struct Reaches {
    out: Vec<Impact>,
    into: Vec<Impact>,
    furthest: Impact,
    most: Impact,
}

impl Reaches {
    pub(super) fn of(causal: &Causal<'_>) -> Self {
        let places = causal.things().len();
        let (mut out, mut into) = (vec![Impact::default(); places], vec![Impact::default(); places]);
        let mut walk = Arrivals::of(causal, LONGEST_PATH, FAINTEST);
        for from in 0..places {
            let arrivals = walk.from(from);
            for (place, impact) in &arrivals {
                add(&mut into, *place, *impact);
                if causal.thing(*place).is_some_and(is_wanted) {
                    add(&mut out, from, *impact);
                }
            }
        }
        let largest = |all: &[Impact]| all.iter().copied().max().unwrap_or_default();
        Self { furthest: largest(&out), most: largest(&into), out, into }
    }

    /// How much of what is wanted one way or the other a place reaches.
    pub(super) fn out(&self, place: usize) -> Impact {
        self.out.get(place).copied().unwrap_or_default()
    }

    /// The furthest that any place reaches; all of a push where none reaches anything.
    pub(super) fn furthest(&self) -> Impact {
        if self.furthest == Impact::default() { Impact::WHOLE } else { self.furthest }
    }

    /// Whether a place reaches far, beside the one that reaches furthest.
    pub(super) fn reaches_far(&self, place: usize) -> bool {
        is_high(self.out(place), self.furthest)
    }

    /// Whether much reaches a place, beside the one that most reaches.
    pub(super) fn is_far_reached(&self, place: usize) -> bool {
        is_high(self.into.get(place).copied().unwrap_or_default(), self.most)
    }
}

fn is_high(one: Impact, highest: Impact) -> bool {
    one > Impact::default() && one * 2 >= highest * HIGH_HALVES
}

fn add(all: &mut [Impact], place: usize, impact: Impact) {
    if let Some(sum) = all.get_mut(place) {
        *sum = *sum + impact;
    }
}

fn is_wanted(thing: &Thing) -> bool {
    thing.kind == Kind::Factor && matches!(thing.want, Some(Want::Up | Want::Down))
}
