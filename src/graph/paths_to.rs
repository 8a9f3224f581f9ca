use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, VecDeque};

use super::{Causal, Impact, Path};

/// The maximum number of steps tried from one place; the weakest paths are left out.
const TRIES: usize = 5_000;

/// Finds the paths along signed effects that end at one place; paths from which the end cannot be reached are not
/// followed.
#[derive(Clone, Debug)]
pub struct PathsTo<'c, 'a> {
    causal: &'c Causal<'a>,
    to: usize,
    longest: usize,
    faintest: Impact,
    /// The minimum number of arrows from each place to the end; places from which the end is out of reach are left out.
    left: BTreeMap<usize, usize>,
}

impl<'c, 'a> PathsTo<'c, 'a> {
    /// Prepares a search for the paths to a place that have at most `longest` arrows and an impact of at least
    /// `faintest`.
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

    /// Returns the paths from a place to the end, the strongest first.
    pub fn from<'t>(&'t self, from: usize) -> FoundPaths<'t, 'a> {
        let waiting = BinaryHeap::from([(Impact::WHOLE, Reverse(0))]);
        FoundPaths { target: self, from, met: vec![Path::start()], waiting, tries: TRIES }
    }
}

/// An iterator over the paths from one place to another, the strongest first.
#[derive(Clone, Debug)]
pub struct FoundPaths<'t, 'a> {
    target: &'t PathsTo<'t, 'a>,
    from: usize,
    /// Every beginning of a path found so far.
    met: Vec<Path<'a>>,
    /// The indices of the beginnings still to be followed, with their impacts; the largest impact comes first.
    waiting: BinaryHeap<(Impact, Reverse<usize>)>,
    tries: usize,
}

impl<'a> FoundPaths<'_, 'a> {
    /// Adds every next step from which the end can be reached within the maximum length.
    fn go_on(&mut self, path: &Path<'a>) {
        let PathsTo { causal, longest, faintest, left, .. } = self.target;
        let in_time = |place: usize| left.get(&place).is_some_and(|left| path.len() + 1 + left <= *longest);
        let ahead = causal.out_of(path.end().unwrap_or(self.from));
        let fresh = ahead.filter(|step| step.to != self.from && !path.passes(step.to));
        for step in fresh.filter(|step| step.is_signed() && in_time(step.to)) {
            let next = path.then(*step);
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
            let path = self.met.get(at)?.clone();
            if path.end() == Some(self.target.to) {
                return Some(path);
            }
            self.go_on(&path);
        }
        None
    }
}
