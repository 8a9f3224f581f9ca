use crate::graph::{Causal, Loops, Path, PathStep, loops};

use super::thresholds::{LOOP_ARROWS, LOOPS_LISTED};

/// The circles of a map, each walked round once.
#[derive(Debug)]
pub(super) struct LoopPaths<'a> {
    /// A way round each circle, from the smallest place on it back to that place; the shortest circle first.
    pub(super) paths: Vec<Path<'a>>,
    /// There are more than are listed.
    pub(super) cut: bool,
}

impl<'a> LoopPaths<'a> {
    /// The circles of this map, as many as are listed at most.
    pub(super) fn of(causal: &Causal<'a>) -> Self {
        let Loops { places, cut } = loops(causal, LOOP_ARROWS, LOOPS_LISTED);
        Self { paths: places.iter().filter_map(|places| path(causal, places)).collect(), cut }
    }

    /// The circles of which people agree which way every arrow goes.
    pub(super) fn settled(&self) -> impl Iterator<Item = &Path<'a>> {
        self.paths.iter().filter(|path| path.steps.iter().all(PathStep::is_signed))
    }
}

/// What goes round weighs as much as its arrows do on average, and is as sure as the least sure of them.
pub(super) fn weight(path: &Path<'_>) -> f64 {
    path.impact.share().powf(1.0 / path.len() as f64) * path.confidence
}

/// The way round these places: of arrows side by side those that people agree on, then those that weigh most together.
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

/// From each hop the strongest arrow among those that are at least so sure.
fn strongest<'a>(hops: &[Vec<PathStep<'a>>], least: f64) -> Option<Vec<PathStep<'a>>> {
    let stronger =
        |one: PathStep<'a>, other: PathStep<'a>| if other.arrow.strength > one.arrow.strength { other } else { one };
    hops.iter().map(|hop| hop.iter().copied().filter(|step| step.arrow.confidence >= least).reduce(stronger)).collect()
}
