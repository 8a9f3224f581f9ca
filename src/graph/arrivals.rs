use super::{Causal, Impact};

/// Computes the impact along the strongest path between each pair of places.
#[derive(Debug)]
pub struct Arrivals<'c, 'a> {
    causal: &'c Causal<'a>,
    longest: usize,
    faintest: Impact,
    /// The impact at each place, while the paths from one start are explored.
    most: Vec<Impact>,
}

impl<'c, 'a> Arrivals<'c, 'a> {
    /// Prepares a search along signed effects, at most `longest` arrows far; paths with an impact below `faintest` end.
    pub fn of(causal: &'c Causal<'a>, longest: usize, faintest: Impact) -> Self {
        Self { causal, longest, faintest, most: vec![Impact::default(); causal.things().len()] }
    }

    /// Returns the impact at each place that is reached from the start, in the order of places; the start is left out.
    ///
    /// The strongest path visits no place twice, because every arrow weakens the effect.
    pub fn from(&mut self, start: usize) -> Vec<(usize, Impact)> {
        self.raise(start, Impact::WHOLE);
        let (mut reached, mut front) = (Vec::new(), vec![(start, Impact::WHOLE)]);
        for _ in 0..self.longest {
            let mut next = Vec::new();
            for (here, impact) in front {
                let causal = self.causal;
                for step in causal.out_of(here).filter(|step| step.is_signed()) {
                    let arrives = impact.through(step.arrow.strength);
                    if arrives >= self.faintest && self.raise(step.to, arrives) {
                        next.push((step.to, arrives));
                    }
                }
            }
            reached.extend(next.iter().map(|(place, _)| *place));
            front = next;
        }
        reached.sort_unstable();
        reached.dedup();
        self.forget(start);
        reached.into_iter().map(|place| (place, self.forget(place))).collect()
    }

    /// Records the impact at a place and returns whether it is more than before.
    fn raise(&mut self, place: usize, impact: Impact) -> bool {
        let Some(most) = self.most.get_mut(place).filter(|most| **most < impact) else { return false };
        *most = impact;
        true
    }

    fn forget(&mut self, place: usize) -> Impact {
        self.most.get_mut(place).map(std::mem::take).unwrap_or_default()
    }
}
