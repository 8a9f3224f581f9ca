use std::collections::{BTreeMap, BTreeSet};

use super::run::{ColumnPair, LevelRun};
use crate::layout::slots::Slots;

/// The second run of a link that takes a detour, and the column between its two runs.
type SecondRun = Option<(usize, usize)>;

/// A run for every link that is not straight, and a second run where links would wait for each other in a loop.
///
/// A run that arrives at a column from which another run leaves must lie below it. One run of every loop leaves its
/// track on a free column between, and the link goes on along a second run.
pub(super) fn runs(links: &[ColumnPair], level: &[usize]) -> (Slots<LevelRun>, Slots<SecondRun>) {
    let ends: Vec<ColumnPair> = level.iter().filter_map(|at| links.get(*at)).copied().collect();
    let leaving: BTreeMap<usize, usize> = ends.iter().map(|(from, _)| *from).zip(0..).collect();
    let waits: Slots<Option<usize>> = ends.iter().map(|(_, to)| leaving.get(to).copied()).collect();
    let mut taken: BTreeSet<usize> = links.iter().flat_map(|(from, to)| [*from, *to]).collect();
    let mut runs: Slots<LevelRun> =
        ends.iter().map(|(from, to)| LevelRun { from: *from, to: *to, after: Vec::new() }).collect();
    for (run, other) in waits.iter().enumerate() {
        runs[run].after.extend(other);
    }
    let mut split: Slots<SecondRun> = Slots::new(ends.len());
    for run in waiting_loops(&waits) {
        let column = free(&taken, &runs[run]);
        taken.insert(column);
        let mut after = std::mem::take(&mut runs[run].after);
        after.push(run);
        let second = runs.push(LevelRun { from: column, to: runs[run].to, after });
        runs[run].to = column;
        split[run] = Some((second, column));
    }
    (runs, split)
}

/// One run of every loop of runs that wait for each other.
fn waiting_loops(waits: &Slots<Option<usize>>) -> Vec<usize> {
    let mut seen: Slots<Option<usize>> = Slots::new(waits.len());
    let mut found = Vec::new();
    for start in 0..waits.len() {
        let mut at = Some(start);
        while let Some(run) = at {
            match seen[run] {
                Some(walk) if walk == start => {
                    found.push(run);
                    break;
                }
                Some(_) => break,
                None => seen[run] = Some(start),
            }
            at = waits[run];
        }
    }
    found
}

/// A column that no link uses: between the ends of a run if there is one, else as near to them as possible.
fn free(taken: &BTreeSet<usize>, run: &LevelRun) -> usize {
    let (first, last) = run.span();
    let middle = first.midpoint(last);
    let inside = (first..=last).filter(|column| !taken.contains(column)).min_by_key(|column| column.abs_diff(middle));
    let before = || (0..first).rev().find(|column| !taken.contains(column)).map(|column| (first - column, column));
    let after = || {
        (last + 1..=last + 1 + taken.len()).find(|column| !taken.contains(column)).map(|column| (column - last, column))
    };
    inside.or_else(|| before().into_iter().chain(after()).min().map(|(_, column)| column)).unwrap_or_default()
}
