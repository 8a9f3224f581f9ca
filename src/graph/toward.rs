use std::collections::{BTreeMap, VecDeque};

use super::trail::TRIES;
use super::{Causal, Impact, Trail};

/// The ways along signed effects that lead to one place, found without walking those that lead elsewhere.
#[derive(Clone, Debug)]
pub struct Toward<'c, 'a> {
    causal: &'c Causal<'a>,
    to: usize,
    longest: usize,
    faintest: Impact,
    /// From how many arrows away the place can be reached.
    left: BTreeMap<usize, usize>,
}

impl<'c, 'a> Toward<'c, 'a> {
    /// Ways to a place of at most `longest` arrows along which at least `faintest` of a push arrives.
    pub fn place(causal: &'c Causal<'a>, to: usize, longest: usize, faintest: Impact) -> Self {
        let mut left = BTreeMap::from([(to, 0)]);
        let mut waiting = VecDeque::from([(to, 0)]);
        while let Some((place, distance)) = waiting.pop_front().filter(|(_, distance)| *distance < longest) {
            for step in causal.into(place).filter(|step| step.is_signed()) {
                left.entry(step.from).or_insert_with(|| {
                    waiting.push_back((step.from, distance + 1));
                    distance + 1
                });
            }
        }
        Self { causal, to, longest, faintest, left }
    }

    /// Every such way from a place, in the order in which [`trails`](super::trails) gives them.
    pub fn from(&self, from: usize) -> Vec<Trail<'a>> {
        let mut found = Vec::new();
        let mut waiting = vec![Trail::start()];
        for _ in 0..TRIES {
            let Some(trail) = waiting.pop() else { break };
            let here = trail.end().unwrap_or(from);
            if !trail.is_empty() && here == self.to {
                found.push(trail);
                continue;
            }
            let in_time =
                |place: usize| self.left.get(&place).is_some_and(|left| trail.len() + 1 + left <= self.longest);
            let ahead = self.causal.out_of(here).filter(|step| step.is_signed() && in_time(step.to));
            let fresh = ahead.filter(|step| step.to != from && !trail.passes(step.to));
            let next = fresh.map(|step| trail.then(*step)).filter(|next| next.impact >= self.faintest);
            waiting.extend(next.rev());
        }
        found
    }
}
