use crate::graph::{Arrivals, Causal, Impact};

use super::field::wanted_up;
use super::thresholds::{FAINTEST, LONGEST_PATH};

/// The impacts from and to every place. Of all paths from one place to another only the strongest counts.
#[derive(Clone, Debug)]
pub struct Reaches {
    out: Vec<Impact>,
    into: Vec<Impact>,
    furthest: Impact,
    most: Impact,
}

impl Reaches {
    /// Computes the impacts from and to every place.
    pub fn of(causal: &Causal<'_>) -> Self {
        let places = causal.things().len();
        let wanted: Vec<bool> = causal.things().iter().map(|thing| wanted_up(thing).is_some()).collect();
        let (mut out, mut into) = (vec![Impact::default(); places], vec![Impact::default(); places]);
        let mut walk = Arrivals::of(causal, LONGEST_PATH, FAINTEST);
        for (from, reach) in out.iter_mut().enumerate() {
            for (place, impact) in walk.from(from) {
                if let Some(reached) = into.get_mut(place) {
                    *reached = *reached + impact;
                }
                if wanted.get(place) == Some(&true) {
                    *reach = *reach + impact;
                }
            }
        }
        let largest = |all: &[Impact]| all.iter().copied().max().unwrap_or_default();
        Self { furthest: largest(&out), most: largest(&into), out, into }
    }

    /// Returns the sum of a place's impacts on the factors of which more or less is wanted.
    pub fn reach(&self, place: usize) -> Impact {
        self.out.get(place).copied().unwrap_or_default()
    }

    /// Returns the sum of the impacts of all places on this place.
    pub fn reached(&self, place: usize) -> Impact {
        self.into.get(place).copied().unwrap_or_default()
    }

    /// Returns the largest [`reach`](Self::reach) of any place; 0 if no place reaches a wanted factor.
    pub const fn furthest(&self) -> Impact {
        self.furthest
    }

    /// Returns the largest [`reached`](Self::reached) of any place.
    pub const fn most(&self) -> Impact {
        self.most
    }
}
