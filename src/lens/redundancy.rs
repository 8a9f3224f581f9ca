//! L5, redundancy: two initiatives that do the same job.
//!
//! The footprint of an initiative is the set of things that it moves (or aims to move), needs and supplies, in whatever
//! direction. Two initiatives are twins if neither builds on the other, if they share at least two things, one of them
//! moved by both, and if their overlap is at least half. A topic, which very many touch, is not shared in this sense.
//! Several of which every two are twins by the same things are one finding, and only the heaviest findings are listed. The
//! overlap is the weight of the things that both touch,
//! divided by the weight of the things that either touches; a thing that many initiatives touch has a low weight.
//! Severity: 100 times the overlap, half of that unless the two belong to different units.
//!
//! Source: weighted overlap is Jaccard's (1901); reviewing projects as one portfolio is McFarlan's (1981). Traps:
//! somebody may have set up a race on purpose; things that everybody shares say little, hence the weights; one tool may
//! have to exist twice under two laws.

mod one_sort;
mod same_name;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Key, Link, Thing};
use crate::record::Status;

use super::field::{Field, differ};
use super::footprint::{FootprintItem, FootprintRole, Footprints};
use super::limit_reason::LimitReason;
use super::thresholds::{ROUNDING, TWINS_AT_HOME, TWINS_LISTED, TWINS_OVERLAP, TWINS_SHARE};
use super::{FindingDraft, Lens, Lesson, Pattern, Treatment};
use crate::record::spoken::{in_words, listed};

impl Lens {
    /// L5, redundancy.
    pub const REDUNDANCY: &'static Self = &Self { number: 5, name: "redundancy", read, treats };
}

fn treats(pattern: Option<Pattern>) -> Treatment {
    Treatment::of(match pattern {
        Some(Pattern::SameName) => SAME_NAME,
        Some(Pattern::OneSort) => ONE_SORT,
        _ => LESSON,
    })
}

const SAME_NAME: Lesson = Lesson {
    called: "One name, several owners: a list has one change more than once, or for more than one.",
    source: "Warren McFarlan's Portfolio Approach to Information Systems (1981) asks to look at all projects as one.",
    matters: "Either they know of each other and it is one job, or each pays for what the other has already.",
};

const ONE_SORT: Lesson = Lesson {
    called: "One sort, several units: each has built or bought a thing of the same sort.",
    source: "Warren McFarlan's Portfolio Approach to Information Systems (1981) asks to look at all projects as one.",
    matters: "They need not be one, but each has found out something that the others are about to find out.",
};

const LESSON: Lesson = Lesson {
    called: "Redundancy: two changes under way that do one job.",
    source: "Warren McFarlan's Portfolio Approach to Information Systems (1981) asks to look at all projects as one.",
    matters: "Each of the two learns alone and asks the same people for the same things, until one of them fades.",
};

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let prints = Footprints::of(field);
    if prints.crowds() > 0 {
        field.leave_out(LimitReason::Crowd, prints.crowds());
    }
    let twins = prints.pairs().into_iter().filter_map(|(one, other)| Twins::of(field, &prints, one, other));
    let mut found: Vec<FindingDraft> =
        together(twins.collect()).into_iter().filter_map(|twins| finding(field, &twins)).collect();
    found.sort_by_cached_key(|draft| (Reverse(draft.severity), draft.about.clone()));
    // What only files list is cut by pattern later on.
    let (mut own, listed): (Vec<_>, Vec<_>) = found.into_iter().partition(|draft| draft.imported < draft.arrows.len());
    if own.len() > TWINS_LISTED {
        field.leave_out(LimitReason::MoreTwins, own.len() - TWINS_LISTED);
        own.truncate(TWINS_LISTED);
    }
    own.extend(listed);
    own.extend(same_name::findings(field));
    own.extend(one_sort::findings(field));
    own
}

/// Two initiatives that do the same job, or more of which every two do.
struct Twins<'a> {
    keys: Vec<&'a Key>,
    shared: Vec<FootprintItem<'a>>,
    severity: f64,
}

impl<'a> Twins<'a> {
    fn of(field: &Field<'a>, prints: &Footprints<'a>, one: &'a Key, other: &'a Key) -> Option<Self> {
        let (overlap, shared) = (prints.overlap(one, other), prints.shared(one, other));
        let moved = shared.iter().any(|(role, _)| *role == FootprintRole::Moves);
        let alike = overlap + ROUNDING >= TWINS_OVERLAP && shared.len() >= TWINS_SHARE && moved;
        let (x, y) = (field.graph.thing(one)?, field.graph.thing(other)?);
        let home = if differ(x, y) { 1.0 } else { TWINS_AT_HOME };
        (alike && !prints.are_joined(one, other)).then(|| Self {
            keys: vec![one, other],
            shared,
            severity: 100.0 * overlap * home,
        })
    }
}

/// Joins pairs that share the same things, where every two of the initiatives are such a pair.
fn together(pairs: Vec<Twins<'_>>) -> Vec<Twins<'_>> {
    let mut by_shared: BTreeMap<Vec<FootprintItem<'_>>, Vec<Twins<'_>>> = BTreeMap::new();
    for pair in pairs {
        by_shared.entry(pair.shared.clone()).or_default().push(pair);
    }
    let joined = by_shared.into_iter().flat_map(|(shared, pairs)| {
        let keys: BTreeSet<&Key> = pairs.iter().flat_map(|pair| pair.keys.iter().copied()).collect();
        if keys.len() * (keys.len() - 1) / 2 != pairs.len() {
            return pairs;
        }
        let severity = pairs.iter().map(|pair| pair.severity).fold(0.0, f64::max);
        vec![Twins { keys: keys.into_iter().collect(), shared, severity }]
    });
    joined.collect()
}

fn finding(field: &Field<'_>, twins: &Twins<'_>) -> Option<FindingDraft> {
    let things: Option<Vec<&Thing>> = twins.keys.iter().map(|key| field.graph.thing(key)).collect();
    let things = things?;
    let labels: Vec<&str> = things.iter().map(|thing| thing.label.as_str()).collect();
    let (names, tools) = (listed(&labels, "and"), in_words(labels.len()));
    let says = format!("{names} {}{}.", all_share(field, labels.len(), &twins.shared), how_far(&things));
    let ask = format!("Are {names} one job with {tools} tools, or a race, and who calls it?");
    let draft = FindingDraft::new(twins.keys.iter().copied(), twins.severity, says, ask);
    Some(draft.on(links(field, &twins.keys, &twins.shared)))
}

/// Describes what initiatives share: "both work on Reply time, and both need Letter templates".
fn all_share(field: &Field<'_>, many: usize, shared: &[FootprintItem<'_>]) -> String {
    let all = if many == 2 { "both" } else { "all" };
    let verbs = [(FootprintRole::Moves, "work on"), (FootprintRole::Needs, "need"), (FootprintRole::Makes, "supply")];
    let clauses = verbs.into_iter().filter_map(|(role, verb)| {
        let things: Vec<&str> =
            shared.iter().filter(|(as_role, _)| *as_role == role).map(|(_, key)| field.label(key)).collect();
        (!things.is_empty()).then(|| format!("{all} {verb} {}", listed(&things, "and")))
    });
    clauses.collect::<Vec<_>>().join(", and ")
}

/// Describes the status of each, as far as known: "; Letter drafter is fading, Reply assistant is a pilot".
fn how_far(things: &[&Thing]) -> String {
    let known = things.iter().filter_map(|thing| Some((thing, thing.status?)));
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

fn links<'f>(
    field: &'f Field<'_>,
    twins: &'f [&'f Key],
    shared: &[FootprintItem<'_>],
) -> impl Iterator<Item = Link<'f>> {
    let shared: BTreeSet<FootprintItem<'_>> = shared.iter().copied().collect();
    field.graph.links().filter(move |link| {
        let role = FootprintRole::of(link.arrow.relation);
        twins.contains(&&link.from.key) && role.is_some_and(|role| shared.contains(&(role, &link.to.key)))
    })
}
