use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::{Causal, Impact, Path};

/// From one place as many steps are tried at most; what is left out then is the weakest.
const TRIES: usize = 5_000;

/// The ways along signed effects that lead to one place, found without walking those that lead elsewhere.
#[derive(Clone, Debug)]
pub struct PathsTo<'c, 'a> {
    causal: &'c Causal<'a>,
    to: usize,
    longest: usize,
    faintest: Impact,
    /// From how many arrows away the place can be reached.
    left: BTreeMap<usize, usize>,
}

impl<'c, 'a> PathsTo<'c, 'a> {
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

    /// Every such way from a place, the strongest first.
    pub fn from<'t>(&'t self, from: usize) -> FoundPaths<'t, 'a> {
        let waiting = BinaryHeap::from([(Impact::WHOLE, Reverse(0))]);
        FoundPaths { toward: self, from, met: vec![Path::start()], waiting, tries: TRIES }
    }
}

/// The ways from one place to another, found as they are asked for.
#[derive(Clone, Debug)]
pub struct FoundPaths<'t, 'a> {
    toward: &'t PathsTo<'t, 'a>,
    from: usize,
    /// Every beginning of a way met so far.
    met: Vec<Path<'a>>,
    /// What arrives by those that may still lead there.
    waiting: BinaryHeap<(Impact, Reverse<usize>)>,
    tries: usize,
}

impl<'a> FoundPaths<'_, 'a> {
    /// Notes every step on from the end of a beginning after which the place can still be reached in time.
    fn go_on(&mut self, trail: &Path<'a>) {
        let PathsTo { causal, longest, faintest, left, .. } = self.toward;
        let in_time = |place: usize| left.get(&place).is_some_and(|left| trail.len() + 1 + left <= *longest);
        let ahead = causal.out_of(trail.end().unwrap_or(self.from));
        let fresh = ahead.filter(|step| step.to != self.from && !trail.passes(step.to));
        for step in fresh.filter(|step| step.is_signed() && in_time(step.to)) {
            let next = trail.then(*step);
            if next.impact >= *faintest {
                self.waiting.push((next.impact, Reverse(self.met.len())));
                self.met.push(next);
            }
        }
    }
}

impl<'a> Iterator for FoundPaths<'_, 'a> {
    type Item = Path<'a>;

    fn next(&mut self) -> Option<Path<'a>> {
        while let Some((_, Reverse(at))) = self.waiting.pop().filter(|_| self.tries > 0) {
            self.tries -= 1;
            let trail = self.met.get(at)?.clone();
            if trail.end() == Some(self.toward.to) {
                return Some(trail);
            }
            self.go_on(&trail);
        }
        None
    }
}
