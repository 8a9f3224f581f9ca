use crate::graph::{Causal, LongLoops, Loops, Path, PathStep, long_loops, loops};

use super::Field;
use super::left_out::LimitReason;
use super::thresholds::{LOOP_ARROWS, LOOPS_LISTED};

/// The loops of a map, each as one path.
#[derive(Debug)]
pub(super) struct LoopPaths<'a> {
    /// The path of each loop, from its smallest place back to that place; the shortest loop first.
    pub(super) paths: Vec<Path<'a>>,
}

impl<'a> LoopPaths<'a> {
    /// Finds the loops, up to the maximum number, and notes in the field what is left out: longer loops, and more loops.
    pub(super) fn of(field: &Field<'a>) -> Self {
        let causal = &field.causal;
        let Loops { places, more, cut } = loops(causal, LOOP_ARROWS, LOOPS_LISTED);
        match (more, cut) {
            (0, true) => field.leave_out_at_least(LimitReason::LoopSearch, 1),
            (0, false) => {}
            (_, true) => field.leave_out_at_least(LimitReason::MoreLoops, more),
            (_, false) => field.leave_out(LimitReason::MoreLoops, more),
        }
        match long_loops(causal, *LOOP_ARROWS.end()) {
            LongLoops { count, cut: true } => field.leave_out_at_least(LimitReason::LongLoops, count),
            LongLoops { count: 0, .. } => {}
            LongLoops { count, .. } => field.leave_out(LimitReason::LongLoops, count),
        }
        Self { paths: places.iter().filter_map(|places| path(causal, places)).collect() }
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
