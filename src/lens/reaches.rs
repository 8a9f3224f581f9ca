use crate::graph::{Arrivals, Causal, Impact};

use super::field::wanted_up;
use super::thresholds::{FAINTEST, LONGEST_PATH};

/// How far each place reaches, and how much reaches it: of all paths from one place to another the strongest counts.
#[derive(Clone, Debug)]
pub struct Reaches {
    out: Vec<Impact>,
    into: Vec<Impact>,
    furthest: Impact,
    most: Impact,
}

impl Reaches {
    /// The reaches of every place.
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

    /// How much a place reaches of the factors of which more or less is wanted.
    pub fn reach(&self, place: usize) -> Impact {
        self.out.get(place).copied().unwrap_or_default()
    }

    /// How much reaches a place.
    pub fn reached(&self, place: usize) -> Impact {
        self.into.get(place).copied().unwrap_or_default()
    }

    /// The furthest that any place reaches; zero where none reaches anything.
    pub const fn furthest(&self) -> Impact {
        self.furthest
    }

    /// The most that reaches any place.
    pub const fn most(&self) -> Impact {
        self.most
    }
}
