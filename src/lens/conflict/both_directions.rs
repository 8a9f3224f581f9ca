//! Finds on imported maps where one thing pushes another in opposite directions, along two ways that share nothing between.
//!
//! In a room the ripples tell it, by what is wanted. An imported map mostly says neither what is wanted nor what is a
//! change, and its signs against each other are the first thing to look at. Severity: 100 times the square root of the
//! product of both impacts, times the lower confidence.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Path, paths};
use crate::lens::thresholds::{BOTH_DIRECTIONS_ARROWS, BOTH_DIRECTIONS_IMPACT};
use crate::lens::words::via;
use crate::lens::{Field, FindingDraft, Pattern};

/// Two ways from one thing to another: the first with more of it, the second with less.
type PathPair<'a> = (Path<'a>, Path<'a>);

/// Returns a finding for each pair of things between which two imported ways oppose each other.
pub(super) fn findings(field: &Field<'_>) -> Vec<FindingDraft> {
    if !field.graph.links().any(|link| link.arrow.is_effect() && link.arrow.is_imported()) {
        return Vec::new();
    }
    (0..field.causal.things().len()).flat_map(|from| of_source(field, from)).collect()
}

fn of_source(field: &Field<'_>, from: usize) -> Vec<FindingDraft> {
    let mut to_each: BTreeMap<usize, Vec<Path<'_>>> = BTreeMap::new();
    for path in paths(&field.causal, from, BOTH_DIRECTIONS_ARROWS, BOTH_DIRECTIONS_IMPACT) {
        if let Some(end) = path.end().filter(|_| path.steps.iter().all(|step| step.arrow.is_imported())) {
            to_each.entry(end).or_default().push(path);
        }
    }
    let mut opposed: Vec<(usize, PathPair<'_>)> =
        to_each.into_iter().filter_map(|(end, paths)| Some((end, strongest(&paths)?))).collect();
    // What meets near is told; what lies behind it follows from it.
    opposed.sort_by_key(|(end, (one, other))| (one.len() + other.len(), *end));
    let mut met: BTreeSet<usize> = BTreeSet::new();
    opposed.retain(|(end, (one, other))| {
        let is_behind = met.iter().any(|place| one.passes(*place) || other.passes(*place));
        !is_behind && met.insert(*end)
    });
    opposed.iter().filter_map(|(end, pair)| finding(field, from, *end, pair)).collect()
}

/// Returns the strongest two ways that go up and down and share no thing between their ends; the shorter of equal ones.
fn strongest<'a>(paths: &[Path<'a>]) -> Option<PathPair<'a>> {
    let (less, more): (Vec<&Path<'a>>, Vec<&Path<'a>>) = paths.iter().partition(|path| path.turns);
    let pairs = more.iter().flat_map(|one| less.iter().map(move |other| (*one, *other)));
    let apart = pairs.filter(|(one, other)| !between(one).any(|place| between(other).any(|met| met == place)));
    let best = apart.min_by_key(|(one, other)| {
        (Reverse(one.impact.min(other.impact)), Reverse(one.impact.max(other.impact)), one.len() + other.len())
    });
    best.map(|(one, other)| (one.clone(), other.clone()))
}

/// Returns the places between the ends of a path.
fn between<'p>(path: &'p Path<'_>) -> impl Iterator<Item = usize> + 'p {
    path.places().skip(1).take(path.len().saturating_sub(1))
}

/// Returns how somebody calls a way who has just heard both: by the first thing on it.
fn called_by(field: &Field<'_>, path: &Path<'_>) -> String {
    let first = between(path).next().map(|place| field.label_at(place));
    first.map_or_else(|| "straight".to_owned(), |first| format!("by way of {first}"))
}

fn finding(field: &Field<'_>, from: usize, end: usize, (more, less): &PathPair<'_>) -> Option<FindingDraft> {
    let (x, t) = (field.causal.thing(from)?, field.causal.thing(end)?);
    let says =
        format!("{} {} both ways: {}; but also {}.", x.with("pushes"), t.label, via(field, more), via(field, less));
    let (one, other) = (called_by(field, more), called_by(field, less));
    let ask = format!("Which way from {} to {} is stronger: {one}, or {other}? And for whom?", x.label, t.label);
    let impact = more.impact.share() * less.impact.share();
    let severity = 100.0 * impact.sqrt() * more.confidence.min(less.confidence);
    let draft = FindingDraft::new([&x.key, &t.key], severity, says, ask).with(Pattern::BothDirections);
    Some(draft.along(field, more).along(field, less))
}
