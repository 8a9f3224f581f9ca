use crate::graph::{Path, PathStep};
use crate::lens::thresholds::{NEAR_MOST, NEAR_SHARE, PARTS_ROOT};
use crate::lens::words::amounts;
use crate::lens::{Field, FindingDraft, Lesson, Pattern};

/// An archetype with its search.
pub(super) struct Archetype {
    pub(super) pattern: Pattern,
    /// Finds its instances, including those with one part missing.
    pub(super) read: fn(&Field<'_>) -> Vec<FindingDraft>,
    pub(super) lesson: Lesson,
}

/// Returns the severity of an archetype with these parts.
pub(super) fn severity<'t, 'a: 't>(parts: impl IntoIterator<Item = &'t Path<'a>>) -> f64 {
    let weigh =
        |(through, sure): (f64, f64), part: &Path<'_>| (through * part.impact.share(), sure.min(part.confidence));
    let (through, sure) = parts.into_iter().fold((1.0, 1.0), weigh);
    100.0 * through.powf(PARTS_ROOT) * sure
}

/// Returns the severity of an archetype with one part missing, from the severity of its other parts.
pub(super) fn near(severity: f64) -> f64 {
    (severity * NEAR_SHARE).min(NEAR_MOST)
}

/// Returns the steps of a loop, starting at this place.
pub(super) fn steps_from<'a>(path: &Path<'a>, place: usize) -> Vec<PathStep<'a>> {
    let mut steps = path.steps.clone();
    let first = steps.iter().position(|step| step.from == place).unwrap_or_default();
    steps.rotate_left(first);
    steps
}

/// Describes a loop in words, starting at this place.
pub(super) fn told_from(field: &Field<'_>, path: &Path<'_>, place: usize) -> String {
    amounts(field, false, &steps_from(path, place)).join(", ")
}
