use std::cmp::Reverse;

use crate::graph::Path;
use crate::lens::Field;
use crate::lens::thresholds::LIMIT_DAYS;

/// A reinforcing loop (the growth), and a balancing loop (the brake) that shares a thing with it.
pub(super) struct Limited<'f, 'a> {
    pub(super) growth: &'f Path<'a>,
    pub(super) brake: &'f Path<'a>,
    /// The place of the first thing of the growth that is also on the brake.
    pub(super) shared: usize,
    /// The place of the limit: a thing that is on the brake only, and that is scarce or at an arrow with a long delay.
    pub(super) limit: Option<usize>,
}

/// Returns every reinforcing loop with every balancing loop that shares a thing with it and also has a thing of its
/// own.
pub(super) fn limited<'f, 'a>(field: &'f Field<'a>) -> impl Iterator<Item = Limited<'f, 'a>> {
    let loops = || field.loops().settled();
    let growths = loops().filter(|path| !path.turns);
    growths.flat_map(move |growth| {
        let brakes = loops().filter(|path| path.turns);
        brakes.filter_map(move |brake| {
            let shared = growth.places().find(|place| brake.passes(*place))?;
            let beside: Vec<usize> = brake.places().skip(1).filter(|place| !growth.passes(*place)).collect();
            let limit = runs_out(field, brake, &beside);
            (!beside.is_empty()).then_some(Limited { growth, brake, shared, limit })
        })
    })
}

/// Returns the limit among these places: scarce things come first, then the longest delay decides, then the lowest
/// place.
fn runs_out(field: &Field<'_>, brake: &Path<'_>, beside: &[usize]) -> Option<usize> {
    let waits = |place: usize| {
        let touching = brake.steps.iter().filter(|step| step.from == place || step.to == place);
        touching.map(crate::graph::PathStep::days).max().unwrap_or_default()
    };
    let scarce = |place: usize| field.causal.thing(place).is_some_and(|thing| thing.scarce);
    let candidates = beside.iter().copied().filter(|place| scarce(*place) || waits(*place) >= LIMIT_DAYS);
    candidates.max_by_key(|place| (scarce(*place), waits(*place), Reverse(*place)))
}
