use std::collections::BTreeSet;

use super::run::LevelRun;
use crate::layout::slots::Slots;

/// Returns the track of every run, counted from the top, and the number of tracks.
///
/// Every run is put on the highest free track below the runs that must lie above it and, where possible, below those
/// that it would otherwise meet twice. Many runs that each lead a little to one side would so form a long staircase: in
/// a channel that has become much taller than its runs need, a run may meet another twice.
pub(super) fn tracks(runs: &Slots<LevelRun>) -> (Slots<usize>, usize) {
    Tracks::new(runs).assign()
}

/// The tracks, in percent of the minimum, above which runs are no longer put below those that they would meet twice;
/// below, the tracks that every channel may have.
const ROOMY: usize = 120;
const FREE: usize = 6;

struct Tracks<'a> {
    runs: &'a Slots<LevelRun>,
    /// For each run, the runs that must lie below it; in `wishes`, those that should lie below it.
    musts: Slots<Vec<usize>>,
    wishes: Slots<Vec<usize>>,
    /// For each run without a track, the number of runs without a track that must lie above it, and of those that
    /// should.
    waiting: Slots<(usize, usize)>,
    /// The runs without a track, sorted by the numbers in `waiting`, each with its index.
    queue: BTreeSet<((usize, usize), usize)>,
    /// For each run, the highest track that it may take.
    first: Slots<usize>,
    /// The number of tracks above which a channel is too tall for wishes.
    tall: usize,
    /// The spans on each track.
    used: Vec<Vec<(usize, usize)>>,
}

impl<'a> Tracks<'a> {
    fn new(runs: &'a Slots<LevelRun>) -> Self {
        let len = runs.len();
        let mut tracks = Self {
            runs,
            musts: Slots::new(len),
            wishes: Slots::new(len),
            waiting: Slots::new(len),
            queue: BTreeSet::new(),
            first: Slots::new(len),
            tall: FREE + most_at_once(runs) * ROOMY / 100,
            used: Vec::new(),
        };
        for (at, run) in runs.iter().enumerate() {
            for above in &run.after {
                tracks.musts[*above].push(at);
                tracks.waiting[at].0 += 1;
            }
        }
        tracks.wish();
        tracks.queue = tracks.waiting.iter().copied().zip(0..).collect();
        tracks
    }

    /// Finds, among runs that overlap, the pairs in which one should lie above the other.
    fn wish(&mut self) {
        let mut by_start: Vec<usize> = (0..self.runs.len()).collect();
        by_start.sort_by_key(|at| self.runs[*at].span());
        for (place, one) in by_start.iter().enumerate() {
            let last = self.runs[*one].span().1;
            for other in by_start.iter().skip(place + 1).take_while(|other| self.runs[**other].span().0 <= last) {
                let (a, b) = (&self.runs[*one], &self.runs[*other]);
                if a.is_better_above(b) {
                    self.wishes[*one].push(*other);
                    self.waiting[*other].1 += 1;
                } else if b.is_better_above(a) {
                    self.wishes[*other].push(*one);
                    self.waiting[*one].1 += 1;
                }
            }
        }
    }

    fn assign(mut self) -> (Slots<usize>, usize) {
        let mut track: Slots<usize> = Slots::new(self.runs.len());
        let mut placed = Slots::filled(false, self.runs.len());
        while let Some((_, run)) = self.queue.pop_first() {
            placed[run] = true;
            let own = self.take(run);
            track[run] = own;
            for below in std::mem::take(&mut self.musts[run]) {
                self.first[below] = self.first[below].max(own + 1);
                self.release(below, |waiting| waiting.0 -= 1);
            }
            for below in std::mem::take(&mut self.wishes[run]) {
                if !placed[below] {
                    if own < self.tall {
                        self.first[below] = self.first[below].max(own + 1);
                    }
                    self.release(below, |waiting| waiting.1 -= 1);
                }
            }
        }
        (track, self.used.len())
    }

    fn release(&mut self, run: usize, one: impl Fn(&mut (usize, usize))) {
        if self.queue.remove(&(self.waiting[run], run)) {
            one(&mut self.waiting[run]);
            self.queue.insert((self.waiting[run], run));
        }
    }

    /// Puts a run on the highest track that it may take and that is free along the whole run; returns the track.
    fn take(&mut self, run: usize) -> usize {
        let (first, last) = self.runs[run].span();
        let mut at = self.first[run];
        let is_taken = |spans: &Vec<(usize, usize)>| spans.iter().any(|(from, to)| *from <= last && first <= *to);
        while self.used.get(at).is_some_and(is_taken) {
            at += 1;
        }
        if self.used.len() <= at {
            self.used.resize(at + 1, Vec::new());
        }
        if let Some(spans) = self.used.get_mut(at) {
            spans.push((first, last));
        }
        at
    }
}

/// The maximum number of runs that lie side by side, which is the minimum number of tracks.
fn most_at_once(runs: &Slots<LevelRun>) -> usize {
    let begins = runs.iter().map(|run| (run.span().0, true));
    let ends = runs.iter().map(|run| (run.span().1 + 1, false));
    let mut changes: Vec<(usize, bool)> = begins.chain(ends).collect();
    changes.sort_unstable();
    let mut at_once = 0_usize;
    let counts = changes.into_iter().map(|(_, begins)| {
        at_once = if begins { at_once + 1 } else { at_once.saturating_sub(1) };
        at_once
    });
    counts.max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs that each lead a little to the right, and each of which would meet the next twice if it lay above it.
    fn staircase(steps: usize) -> Slots<LevelRun> {
        (0..steps).map(|step| LevelRun { from: 2 * step, to: 2 * step + 3, after: Vec::new() }).collect()
    }

    #[test]
    fn a_short_staircase_is_drawn_without_a_crossing_and_a_long_one_does_not_grow_without_end() {
        let (short, used) = tracks(&staircase(5));
        assert_eq!((short.iter().copied().collect::<Vec<_>>(), used), (vec![4, 3, 2, 1, 0], 5));
        assert_eq!(most_at_once(&staircase(400)), 2);
        let (_, used) = tracks(&staircase(400));
        assert!(used <= 10, "{used}");
    }
}
