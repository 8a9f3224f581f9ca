use super::{Causal, Impact};

/// For each pair of places the impact along the strongest path between them.
#[derive(Debug)]
pub struct Arrivals<'c, 'a> {
    causal: &'c Causal<'a>,
    longest: usize,
    faintest: Impact,
    /// The impact at each place, while one start is explored.
    most: Vec<Impact>,
}

impl<'c, 'a> Arrivals<'c, 'a> {
    /// Explores signed effects, at most `longest` arrows far, and not beyond an impact of `faintest`.
    pub fn of(causal: &'c Causal<'a>, longest: usize, faintest: Impact) -> Self {
        Self { causal, longest, faintest, most: vec![Impact::default(); causal.things().len()] }
    }

    /// The impact at each place that is reached, without the start itself, in the order of places.
    ///
    /// The strongest path visits no place twice, because every arrow weakens the push.
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
