//! L5, redundancy: two initiatives that do the same job.
//!
//! The footprint of an initiative is the set of things that it moves (or aims to move), needs and supplies, in whatever
//! direction. Two initiatives are twins if neither builds on the other, if they share at least two things, one of them
//! moved by both, and if their overlap is at least half. The overlap is the weight of the things that both touch,
//! divided by the weight of the things that either touches; a thing that many initiatives touch has a low weight.
//! Severity: 100 times the overlap, half of that unless the two belong to different units.
//!
//! Source: weighted overlap is Jaccard's (1901); reviewing projects as one portfolio is McFarlan's (1981). Traps:
//! somebody may have set up a race on purpose; things that everybody shares say little, hence the weights; one tool may
//! have to exist twice under two laws.

use std::collections::BTreeSet;

use crate::graph::{Key, Link, Thing};
use crate::record::Status;

use super::field::{Field, differ};
use super::footprint::{FootprintItem, FootprintRole, Footprints};
use super::thresholds::{ROUNDING, TWINS_AT_HOME, TWINS_OVERLAP, TWINS_SHARE};
use super::{FindingDraft, Lens, Lesson, Treatment};
use crate::record::spoken::listed;

impl Lens {
    /// L5, redundancy.
    pub const REDUNDANCY: &'static Self =
        &Self { number: 5, name: "redundancy", read, treats: |_| Treatment::of(LESSON), is_cut: None };
}

const LESSON: Lesson = Lesson {
    called: "Redundancy: two changes under way that do one job.",
    source: "Warren McFarlan's Portfolio Approach to Information Systems (1981) asks to look at all projects as one.",
    matters: "Each of the two learns alone and asks the same people for the same things, until one of them fades.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let prints = Footprints::of(field);
    prints.pairs().into_iter().filter_map(|(one, other)| twins(field, &prints, one, other)).collect()
}

fn twins(field: &Field<'_>, prints: &Footprints<'_>, one: &Key, other: &Key) -> Option<FindingDraft> {
    let (overlap, shared) = (prints.overlap(one, other), prints.shared(one, other));
    let alike = overlap + ROUNDING >= TWINS_OVERLAP && shared.len() >= TWINS_SHARE && !prints.are_joined(one, other);
    let (x, y) = (field.graph.thing(one)?, field.graph.thing(other)?);
    alike.then(|| {
        let home = if differ(x, y) { 1.0 } else { TWINS_AT_HOME };
        let says = format!("{} and {} {}{}.", x.label, y.label, both(field, &shared), how_far(x, y));
        let ask = format!("Are {} and {} one job with two tools, or a race, and who calls it?", x.label, y.label);
        FindingDraft::new([one, other], 100.0 * overlap * home, says, ask).on(links(field, [one, other], &shared))
    })
}

/// Describes what two initiatives share: "both work on Reply time, and both need Letter templates".
fn both(field: &Field<'_>, shared: &[FootprintItem<'_>]) -> String {
    let verbs = [(FootprintRole::Moves, "work on"), (FootprintRole::Needs, "need"), (FootprintRole::Makes, "supply")];
    let clauses = verbs.into_iter().filter_map(|(role, verb)| {
        let things: Vec<&str> =
            shared.iter().filter(|(as_role, _)| *as_role == role).map(|(_, key)| field.label(key)).collect();
        (!things.is_empty()).then(|| format!("both {verb} {}", listed(&things, "and")))
    });
    clauses.collect::<Vec<_>>().join(", and ")
}

/// Describes the status of both, as far as known: "; Letter drafter is fading, Reply assistant is a pilot".
fn how_far(one: &Thing, other: &Thing) -> String {
    let known = [one, other].into_iter().filter_map(|thing| Some((thing, thing.status?)));
    let told: Vec<String> = known.map(|(thing, status)| format!("{} {}", thing.with("is"), stage(status))).collect();
    if told.is_empty() { String::new() } else { format!("; {}", told.join(", ")) }
}

const fn stage(status: Status) -> &'static str {
    match status {
        Status::Idea => "an idea",
        Status::Pilot => "a pilot",
        Status::Live => "live",
        Status::Fading => "fading",
        Status::Stopped => "stopped",
    }
}

fn links<'f>(field: &'f Field<'_>, twins: [&Key; 2], shared: &[FootprintItem<'_>]) -> impl Iterator<Item = Link<'f>> {
    let shared: BTreeSet<FootprintItem<'_>> = shared.iter().copied().collect();
    field.graph.links().filter(move |link| {
        let role = FootprintRole::of(link.arrow.relation);
        twins.contains(&&link.from.key) && role.is_some_and(|role| shared.contains(&(role, &link.to.key)))
    })
}
