use super::insight::LearnedItem;
use super::words::RoomWords;
use crate::graph::{Causal, Link, PathStep};
use crate::record::Kind;

/// The maximum number of arrows of a chain.
const LONGEST: usize = 5;

/// The maximum number of chains that are tried, so that dense maps end in time.
const TRIES: usize = 20_000;

/// The maximum number of chains among which the choice is made.
const CHOICE: usize = 200;

/// The chains of effects that begin at a change or at an incentive and have the room's words behind them.
///
/// Every arrow of a chain was spoken of; at its end at most one has nothing else of the room behind it. Of a chain that
/// goes on to something that is wanted, or that has words behind it, no part is told alone.
pub(super) fn chains<'a>(room: &RoomWords<'a>) -> Vec<LearnedItem<'a>> {
    let causal = Causal::of(room.graph);
    let begins = |kind| matches!(kind, Kind::Initiative | Kind::Incentive);
    let starts = causal.things().iter().enumerate().filter(|(_, thing)| begins(thing.kind));
    let mut waiting: Vec<(usize, Vec<PathStep<'a>>)> = starts.map(|(place, _)| (place, Vec::new())).rev().collect();
    let mut found = Vec::new();
    for _ in 0..TRIES {
        let Some((here, steps)) = waiting.pop() else { break };
        if steps.len() < LONGEST {
            let ahead: Vec<_> = causal.out_of(here).filter(|step| goes_on(room, &steps, step)).collect();
            let longer = |step: &PathStep<'a>| (step.to, steps.iter().chain([step]).copied().collect());
            waiting.extend(ahead.into_iter().rev().map(longer));
        }
        let links: Vec<Link<'a>> = steps.iter().filter_map(|step| causal.link(step)).collect();
        let bare = links.iter().rev().take_while(|link| room.weight(link.arrow) == 0).count();
        if links.len() > 1 && bare < 2 && room.is_of_the_room(&links) {
            found.extend(LearnedItem::chained(room, links));
        }
    }
    found.sort_by_key(|insight: &LearnedItem<'a>| std::cmp::Reverse(insight.weight));
    found.truncate(CHOICE);
    let is_part = |one: &LearnedItem<'a>| found.iter().any(|whole| whole.goes_on_from(one) && matters(room, whole));
    let parts: Vec<bool> = found.iter().map(is_part).collect();
    let whole = found.into_iter().zip(parts).filter(|(_, is_part)| !is_part);
    whole.map(|(insight, _)| insight).collect()
}

/// Whether the end of a chain is wanted one way, or its last arrow has words behind it.
fn matters(room: &RoomWords<'_>, chain: &LearnedItem<'_>) -> bool {
    chain.links.last().is_some_and(|last| last.to.want.is_some() || room.weight(last.arrow) > 0)
}

/// Whether a chain may go on with a step.
fn goes_on(room: &RoomWords<'_>, steps: &[PathStep<'_>], step: &PathStep<'_>) -> bool {
    let passes = steps.iter().any(|passed| passed.from == step.to || passed.to == step.to);
    !passes && step.is_signed() && room.spoke_of(step.arrow)
}
