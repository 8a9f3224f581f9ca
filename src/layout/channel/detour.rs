use std::collections::{BTreeMap, BTreeSet};

use super::run::{ColumnPair, LevelRun};
use crate::layout::slots::Slots;

/// For a link with a detour, the index of its second run and the column between its two runs; `None` for other links.
type SecondRun = Option<(usize, usize)>;

/// Returns a run for every link that is not straight, and a second run for links that would otherwise form a loop in
/// which each run must lie below the next.
///
/// A run that arrives at a column from which another run leaves must lie below that run. In every loop of such runs one
/// link takes a detour: it leaves its track at a free column and continues along a second run.
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

/// Returns one run of every loop; `waits` holds for each run the run that must lie above it.
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

/// Returns a column that no link uses: the one nearest to the middle of the run, or, if all columns of the run are
/// used, the one nearest to its ends.
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
