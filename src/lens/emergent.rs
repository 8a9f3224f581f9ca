//! L12, emergent effect: several initiatives together move a factor that none of them aims at.
//!
//! The lens looks at factors at which nothing aims, and of which more or less is wanted or a movement was reported. The
//! effect of each initiative on the factor is the difference between the impact of the paths that raise it and of the
//! paths that lower it. Initiatives count if their effect is above a threshold. Those with effects in the same
//! direction are a finding if they belong to at least two units, if their effects add up to enough, and if none of them
//! makes up most of the sum. Severity: 60 times the sum, which is at most 1; more if the direction is not the wanted
//! one, and more if the factor was last seen to move in that direction.
//!
//! Source: unanticipated consequences, Merton (1936); emergence in Meadows (2008). Traps: there may be rival causes;
//! all paths may pass the same thing, so that one effect is counted several times, which the sentence says; the
//! reported movement may be seasonal. Welcome effects are findings too.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{Impact, Key, Observation, Path, PathStep, Thing};
use crate::record::{Direction, Kind, Relation};

use super::field::{Field, wanted_up};
use super::thresholds::{
    EMERGENT_ALONE_TENTHS, EMERGENT_SEEN, EMERGENT_SHARE, EMERGENT_TOTAL, EMERGENT_UNITS, EMERGENT_UNWANTED,
    EMERGENT_WEIGHT,
};
use super::words::guesses;
use super::{FindingDraft, Lens, Lesson, Treatment};
use crate::record::spoken::listed;

impl Lens {
    /// L12, emergent effect.
    pub const EMERGENT: &'static Self = &Self { number: 12, name: "emergent", read, treats: |_| Treatment::of(LESSON) };
}

const LESSON: Lesson = Lesson {
    called: "An emergent effect: small pushes from several sides add up to something nobody planned.",
    source: "Robert Merton described unanticipated consequences (1936), Donella Meadows emergence (2008).",
    matters: "No single owner sees it in their own numbers, so that for better or worse it grows unwatched.",
};

/// The effect of one initiative on a factor, along all paths to it.
struct Push<'f, 'a> {
    change: &'a Thing,
    paths: Vec<&'f Path<'a>>,
    up: bool,
    net: Impact,
}

impl<'f, 'a> Push<'f, 'a> {
    fn of(change: &'a Thing, paths: Vec<&'f Path<'a>>) -> Self {
        let total =
            |turns: bool| -> Impact { paths.iter().filter(|path| path.turns == turns).map(|path| path.impact).sum() };
        let (raised, lowered) = (total(false), total(true));
        Self { change, up: raised > lowered, net: raised.apart(lowered), paths }
    }
}

fn read(field: &Field<'_>) -> Vec<FindingDraft> {
    let aimed: BTreeSet<&Key> = field.links(Relation::Aims).map(|link| &link.to.key).collect();
    let watched = |thing: &Thing| wanted_up(thing).is_some() || !thing.observations.is_empty();
    let mut found = Vec::new();
    for (end, pushes) in pushes(field) {
        let Some(factor) = field.causal.thing(end) else { continue };
        if factor.kind != Kind::Factor || aimed.contains(&factor.key) || !watched(factor) {
            continue;
        }
        let (up, down): (Vec<_>, Vec<_>) = pushes.into_iter().partition(|push| push.up);
        found.extend(emerges(&up).map(|total| finding(field, factor, &up, total)));
        found.extend(emerges(&down).map(|total| finding(field, factor, &down, total)));
    }
    found
}

/// Returns for each place the initiatives whose effect on it is above the threshold.
fn pushes<'f, 'a>(field: &'f Field<'a>) -> BTreeMap<usize, Vec<Push<'f, 'a>>> {
    let mut pushes: BTreeMap<usize, Vec<Push<'_, '_>>> = BTreeMap::new();
    for (place, change) in field.of_kind(Kind::Initiative) {
        let mut by_end: BTreeMap<usize, Vec<&Path<'_>>> = BTreeMap::new();
        for path in field.paths(place) {
            if let Some(end) = path.end() {
                by_end.entry(end).or_default().push(path);
            }
        }
        for (end, paths) in by_end {
            let push = Push::of(change, paths);
            if push.net > EMERGENT_SHARE {
                pushes.entry(end).or_default().push(push);
            }
        }
    }
    pushes
}

/// Returns the sum of these effects if they are an emergent effect, else `None`.
fn emerges(pushes: &[Push<'_, '_>]) -> Option<Impact> {
    let total: Impact = pushes.iter().map(|push| push.net).sum();
    let units: BTreeSet<&Key> = pushes.iter().filter_map(|push| push.change.unit.as_ref()).collect();
    let shared = pushes.iter().all(|push| push.net * 10 < total * EMERGENT_ALONE_TENTHS);
    (total >= EMERGENT_TOTAL && units.len() >= EMERGENT_UNITS && shared).then_some(total)
}

fn finding(field: &Field<'_>, factor: &Thing, pushes: &[Push<'_, '_>], total: Impact) -> FindingDraft {
    let up = pushes.iter().any(|push| push.up);
    let seen = factor.observations.last().map(|seen| seen.direction);
    let unwanted = if wanted_up(factor) == Some(!up) { EMERGENT_UNWANTED } else { 1.0 };
    let observed = if seen == Some(if up { Direction::Up } else { Direction::Down }) { EMERGENT_SEEN } else { 1.0 };
    let severity = 100.0 * total.share().min(1.0) * EMERGENT_WEIGHT * unwanted * observed;
    let t = &factor.label;
    // Nobody is asked who watches a thing of which somebody said so.
    let watched = factor.watch.as_ref().is_some_and(|watch| watch.level.is_some() || watch.acts.is_some());
    let who = if watched { String::new() } else { format!(", and who watches {t}") };
    let ask = format!("If only one of these ran, would {t} still move{who}?");
    let steps = arrows(pushes);
    let found = FindingDraft::new([&factor.key], severity, String::new(), ask).on_steps(field, &steps);
    FindingDraft { says: says(field, factor, pushes, up, &found), ..found }
}

/// Returns the arrows of all paths, each once, since many paths share most of their arrows.
fn arrows<'a>(pushes: &[Push<'_, 'a>]) -> Vec<PathStep<'a>> {
    let steps = pushes.iter().flat_map(|push| &push.paths).flat_map(|path| &path.steps);
    let known: BTreeMap<_, _> = steps.map(|step| ((step.from, step.to, step.arrow.relation), *step)).collect();
    known.into_values().collect()
}

/// Describes the assumed causes, and then what was seen, in two sentences, so that neither supports the other.
fn says(field: &Field<'_>, factor: &Thing, pushes: &[Push<'_, '_>], up: bool, found: &FindingDraft) -> String {
    let changes: Vec<&str> = pushes.iter().map(|push| push.change.label.as_str()).collect();
    let verb = if up { "raise" } else { "lower" };
    let thought = format!(
        "Nobody here has said they set out to change {}, yet {} are thought to {verb} {} together; {}.",
        factor.label,
        listed(&changes, "and"),
        factor.agreement().object(),
        guesses(found)
    );
    let gate = gate(pushes).map(|place| field.label_at(place));
    let through =
        gate.map(|label| format!("All of it comes by way of {label}, so perhaps that is the thing to look at."));
    let seen = factor.observations.last().map(|seen| format!("What was seen: {}.", movement(seen)));
    let seen = seen.unwrap_or_else(|| "Nobody here has seen it move so far.".to_owned());
    let welcome = wanted_up(factor) == Some(up);
    let welcome = welcome.then(|| "That would be welcome: a gift to protect.".to_owned());
    [Some(thought), through, Some(seen), welcome].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Describes a reported movement: "it fell, 6pts since spring".
fn movement(seen: &Observation) -> String {
    let moved = match seen.direction {
        Direction::Up => "it rose",
        Direction::Down => "it fell",
        Direction::Flat => "it stayed as it was",
    };
    seen.words.as_ref().map_or_else(|| moved.to_owned(), |words| format!("{moved}, {words}"))
}

/// Returns the place just before the end, if it is the same on every path.
fn gate(pushes: &[Push<'_, '_>]) -> Option<usize> {
    let paths = pushes.iter().flat_map(|push| &push.paths);
    let last: BTreeSet<Option<usize>> = paths.map(|path| path.steps.iter().rev().nth(1).map(|step| step.to)).collect();
    if last.len() == 1 { last.into_iter().next().flatten() } else { None }
}
