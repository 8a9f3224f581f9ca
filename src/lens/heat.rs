use crate::graph::Crossing;

use super::thresholds::{CROSSING_LATE, CROSSING_LATE_DAYS, CROSSING_ONE_SIDED};

/// Returns the heat of a crossing: its impact, more if it shows late, and more if only one side has told of it.
pub(super) fn heat(crossing: &Crossing<'_>) -> f64 {
    let late = if crossing.days() >= CROSSING_LATE_DAYS { CROSSING_LATE } else { 1.0 };
    let one_sided = if crossing.both_sides() { 1.0 } else { CROSSING_ONE_SIDED };
    crossing.impact().share() * late * one_sided
}
