use clap::ValueEnum;

use crate::export::{groups_json, groups_text, health_json, health_text, map_json, map_text, matrix_json, matrix_text};
use crate::graph::{Graph, MatrixOrder, SignedMatrix};

/// The form in which a map is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MapForm {
    /// Things, and what leads to what.
    #[default]
    List,
    /// Things by things, with + - and ?.
    Matrix,
    /// Which things belong together.
    Groups,
    /// How the map stands, what is in the middle, who has to be in the room.
    Health,
}

/// The order of the things of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum MatrixSort {
    /// Group by group.
    #[default]
    Groups,
    /// By name.
    Name,
    /// The busiest first.
    Busy,
}

/// The maximum number of things of a matrix in text; more are no longer read.
const MOST_THINGS: usize = 60;

impl MatrixSort {
    const fn order(self) -> MatrixOrder {
        match self {
            MatrixSort::Groups => MatrixOrder::Groups,
            MatrixSort::Name => MatrixOrder::Name,
            MatrixSort::Busy => MatrixOrder::Busy,
        }
    }
}

impl MapForm {
    /// Returns the map in this form, as text.
    pub(super) fn text(self, graph: &Graph, sort: MatrixSort) -> String {
        match self {
            MapForm::List => map_text(graph),
            MapForm::Matrix => matrix_text(graph, &SignedMatrix::of(graph, sort.order(), false, MOST_THINGS)),
            MapForm::Groups => groups_text(graph),
            MapForm::Health => health_text(graph),
        }
    }

    /// Returns the map in this form, as JSON; a matrix is whole.
    pub(super) fn json(self, graph: &Graph, sort: MatrixSort) -> String {
        let order = sort.order();
        match self {
            MapForm::List => map_json(graph),
            MapForm::Matrix => matrix_json(graph, order, &SignedMatrix::of(graph, order, false, usize::MAX)),
            MapForm::Groups => groups_json(graph),
            MapForm::Health => health_json(graph),
        }
    }
}
