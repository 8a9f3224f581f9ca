use std::collections::{BTreeMap, VecDeque};

use crate::graph::{Causal, FilteredGraph, Key, Link, Path, PathsTo};
use crate::lens::{FAINTEST, LONGEST_PATH};
use crate::record::Relation;
use crate::record::spoken::about;

use super::Row;
use super::mark::{NeighbourSide, phrase};

/// The maximum number of paths shown, the strongest first.
const PATHS: usize = 12;

/// Returns the paths of effects from one thing to another; where there is none, the shortest path of arrows of any
/// kind.
pub(super) fn rows(shown: &FilteredGraph<'_>, from: &Key, to: &Key) -> Vec<Row> {
    let graph = shown.graph();
    let causal = Causal::of(graph);
    let (Some(start), Some(end)) = (causal.place_of(from), causal.place_of(to)) else { return Vec::new() };
    let target = PathsTo::place(&causal, end, LONGEST_PATH, FAINTEST);
    let mut paths = target.from(start);
    let found: Vec<Path<'_>> = paths.by_ref().take(PATHS).collect();
    let mut rows: Vec<Row> = found.iter().flat_map(|path| path_rows(&causal, path)).collect();
    if paths.next().is_some() {
        rows.push(Row::heading("and more ways, with less of a push arriving"));
    }
    if rows.is_empty() {
        rows.push(Row::heading("No effect named so far leads from the one to the other."));
        rows.extend(joined(shown, from, to));
    }
    rows
}

fn path_rows(causal: &Causal<'_>, path: &Path<'_>) -> Vec<Row> {
    let label = |place: usize| causal.thing(place).map_or("", |thing| thing.label.as_str());
    let amount = if path.turns { "less" } else { "more" };
    let end = path.end().map_or("", label);
    let when = if path.days == 0 { String::new() } else { format!(", within {}", about(path.days)) };
    let arrows = if path.len() == 1 { "one arrow".to_owned() } else { format!("{} arrows", path.len()) };
    let mut rows = vec![Row::heading(format!("more leads to {amount} {end}{when} ({arrows})"))];
    rows.extend(path.steps.iter().zip(1..).filter_map(|(step, depth)| {
        let link = causal.link(step)?;
        Some(Row::of_arrow(link, &link.to.key, depth, link.to.label.clone()))
    }));
    rows
}

/// Returns the shortest path between two things over arrows of any kind, in either direction.
fn joined(shown: &FilteredGraph<'_>, from: &Key, to: &Key) -> Vec<Row> {
    let mut beside: BTreeMap<&Key, Vec<(&Key, NeighbourSide, Link<'_>)>> = BTreeMap::new();
    for link in shown.links() {
        beside.entry(&link.from.key).or_default().push((&link.to.key, NeighbourSide::Out, link));
        beside.entry(&link.to.key).or_default().push((&link.from.key, NeighbourSide::Into, link));
    }
    let mut came: BTreeMap<&Key, (&Key, NeighbourSide, Link<'_>)> = BTreeMap::new();
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
            (NeighbourSide::Into, Relation::Affects) => format!("{label}, which acts on it"),
            (side, relation) => {
                let (near, far) = side.ends(link);
                phrase(side, relation, near.agreement(), label, far.agreement())
            }
        };
        Row::of_arrow(link, thing, depth, words)
    }));
    rows
}
