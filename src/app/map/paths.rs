use std::collections::{BTreeMap, VecDeque};

use crate::graph::{Causal, FilteredGraph, Key, Link, Path, PathsTo};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::Relation;
use crate::record::spoken::about;

use super::Row;
use super::mark::{Side, phrase};

/// So many ways are shown, the strongest first.
const WAYS: usize = 12;

/// The ways along effects from one thing to another; where there is none, how the two hang together at all.
pub(super) fn rows(shown: &FilteredGraph<'_>, from: &Key, to: &Key) -> Vec<Row> {
    let graph = shown.graph();
    let causal = Causal::of(graph);
    let (Some(start), Some(end)) = (causal.place_of(from), causal.place_of(to)) else { return Vec::new() };
    let toward = PathsTo::place(&causal, end, LONGEST_PATH, FAINTEST);
    let mut ways = toward.from(start);
    let found: Vec<Path<'_>> = ways.by_ref().take(WAYS).collect();
    let mut rows: Vec<Row> = found.iter().flat_map(|trail| way(&causal, trail)).collect();
    if ways.next().is_some() {
        rows.push(Row::heading("and more ways, with less of a push arriving"));
    }
    if rows.is_empty() {
        rows.push(Row::heading("No effect named so far leads from the one to the other."));
        rows.extend(joined(shown, from, to));
    }
    rows
}

fn way(causal: &Causal<'_>, trail: &Path<'_>) -> Vec<Row> {
    let label = |place: usize| causal.thing(place).map_or("", |thing| thing.label.as_str());
    let amount = if trail.turns { "less" } else { "more" };
    let end = trail.end().map_or("", label);
    let when = if trail.days == 0 { String::new() } else { format!(", within {}", about(trail.days)) };
    let arrows = if trail.len() == 1 { "one arrow".to_owned() } else { format!("{} arrows", trail.len()) };
    let mut rows = vec![Row::heading(format!("more leads to {amount} {end}{when} ({arrows})"))];
    rows.extend(trail.steps.iter().zip(1..).filter_map(|(step, depth)| {
        let link = causal.link(step)?;
        Some(Row::of_arrow(link, &link.to.key, depth, link.to.label.clone()))
    }));
    rows
}

/// The shortest way from one to the other over arrows of any sort, whichever way they point.
fn joined(shown: &FilteredGraph<'_>, from: &Key, to: &Key) -> Vec<Row> {
    let mut beside: BTreeMap<&Key, Vec<(&Key, Side, Link<'_>)>> = BTreeMap::new();
    for link in shown.links() {
        beside.entry(&link.from.key).or_default().push((&link.to.key, Side::Out, link));
        beside.entry(&link.to.key).or_default().push((&link.from.key, Side::Into, link));
    }
    let mut came: BTreeMap<&Key, (&Key, Side, Link<'_>)> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(here) = waiting.pop_front().filter(|here| *here != to) {
        for (far, side, link) in beside.get(here).into_iter().flatten() {
            if *far != from && !came.contains_key(far) {
                came.insert(far, (here, *side, *link));
                waiting.push_back(far);
            }
        }
    }
    let mut steps = Vec::new();
    let mut here = to;
    while let Some((before, side, link)) = came.get(here) {
        steps.push((here, *side, *link));
        here = before;
    }
    if steps.is_empty() {
        return vec![Row::heading("Nothing else joins them either, in what is shown.")];
    }
    let mut rows = vec![Row::heading("They hang together like this:")];
    rows.extend(steps.into_iter().rev().zip(1..).map(|((thing, side, link), depth)| {
        let label = shown.graph().label(thing);
        let words = match (side, link.arrow.relation) {
            (Side::Into, Relation::Affects) => format!("{label}, which acts on it"),
            (side, relation) => phrase(side, relation, label),
        };
        Row::of_arrow(link, thing, depth, words)
    }));
    rows
}
