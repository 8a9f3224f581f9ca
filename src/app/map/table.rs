use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::app::entry::Entry;
use crate::graph::{FilteredGraph, Key, Thing};
use crate::record::Want;

/// A column of the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The name of the thing.
    #[default]
    Name,
    /// Its kind.
    Kind,
    /// The unit that answers for it.
    Unit,
    /// Its stage, or which direction is good.
    Standing,
    /// The number of arrows into it.
    Into,
    /// The number of arrows from it.
    Out,
    /// The number of its arrows that people disagree about.
    Disputed,
    /// The day on which it was last mentioned.
    Said,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Column; 8] = [
        Column::Name,
        Column::Kind,
        Column::Unit,
        Column::Standing,
        Column::Into,
        Column::Out,
        Column::Disputed,
        Column::Said,
    ];

    /// Returns the heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Column::Name => "thing",
            Column::Kind => "kind",
            Column::Unit => "team",
            Column::Standing => "stands",
            Column::Into => "in",
            Column::Out => "out",
            Column::Disputed => "≠",
            Column::Said => "last said",
        }
    }

    /// Returns the next column; the last is followed by the first.
    #[must_use]
    pub fn next(self) -> Self {
        let here = Column::ALL.iter().position(|column| *column == self).unwrap_or_default();
        Column::ALL.get((here + 1) % Column::ALL.len()).copied().unwrap_or_default()
    }

    /// Whether its values are numbers, which are sorted with the largest first.
    const fn counts(self) -> bool {
        matches!(self, Column::Into | Column::Out | Column::Disputed | Column::Said)
    }
}

/// The settings of the table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// The column by which it is sorted.
    pub sorted: Column,
    /// Whether the order is reversed.
    pub reversed: bool,
    /// The things marked to be changed together.
    pub marked: BTreeSet<Key>,
    /// The change of the marked things, while it is typed.
    pub changing: Option<Entry>,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The thing.
    pub key: Key,
    /// The text of each column, in their order.
    pub cells: [String; 8],
    numbers: [i64; 8],
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    into: i64,
    out: i64,
    disputed: i64,
    said: Option<(i64, Date)>,
}

/// Returns a row for each visible thing, sorted.
pub(super) fn rows(shown: &FilteredGraph<'_>, table: &Table) -> Vec<TableRow> {
    let mut counts: BTreeMap<&Key, Count> = BTreeMap::new();
    for link in shown.links() {
        for (end, is_start) in [(&link.from.key, true), (&link.to.key, false)] {
            let count = counts.entry(end).or_default();
            *(if is_start { &mut count.out } else { &mut count.into }) += 1;
            count.disputed += i64::from(link.arrow.is_disputed());
            count.said = count.said.max(link.arrow.touched.zip(link.arrow.said_on()));
        }
    }
    let count = |thing: &Thing| counts.get(&thing.key).copied().unwrap_or_default();
    let mut rows: Vec<TableRow> = shown.things().map(|thing| row(shown, thing, count(thing))).collect();
    let at = Column::ALL.iter().position(|column| *column == table.sorted).unwrap_or_default();
    rows.sort_by(|one, other| {
        let order = if table.sorted.counts() {
            other.numbers.get(at).cmp(&one.numbers.get(at))
        } else {
            words_first(one.cells.get(at), other.cells.get(at))
        };
        if table.reversed { order.reverse() } else { order }
    });
    rows
}

/// Orders words without regard to case; empty cells come last.
fn words_first(one: Option<&String>, other: Option<&String>) -> Ordering {
    let folded = |cell: Option<&String>| cell.map(|cell| (cell.is_empty(), cell.to_lowercase()));
    folded(one).cmp(&folded(other))
}

fn row(shown: &FilteredGraph<'_>, thing: &Thing, count: Count) -> TableRow {
    let number = |many: i64| if many == 0 { String::new() } else { many.to_string() };
    let unit = thing.answers().map(|party| shown.graph().label(party));
    let cells = [
        thing.label.clone(),
        thing.kind.name().to_lowercase(),
        unit.unwrap_or_default().to_owned(),
        standing(thing),
        number(count.into),
        number(count.out),
        number(count.disputed),
        count.said.map(|(_, day)| day.to_string()).unwrap_or_default(),
    ];
    let numbers =
        [0, 0, 0, 0, count.into, count.out, count.disputed, count.said.map_or(i64::MIN, |(moment, _)| moment)];
    TableRow { key: thing.key.clone(), cells, numbers }
}

fn standing(thing: &Thing) -> String {
    let want = thing.want.map(|want| match want {
        Want::Up => "want up",
        Want::Down => "want down",
        Want::Steady => "want steady",
    });
    let words = [
        thing.status.map(crate::record::Status::name),
        want,
        thing.scarce.then_some("scarce"),
        thing.outside.then_some("outside"),
        thing.imported.then_some("imported"),
        thing.gone.is_some().then_some("gone"),
    ];
    words.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
