use std::collections::BTreeSet;

use crate::graph::{Causal, Graph, Key, Link, PathStep, loops};
use crate::lens::{Lens, LoopStory, Readings};
use crate::record::{Kind, Relation, Want};

use super::thresholds::{LOOP_LONGEST, LOOP_SHORTEST, LOOPS};

/// Returns every loop, the shortest first, except those that the room judged untrue or put off.
pub(super) fn loop_stories<'a>(causal: &Causal<'a>, readings: &Readings) -> Vec<LoopStory<'a>> {
    let refused: Vec<BTreeSet<&Key>> = readings
        .findings
        .iter()
        .filter(|finding| finding.lens == Lens::LOOP && !finding.state.is_up())
        .map(|finding| finding.about.iter().collect())
        .collect();
    let found = loops(causal, LOOP_SHORTEST..=LOOP_LONGEST, LOOPS);
    let told = found.places.iter().filter_map(|places| Some(LoopStory::of(causal, through(causal, places)?)));
    told.filter(|story| !refused.contains(&story.things(causal).collect())).collect()
}

/// Returns the steps of the loop through these indices. If several arrows join two things, one with an agreed sign is
/// preferred.
fn through<'a>(causal: &Causal<'a>, places: &[usize]) -> Option<Vec<PathStep<'a>>> {
    let next = places.iter().cycle().skip(1);
    places.iter().zip(next).map(|(from, to)| between(causal, *from, *to)).collect()
}

fn between<'a>(causal: &Causal<'a>, from: usize, to: usize) -> Option<PathStep<'a>> {
    let steps = || causal.out_of(from).filter(move |step| step.to == to).copied();
    steps().find(PathStep::is_signed).or_else(|| steps().next())
}

/// Whether a loop has a goal: a thing of it is wanted steady, is aimed at or rewarded, or is covered by a purpose, an
/// incentive or a forum.
pub(super) fn has_goal(story: &LoopStory<'_>, graph: &Graph, causal: &Causal<'_>) -> bool {
    let members: BTreeSet<&Key> = story.things(causal).collect();
    let steady = |key: &&Key| graph.thing(key).is_some_and(|thing| thing.want == Some(Want::Steady));
    let sets = |kind: Kind| matches!(kind, Kind::Purpose | Kind::Incentive | Kind::Forum);
    let held = |link: Link<'_>| {
        let relation = link.arrow.relation;
        let says = matches!(relation, Relation::Aims | Relation::Rewards)
            || (relation == Relation::Covers && sets(link.from.kind));
        says && members.contains(&link.to.key)
    };
    members.iter().any(steady) || graph.links().any(held)
}
