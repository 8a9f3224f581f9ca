use crate::graph::{Path, PathStep};
use crate::lens::thresholds::{NEAR_MOST, NEAR_SHARE, PARTS_ROOT};
use crate::lens::words::amounts;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};

/// One archetype.
pub(super) struct Archetype {
    pub(super) pattern: Pattern,
    /// Finds it, and what nearly is it.
    pub(super) read: fn(&Field<'_>) -> Vec<FindingDraft>,
    pub(super) lesson: Lesson,
}

/// The severity of an archetype made of these parts.
pub(super) fn severity<'t, 'a: 't>(parts: impl IntoIterator<Item = &'t Path<'a>>) -> f64 {
    let weigh =
        |(through, sure): (f64, f64), part: &Path<'_>| (through * part.impact.share(), sure.min(part.confidence));
    let (through, sure) = parts.into_iter().fold((1.0, 1.0), weigh);
    100.0 * through.powf(PARTS_ROOT) * sure
}

/// The severity when one part is missing.
pub(super) fn near(severity: f64) -> f64 {
    (severity * NEAR_SHARE).min(NEAR_MOST)
}

/// The steps of a loop, from this place on.
pub(super) fn steps_from<'a>(path: &Path<'a>, place: usize) -> Vec<PathStep<'a>> {
    let mut steps = path.steps.clone();
    let first = steps.iter().position(|step| step.from == place).unwrap_or_default();
    steps.rotate_left(first);
    steps
}

/// A loop in words, from this place on.
pub(super) fn told_from(field: &Field<'_>, path: &Path<'_>, place: usize) -> String {
    amounts(field, false, &steps_from(path, place)).join(", ")
}
