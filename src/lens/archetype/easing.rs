use std::collections::BTreeMap;

use crate::graph::{Path, PathStep, Thing};
use crate::lens::Field;
use crate::lens::field::{harms, wanted_up};
use crate::lens::thresholds::FIX_ARROWS;

/// The short paths that help a factor, by the place of their start.
pub(super) type Easing<'a> = BTreeMap<usize, Vec<Path<'a>>>;

/// Finds the short paths that help a factor.
pub(super) fn easing<'a>(field: &Field<'a>, target: usize, factor: &Thing) -> Easing<'a> {
    let mut found = Easing::new();
    let mut waiting: Vec<Vec<PathStep<'a>>> = vec![Vec::new()];
    while let Some(steps) = waiting.pop().filter(|steps| steps.len() < FIX_ARROWS) {
        let here = steps.first().map_or(target, |first| first.from);
        for step in back(field, here, target).filter(|step| steps.iter().all(|known| known.to != step.from)) {
            let longer: Vec<PathStep<'a>> = [step].into_iter().chain(steps.iter().copied()).collect();
            let path = Path::along(longer.iter().copied());
            if harms(&path, factor) == Some(false) {
                found.entry(step.from).or_default().push(path);
            }
            waiting.insert(0, longer);
        }
    }
    found
}

fn back<'f, 'a>(field: &'f Field<'a>, here: usize, target: usize) -> impl Iterator<Item = PathStep<'a>> + use<'f, 'a> {
    let causal = &field.causal;
    causal.into(here).filter(move |step| step.is_signed() && step.from != here && step.from != target).copied()
}

/// Returns every factor of which more or less is wanted, with its place.
pub(super) fn targets<'a>(field: &Field<'a>) -> impl Iterator<Item = (usize, &'a Thing)> {
    field.things().filter(|(_, thing)| wanted_up(thing).is_some())
}

/// Describes that a thing helps a factor: "Overtime eases Claims backlog", "Night shifts ease Claims backlog".
pub(super) fn helps(helper: &Thing, factor: &Thing) -> String {
    let verb = if wanted_up(factor) == Some(true) { "lifts" } else { "eases" };
    format!("{} {}", helper.with(verb), factor.label)
}
