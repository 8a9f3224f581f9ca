use crate::export::matrix_text::{extent, legend};
use crate::graph::{MatrixCell, MatrixOrder, SignedMatrix};
use crate::lens::{OverviewSection, WholeMap, group_section, overview};
use crate::record::english::listed;
use crate::record::text::clean;

/// The maximum number of things of the matrix on the page: on paper more are no longer told apart.
const MOST_THINGS: usize = 40;

/// The matrix as a table. Its cells say in words what their signs mean.
#[derive(Default)]
pub(super) struct MatrixTable {
    /// The name of every column.
    pub(super) columns: Vec<MatrixHead>,
    pub(super) rows: Vec<MatrixRow>,
    pub(super) extent: String,
    pub(super) legend: String,
}

/// The heading of a column or a row.
pub(super) struct MatrixHead {
    pub(super) label: String,
    /// Whether a group begins here.
    pub(super) begins: bool,
}

/// A row of the matrix.
pub(super) struct MatrixRow {
    pub(super) head: MatrixHead,
    pub(super) cells: Vec<MatrixMark>,
}

/// One cell of the matrix.
pub(super) struct MatrixMark {
    /// The sign; empty without an arrow.
    pub(super) glyph: String,
    pub(super) class: &'static str,
}

impl MatrixTable {
    /// The matrix of a map, group by group; empty if nothing leads to anything.
    pub(super) fn of(map: &WholeMap<'_>) -> Self {
        let graph = map.graph();
        let matrix = SignedMatrix::of_groups(graph, map.groups(), (MatrixOrder::Groups, false, MOST_THINGS));
        if matrix.things.is_empty() {
            return Self::default();
        }
        let head = |at: usize| MatrixHead {
            label: matrix.things.get(at).map(|key| clean(graph.label(key)).into_owned()).unwrap_or_default(),
            begins: matrix.begins_block(at),
        };
        let all = 0..matrix.things.len();
        let row = |row: usize| MatrixRow {
            head: head(row),
            cells: all.clone().map(|column| MatrixMark::of(&matrix, row, column)).collect(),
        };
        Self {
            columns: all.clone().map(head).collect(),
            rows: all.clone().map(row).collect(),
            extent: extent(&matrix),
            legend: legend("an empty cell").replace(" - ", " − "),
        }
    }
}

impl MatrixMark {
    fn of(matrix: &SignedMatrix, row: usize, column: usize) -> Self {
        let cell = matrix.cell(row, column);
        let class = match (cell, matrix.begins_block(column)) {
            (Some(MatrixCell::More), false) => "more",
            (Some(MatrixCell::More), true) => "more begins",
            (Some(MatrixCell::Less), false) => "less",
            (Some(MatrixCell::Less), true) => "less begins",
            (Some(_), false) => "open",
            (Some(_), true) => "open begins",
            (None, true) => "begins",
            (None, false) => "",
        };
        // On a page the sign of less is as wide as that of more.
        Self { glyph: cell.map(|cell| cell.glyph().to_string().replace('-', "−")).unwrap_or_default(), class }
    }
}

/// A group as the report shows it.
pub(super) struct GroupRow {
    pub(super) says: String,
    pub(super) things: String,
}

/// The groups of a map, and what is in none.
pub(super) fn groups(map: &WholeMap<'_>) -> Vec<GroupRow> {
    let (graph, groups) = (map.graph(), map.groups());
    let lines = group_section(graph, groups).into_iter().flat_map(|section| section.lines).enumerate();
    let rows = lines.map(|(at, line)| {
        let things = groups.groups.get(at).map(|group| {
            let labels: Vec<&str> = group.things.iter().map(|key| graph.label(key)).collect();
            clean(&listed(&labels, "and")).into_owned()
        });
        GroupRow { says: clean(&line.says).into_owned(), things: things.unwrap_or_default() }
    });
    rows.collect()
}

/// How a map stands, cleaned of what must not be printed.
pub(super) fn standing(map: &WholeMap<'_>) -> Vec<OverviewSection> {
    let mut sections = overview(map);
    for line in sections.iter_mut().flat_map(|section| &mut section.lines) {
        line.says = clean(&line.says).into_owned();
        line.could = clean(&line.could).into_owned();
    }
    sections
}
