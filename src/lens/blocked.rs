//! Why a pilot does not move: the path of needs from it to what is missing.

use std::collections::{BTreeSet, VecDeque};

use super::Field;
use crate::graph::{Key, Thing};
use crate::record::{Kind, Relation, Status};

/// A pilot, or an initiative that fades, with what holds it up.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockedPilot<'a> {
    /// The initiative.
    pub pilot: &'a Thing,
    /// The things from it to what is missing, nearest first; empty if nothing that was named is missing.
    pub path: Vec<BlockedStep<'a>>,
    /// What is wrong with the last thing of the path.
    pub missing: Option<Missing>,
}

/// One step of a path of needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BlockedStep<'a> {
    /// The thing.
    pub thing: &'a Thing,
    /// Whether it supplies the thing before it; else the thing before needs it.
    pub supplies: bool,
}

/// What is wrong with a thing that is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// Nobody supplies it, and nobody answers for it.
    Unsupplied,
    /// There is not enough of it.
    Scarce,
    /// It was stopped, or it fades.
    Stopped,
    /// Its source no longer lists it.
    Gone,
}

impl Missing {
    /// Returns its name, as written in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Missing::Unsupplied => "unsupplied",
            Missing::Scarce => "scarce",
            Missing::Stopped => "stopped",
            Missing::Gone => "gone",
        }
    }
}

/// Returns the pilots that wait for something that is missing, and the fading initiatives for which nothing named says why;
/// in key order.
pub fn blocked<'a>(field: &Field<'a>) -> Vec<BlockedPilot<'a>> {
    let pilots = field.of_kind(Kind::Initiative).map(|(_, thing)| thing).filter(|thing| thing.gone.is_none());
    let stands = pilots.filter(|thing| matches!(thing.status, Some(Status::Pilot | Status::Fading)));
    let found = stands.map(|pilot| match shortest(field, pilot) {
        Some((path, missing)) => BlockedPilot { pilot, path, missing: Some(missing) },
        None => BlockedPilot { pilot, path: Vec::new(), missing: None },
    });
    found.filter(|found| found.missing.is_some() || found.pilot.status == Some(Status::Fading)).collect()
}

/// Returns the shortest path of needs from a thing to one that is missing; of equally short ones the first in key order.
fn shortest<'a>(field: &Field<'a>, pilot: &'a Thing) -> Option<(Vec<BlockedStep<'a>>, Missing)> {
    let mut seen: BTreeSet<&Key> = BTreeSet::from([&pilot.key]);
    let mut waiting: VecDeque<(&Thing, Vec<BlockedStep<'a>>)> = VecDeque::from([(pilot, Vec::new())]);
    while let Some((here, path)) = waiting.pop_front() {
        for step in rests_on(field, here).into_iter().filter(|step| seen.insert(&step.thing.key)) {
            let path: Vec<BlockedStep<'_>> = path.iter().copied().chain([step]).collect();
            if let Some(missing) = missing(field, step) {
                return Some((path, missing));
            }
            waiting.push_back((step.thing, path));
        }
    }
    None
}

/// Returns what a thing needs, and what supplies it, in key order.
fn rests_on<'a>(field: &Field<'a>, thing: &Thing) -> Vec<BlockedStep<'a>> {
    let steps = field.graph.links_at(&thing.key).filter_map(|link| match link.arrow.relation {
        Relation::Needs if link.from.key == thing.key => Some(BlockedStep { thing: link.to, supplies: false }),
        Relation::Feeds if link.to.key == thing.key => Some(BlockedStep { thing: link.from, supplies: true }),
        _ => None,
    });
    let mut steps: Vec<BlockedStep<'_>> = steps.collect();
    steps.sort_by_key(|step| (&step.thing.key, step.supplies));
    steps
}

fn missing(field: &Field<'_>, step: BlockedStep<'_>) -> Option<Missing> {
    let thing = step.thing;
    let is_supplied = || {
        field.graph.links_at(&thing.key).any(|link| link.arrow.relation == Relation::Feeds && link.to.key == thing.key)
    };
    match thing.status {
        _ if thing.gone.is_some() => Some(Missing::Gone),
        Some(Status::Stopped | Status::Fading) => Some(Missing::Stopped),
        _ if thing.scarce => Some(Missing::Scarce),
        _ if !step.supplies && thing.unit.is_none() && !is_supplied() => Some(Missing::Unsupplied),
        _ => None,
    }
}
