//! The views of the map as a whole: its groups, and how it stands.

use std::borrow::Cow;
use std::sync::Arc;

use super::Shows;
use super::row::{At, Row};
use crate::graph::{FilteredGraph, Graph, ThingGroups};
use crate::lens::{OverviewLine, OverviewSection, WholeMap, group_section, overview};
use crate::record::english::counted;

/// The rows of a view of the whole map, with what they were computed from: reading a map of thousands of things takes longer
/// than a key may.
#[derive(Clone, Debug, Default)]
pub(super) struct WholeRows {
    from: Option<(Arc<Graph>, String, bool)>,
    rows: Vec<Row>,
}

impl WholeRows {
    /// Returns the rows of what a filter leaves: its groups, or how it stands. `filter` stands for the filter.
    pub(super) fn of(&mut self, graph: &Arc<Graph>, shown: &FilteredGraph<'_>, filter: &str, groups: bool) -> Vec<Row> {
        let is_same = |(known, of, of_groups): &(Arc<Graph>, String, bool)| {
            Arc::ptr_eq(known, graph) && of == filter && *of_groups == groups
        };
        if !self.from.as_ref().is_some_and(is_same) {
            let part = part(shown);
            self.rows = if groups { grouped(&part) } else { told(&overview(&WholeMap::of(&part))) };
            self.from = Some((Arc::clone(graph), filter.to_owned(), groups));
        }
        self.rows.clone()
    }
}

/// Returns what a filter leaves as a graph of its own; the graph itself where that is everything.
pub(super) fn part<'g>(shown: &FilteredGraph<'g>) -> Cow<'g, Graph> {
    let whole = shown.graph();
    let counts = (whole.inner().node_count(), whole.inner().edge_count());
    if (shown.thing_count(), shown.arrow_count()) == counts {
        Cow::Borrowed(whole)
    } else {
        Cow::Owned(whole.only(shown))
    }
}

fn told(sections: &[OverviewSection]) -> Vec<Row> {
    let rows = sections
        .iter()
        .flat_map(|section| std::iter::once(Row::heading(section.heading)).chain(section.lines.iter().map(sentence)));
    rows.collect()
}

/// Returns the row of a sentence: Enter looks at the first thing that it names.
fn sentence(line: &OverviewLine) -> Row {
    let mut row = Row::new(At::Sentence(line.things.first().cloned()), 0, Shows::Bare, line.says.clone());
    row.asides.extend((!line.could.is_empty()).then(|| line.could.clone()));
    row.asides.extend((!line.filter.is_empty()).then(|| format!("The filter {} shows them.", line.filter)));
    row
}

/// Returns a row for each group, and under it the rows of its things.
fn grouped(graph: &Graph) -> Vec<Row> {
    let groups = ThingGroups::of(graph);
    let mut rows = Vec::new();
    for (at, line) in group_section(graph, &groups).into_iter().flat_map(|section| section.lines).enumerate() {
        rows.push(sentence(&line));
        let things = groups.groups.get(at).into_iter().flat_map(|group| &group.things);
        rows.extend(things.filter_map(|key| graph.thing(key)).map(|thing| {
            let mut row = Row::new(At::Thing(thing.key.clone()), 1, Shows::Bare, thing.label.clone());
            row.asides.push(counted(graph.arrows_at(&thing.key), "arrow", "arrows"));
            row.asides.push(thing.kind.name().to_lowercase());
            row
        }));
    }
    rows
}
