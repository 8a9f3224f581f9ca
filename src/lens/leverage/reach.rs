use crate::graph::{Arrivals, Causal, Impact};
use crate::lens::field::wanted_up;
use crate::lens::thresholds::{FAINTEST, LEVELS, LONGEST_PATH};

/// How far each thing reaches.
pub(super) struct Reaches {
    all: Vec<Impact>,
    furthest: Impact,
}

impl Reaches {
    /// The reach of every place.
    pub(super) fn of(causal: &Causal<'_>) -> Self {
        let wanted: Vec<bool> = causal.things().iter().map(|thing| wanted_up(thing).is_some()).collect();
        let is_wanted = |place: usize| wanted.get(place).copied().unwrap_or_default();
        let mut walk = Arrivals::of(causal, LONGEST_PATH, FAINTEST);
        let mut reach = |from| -> Impact {
            let arrivals = walk.from(from).into_iter();
            arrivals.filter(|(place, _)| is_wanted(*place)).map(|(_, impact)| impact).sum()
        };
        let all: Vec<Impact> = (0..causal.things().len()).map(&mut reach).collect();
        let furthest = all.iter().copied().max().unwrap_or_default();
        Self { all, furthest }
    }

    /// The reach of a place: the sum of the most that arrives at each wanted factor.
    pub(super) fn reach(&self, place: usize) -> Impact {
        self.all.get(place).copied().unwrap_or_default()
    }

    /// How deep and how far together, exact enough to rank by.
    pub(super) fn score(level: u64, reach: Impact) -> Impact {
        reach * (LEVELS + 1).saturating_sub(level)
    }

    /// The severity of a place to act with this level and this reach.
    pub(super) fn severity(&self, level: u64, reach: f64) -> f64 {
        let depth = (LEVELS + 1).saturating_sub(level) as f64 / LEVELS as f64;
        100.0 * depth * reach / self.furthest.share()
    }

    /// Whether anything reaches anything.
    pub(super) fn is_empty(&self) -> bool {
        self.furthest == Impact::default()
    }
}
