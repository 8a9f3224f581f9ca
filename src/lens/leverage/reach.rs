use crate::graph::{Causal, Impact, Step};
use crate::lens::field::wanted_up;
use crate::lens::figures::{FAINTEST, LEVELS, LONGEST_TRAIL};

/// How far each thing reaches.
pub(super) struct Reaches {
    all: Vec<Impact>,
    furthest: Impact,
}

impl Reaches {
    /// The reach of every place.
    pub(super) fn of(causal: &Causal<'_>) -> Self {
        let mut walk = Walk::on(causal);
        let all: Vec<Impact> = (0..causal.things().len()).map(|place| walk.reach(place)).collect();
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

/// Finds the most that arrives at every place; the strongest way never meets anything twice, because every arrow weakens.
struct Walk<'c, 'a> {
    causal: &'c Causal<'a>,
    wanted: Vec<bool>,
    most: Vec<Impact>,
}

impl<'c, 'a> Walk<'c, 'a> {
    fn on(causal: &'c Causal<'a>) -> Self {
        let wanted = causal.things().iter().map(|thing| wanted_up(thing).is_some()).collect();
        Self { causal, wanted, most: vec![Impact::default(); causal.things().len()] }
    }

    fn reach(&mut self, from: usize) -> Impact {
        self.raise(from, Impact::WHOLE);
        let (mut touched, mut front) = (Vec::new(), vec![(from, Impact::WHOLE)]);
        for _ in 0..LONGEST_TRAIL {
            let mut next = Vec::new();
            for (here, impact) in front {
                let causal = self.causal;
                for step in causal.out_of(here).filter(|step| Step::is_signed(step)) {
                    let arrives = impact.through(step.arrow.strength);
                    if arrives >= FAINTEST && self.raise(step.to, arrives) {
                        next.push((step.to, arrives));
                    }
                }
            }
            touched.extend(next.iter().map(|(place, _)| *place));
            front = next;
        }
        touched.sort_unstable();
        touched.dedup();
        let is_wanted = |place: &&usize| self.wanted.get(**place).copied().unwrap_or_default();
        let reach = touched.iter().filter(is_wanted).filter_map(|place| self.most.get(*place)).copied().sum();
        touched.into_iter().chain([from]).for_each(|place| self.forget(place));
        reach
    }

    /// Notes what arrives at a place; says no when as much was known to arrive.
    fn raise(&mut self, place: usize, impact: Impact) -> bool {
        let Some(most) = self.most.get_mut(place).filter(|most| **most < impact) else { return false };
        *most = impact;
        true
    }

    fn forget(&mut self, place: usize) {
        if let Some(most) = self.most.get_mut(place) {
            *most = Impact::default();
        }
    }
}
