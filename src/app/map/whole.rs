//! The views of the map as a whole: things by things, its groups, and how it stands. Reading a map of thousands of things
//! takes longer than a key may, so a thread of the shell does it.

use std::borrow::Cow;
use std::sync::Arc;

use super::Shows;
use super::row::{At, Row};
use crate::graph::{Filter, FilteredGraph, Graph, MatrixOrder, SignedMatrix, ThingGroups};
use crate::lens::{OverviewLine, OverviewSection, WholeMap, group_section, overview};
use crate::record::english::counted;

/// The maximum number of things in a matrix. Nobody could follow more.
const MATRIX_THINGS: usize = 400;

/// What a view of the whole map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WholeSort {
    /// Things by things.
    Matrix {
        /// The order of the things.
        order: MatrixOrder,
        /// Whether arrows that are not effects are shown too.
        all_arrows: bool,
    },
    /// Which things belong together.
    Groups,
    /// How the map stands.
    Health,
}

/// An order to read the whole map for a view.
#[derive(Clone, Debug)]
pub struct WholeOrder {
    pub(super) graph: Arc<Graph>,
    pub(super) filter: Filter,
    pub(super) sort: WholeSort,
}

/// Two orders are equal if they are for the same view of the same graph.
impl PartialEq for WholeOrder {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.graph, &other.graph) && (&self.filter, self.sort) == (&other.filter, other.sort)
    }
}

/// The result of an order.
#[derive(Clone, Debug)]
pub struct WholeReading {
    order: WholeOrder,
    content: WholeContent,
}

/// The content of a view of the whole map.
#[derive(Clone, Debug)]
pub(super) enum WholeContent {
    Matrix(SignedMatrix),
    Rows(Vec<Row>),
}

impl WholeOrder {
    /// Reads what the filter leaves of the map.
    pub fn read(&self) -> WholeReading {
        let part = part(&self.graph.shown(&self.filter));
        let content = match self.sort {
            WholeSort::Matrix { order, all_arrows } => {
                WholeContent::Matrix(SignedMatrix::of(&part, order, all_arrows, MATRIX_THINGS))
            }
            WholeSort::Groups => WholeContent::Rows(grouped(&part)),
            WholeSort::Health => WholeContent::Rows(told(&overview(&WholeMap::of(&part)))),
        };
        WholeReading { order: self.clone(), content }
    }
}

/// The reading of the whole map that is shown, and the one that is wanted. There is only one reading at a time; what was
/// shown stays until the new one is there.
#[derive(Clone, Debug, Default)]
pub(super) struct WholeReadings {
    /// The order for what the screen is to show; `None` while another view is on the screen.
    wanted: Option<WholeOrder>,
    in_progress: bool,
    read: Option<WholeReading>,
}

impl WholeReadings {
    /// Notes what the screen is to show.
    pub(super) fn want(&mut self, order: Option<WholeOrder>) {
        self.wanted = order;
    }

    /// Returns the order for the shell, if there is something to read.
    pub(super) fn order(&mut self) -> Option<WholeOrder> {
        if self.in_progress || !self.is_behind() {
            return None;
        }
        self.in_progress = true;
        self.wanted.clone()
    }

    /// Takes in a reading.
    pub(super) fn take(&mut self, reading: WholeReading) {
        self.in_progress = false;
        self.read = Some(reading);
    }

    /// Whether the last reading is not the one that is wanted.
    pub(super) fn is_behind(&self) -> bool {
        self.wanted.is_some() && self.wanted.as_ref() != self.read.as_ref().map(|read| &read.order)
    }

    /// Returns the content of the last reading, if it is of the wanted view; it may be of an earlier map.
    pub(super) fn content(&self) -> Option<&WholeContent> {
        let view = |sort: WholeSort| std::mem::discriminant(&sort);
        let wanted = self.wanted.as_ref()?;
        self.read.as_ref().filter(|read| view(read.order.sort) == view(wanted.sort)).map(|read| &read.content)
    }
}

/// Returns what a filter leaves as a graph of its own; the graph itself where that is everything.
fn part<'g>(shown: &FilteredGraph<'g>) -> Cow<'g, Graph> {
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
