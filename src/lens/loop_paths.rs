use crate::graph::{Causal, LongLoops, Loops, Path, PathStep, long_loops, loops};

use super::thresholds::{LOOP_ARROWS, LOOPS_LISTED};

/// The loops of a map, each as one path.
#[derive(Debug)]
pub(super) struct LoopPaths<'a> {
    /// The path of each loop, from its smallest place back to that place; the shortest loop first.
    pub(super) paths: Vec<Path<'a>>,
    /// The number of loops that were found beyond the maximum number.
    pub(super) more: usize,
    /// Whether the search ended early, so that there may be more loops.
    pub(super) cut: bool,
    /// The loops with more arrows than are listed.
    pub(super) longer: LongLoops,
}

impl<'a> LoopPaths<'a> {
    /// Finds the loops, up to the maximum number, and counts those that are left out.
    pub(super) fn of(causal: &Causal<'a>) -> Self {
        let Loops { places, more, cut } = loops(causal, LOOP_ARROWS, LOOPS_LISTED);
        Self {
            paths: places.iter().filter_map(|places| path(causal, places)).collect(),
            more,
            cut,
            longer: long_loops(causal, *LOOP_ARROWS.end()),
        }
    }

    /// Returns the loops on which every arrow has a sign that people agree on.
    pub(super) fn settled(&self) -> impl Iterator<Item = &Path<'a>> {
        self.paths.iter().filter(|path| path.steps.iter().all(PathStep::is_signed))
    }
}

/// Returns the weight of a loop: the geometric mean of the strengths of its arrows, times the lowest confidence among
/// them.
pub(super) fn weight(path: &Path<'_>) -> f64 {
    path.impact.share().powf(1.0 / path.len() as f64) * path.confidence
}

/// Returns the closed path with the largest weight through these places, with one arrow for each step. If every step
/// has an arrow with an agreed sign, only such arrows are used.
fn path<'a>(causal: &Causal<'a>, places: &[usize]) -> Option<Path<'a>> {
    let ahead = places.iter().cycle().skip(1);
    let beside = |(from, to): (&usize, &usize)| -> Vec<PathStep<'a>> {
        causal.out_of(*from).filter(|step| step.to == *to).copied().collect()
    };
    let mut hops: Vec<Vec<PathStep<'a>>> = places.iter().zip(ahead).map(beside).collect();
    if hops.iter().all(|hop| hop.iter().any(PathStep::is_signed)) {
        for hop in &mut hops {
            hop.retain(PathStep::is_signed);
        }
    }
    let sure = hops.iter().flatten().map(|step| step.arrow.confidence);
    let heavier = |one: Path<'a>, other: Path<'a>| if weight(&other) > weight(&one) { other } else { one };
    sure.filter_map(|least| Some(Path::along(strongest(&hops, least)?))).reduce(heavier)
}

/// Returns the strongest arrow of each hop among those with a confidence of at least `least`.
fn strongest<'a>(hops: &[Vec<PathStep<'a>>], least: f64) -> Option<Vec<PathStep<'a>>> {
    let stronger =
        |one: PathStep<'a>, other: PathStep<'a>| if other.arrow.strength > one.arrow.strength { other } else { one };
    hops.iter().map(|hop| hop.iter().copied().filter(|step| step.arrow.confidence >= least).reduce(stronger)).collect()
}
